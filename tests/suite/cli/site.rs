//! `skillreel site`: a folder for a static host, whole or not at all.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use skillreel::export::page::fill::{APP_REGION, NOTES_REGION};
use skillreel::export::page::snapshot::PROGRAM_SOURCE;
use skillreel::export::site::digest::integrity;

use super::{Folder, NOTE};

/// The built page of a test: as the build makes it, with one script in place of all.
fn dist(folder: &Folder) {
    let dist = folder.0.join("dist");
    fs::create_dir_all(&dist).unwrap();
    let write = |name: &str, text: &str| fs::write(dist.join(name), text).unwrap();
    write("a-1.js", "run()");
    write("skill-matrix.js", "element()");
    write("skillreel.html", include_str!("../../../index.html"));
    let page = include_str!("../../../index.html").replace("{glue}", "a-1.js");
    write("index.html", &page.replace("{version}", "former"));
    let files = format!("[[\"./a-1.js\",\"{}\"]]", integrity(b"run()"));
    let worker = include_str!("../../../src/installed/sw.js");
    write("sw.js", &worker.replace("{files}", &files).replace("{version}", "former"));
}

pub(super) fn vault(name: &str) -> Folder {
    let folder = Folder::new(name, &[]);
    dist(&folder);
    fs::create_dir_all(folder.0.join("notes")).unwrap();
    fs::write(folder.0.join("notes/craft.md"), NOTE).unwrap();
    folder
}

pub(super) const SITE: [&str; 6] = ["site", "notes", "--page", "dist", "--output", "out"];

/// The names in a folder.
fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}

pub(super) fn read(folder: &Folder, path: &str) -> String {
    fs::read_to_string(folder.0.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Runs it, and says what it complained about.
fn fails(folder: &Folder, arguments: &[&str]) -> String {
    let output = folder.run(arguments);
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {error}");
    assert_eq!(error.lines().count(), 1, "one sentence: {error}");
    assert!(output.stdout.is_empty());
    error
}

#[test]
fn a_site_holds_the_notes_and_all_that_a_host_has_to_serve() {
    let folder = vault("site");
    let output = folder.run(&SITE);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(told.starts_with("out: 1 note, 6 files, "), "{told}");
    let all = [
        "a-1.js",
        "index.html",
        "skill-matrix.js",
        "skillreel-site.json",
        "skillreel.html",
        "sw.js",
    ];
    assert_eq!(names(&folder.0.join("out")), all.map(str::to_owned).into());
    let page = read(&folder, "out/index.html");
    assert!(APP_REGION.find(&page).unwrap().contains("Listen"), "readable without the program");
    let single = read(&folder, "out/skillreel.html");
    assert_eq!(NOTES_REGION.find(&single), NOTES_REGION.find(&page));
    let worker = read(&folder, "out/sw.js");
    let version = worker.split('\'').nth(3).unwrap();
    assert!(page.contains(&format!("content=\"{version}\"")) && version != "former", "{version}");
    assert!(worker.contains("const FILES = [[\"./a-1.js\",\"sha384-"), "{worker}");
    // A site is a page that can be filled itself, with the same outcome.
    let again = folder.run(&["site", "notes", "--page", "out", "--output", "again"]);
    assert!(again.status.success(), "{}", String::from_utf8_lossy(&again.stderr));
    for name in all {
        assert_eq!(
            read(&folder, &format!("again/{name}")),
            read(&folder, &format!("out/{name}")),
            "{name}"
        );
    }
}

#[test]
fn many_notes_lie_beside_a_page_that_understands_it_and_inside_any_other() {
    let folder = vault("site-in-pieces");
    for number in 0..40 {
        let text =
            format!("# Talk {number}\n\n{}", "Listen to what is meant, and say so. ".repeat(200));
        fs::write(folder.0.join(format!("notes/{number}.md")), text).unwrap();
    }
    let run = || {
        let output = folder.run(&SITE);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    assert!(run().contains("is of another version than this program"));
    assert!(!folder.0.join("out/pieces").exists());
    assert!(!NOTES_REGION.find(&read(&folder, "out/index.html")).unwrap().is_empty());

    let document = folder.0.join("dist/index.html");
    let same = fs::read_to_string(&document).unwrap().replace("{source}", PROGRAM_SOURCE);
    fs::write(document, same).unwrap();
    assert!(!run().contains("another version"));
    let first = names(&folder.0.join("out/pieces"));
    // Six texts of seven kilobytes a pack, the index's head, and its shards.
    assert!(first.len() >= 41_usize.div_ceil(6) + 2, "{first:?}");
    let page = read(&folder, "out/index.html");
    assert_eq!(NOTES_REGION.find(&page), Ok(""));
    assert!(APP_REGION.find(&page).unwrap().contains("Listen"), "readable without the program");
    let single = read(&folder, "out/skillreel.html");
    assert!(NOTES_REGION.find(&single).unwrap().len() < 200, "what others are saved from");
    // One note changes: its pack, what is known of all, and no other text.
    fs::write(folder.0.join("notes/7.md"), "# Talk 7\n\nHear.\n").unwrap();
    run();
    let second = names(&folder.0.join("out/pieces"));
    assert!(first.intersection(&second).count() >= 5, "{first:?} {second:?}");
    assert!(first != second);
}

#[test]
fn writing_again_takes_the_place_of_what_was_written_and_of_nothing_else() {
    let folder = vault("site-again");
    assert!(folder.run(&SITE).status.success());
    // A file of a former version, which the list names.
    let list = read(&folder, "out/skillreel-site.json");
    let list = list.replace("\"a-1.js\"", "\"a-0.js\", \"a-1.js\"");
    fs::write(folder.0.join("out/skillreel-site.json"), list).unwrap();
    fs::write(folder.0.join("out/a-0.js"), "old").unwrap();
    fs::write(folder.0.join("notes/craft.md"), NOTE.replace("Listen", "Hear")).unwrap();
    assert!(folder.run(&SITE).status.success());
    assert!(!folder.0.join("out/a-0.js").exists(), "it is of no use any more");
    let page = read(&folder, "out/index.html");
    assert!(page.contains("Hear"), "{page}");
    fs::write(folder.0.join("out/CNAME"), "example.org").unwrap();
    assert!(fails(&folder, &SITE).contains("holds CNAME, which was not written by"));
    assert_eq!(read(&folder, "out/index.html"), page);
    assert_eq!(read(&folder, "out/CNAME"), "example.org");
}

#[test]
fn a_folder_with_other_things_is_refused_and_stays_as_it_is() {
    let folder = vault("site-other");
    // What lies in `out`, and what is named.
    let cases: [(&[(&str, &str)], &str); 5] = [
        (&[("notes.md", "mine")], "notes.md"),
        (&[(".git/config", "mine")], ".git"),
        (&[("a/b/c.txt", "mine")], "a"),
        // A list that is none does not make it ours.
        (&[("skillreel-site.json", "[]"), ("z", "")], "skillreel-site.json"),
        (
            &[
                ("skillreel-site.json", "{\"files\":[\"skillreel-site.json\",\"z\"]}"),
                ("y", ""),
                ("z", ""),
            ],
            "y",
        ),
    ];
    for (files, named) in cases {
        let out = folder.0.join("out");
        for (file, text) in files {
            fs::create_dir_all(out.join(file).parent().unwrap()).unwrap();
            fs::write(out.join(file), text).unwrap();
        }
        let error = fails(&folder, &SITE);
        assert!(error.contains(&format!("out holds {named}, which")), "{error}");
        for (file, text) in files {
            assert_eq!(read(&folder, &format!("out/{file}")), *text);
        }
        assert_eq!(names(&folder.0), ["dist", "notes", "out"].map(str::to_owned).into());
        fs::remove_dir_all(out).unwrap();
    }
    // The notes' own folder holds the notes.
    let error = fails(&folder, &["site", "notes", "--page", "dist", "--output", "notes"]);
    assert!(error.contains("holds craft.md"), "{error}");
    fs::write(folder.0.join("out"), "a file").unwrap();
    assert!(fails(&folder, &SITE).contains("is no folder"));
    assert_eq!(read(&folder, "out"), "a file");
    let below = ["site", "notes", "--page", "dist", "--output", "out/below"];
    assert!(fails(&folder, &below).contains("cannot be written"));
    // Nobody may write there, not even who may write anywhere.
    if cfg!(target_os = "linux") {
        let closed = ["site", "notes", "--page", "dist", "--output", "/proc/skillreel"];
        assert!(fails(&folder, &closed).contains("/proc/skillreel cannot be written"));
    }
}

#[test]
fn an_empty_folder_and_one_that_has_to_be_made_are_filled() {
    let folder = vault("site-new");
    fs::create_dir_all(folder.0.join("empty")).unwrap();
    for output in ["empty", "new", "deep/er", "deep/er/"] {
        let arguments = ["site", "notes", "--page", "dist/index.html", "--output", output];
        let made = folder.run(&arguments);
        assert!(made.status.success(), "{output}: {}", String::from_utf8_lossy(&made.stderr));
        assert!(folder.0.join(output).join("index.html").is_file(), "{output}");
    }
}

/// What runs that were stopped leave: `fresh` is what one was writing, `former` what one had put aside.
#[test]
fn what_a_stopped_run_has_left_is_cleared_away_and_what_was_there_before_stays_whole() {
    for (has_out, has_former) in [(true, false), (true, true), (false, true)] {
        let folder = vault("site-stopped");
        assert!(folder.run(&SITE).status.success());
        let (out, former) = (folder.0.join("out"), folder.0.join(".out.skillreel-old"));
        match (has_out, has_former) {
            (true, true) => {
                fs::create_dir(&former).unwrap();
                fs::write(former.join("index.html"), "older").unwrap();
            }
            (false, true) => fs::rename(&out, &former).unwrap(),
            _ => {}
        }
        let fresh = folder.0.join(".out.skillreel-new");
        fs::create_dir_all(&fresh).unwrap();
        fs::write(fresh.join("index.html"), "half a pa").unwrap();
        // Even one that fails puts back what was put aside.
        let gone = ["site", "gone", "--page", "dist", "--output", "out"];
        assert!(fails(&folder, &gone).contains("there is nothing at gone"));
        assert!(read(&folder, "out/index.html").contains("Listen"), "{has_out} {has_former}");
        assert_eq!(names(&folder.0), ["dist", "notes", "out"].map(str::to_owned).into());
        assert!(folder.run(&SITE).status.success());
        assert_eq!(names(&folder.0), ["dist", "notes", "out"].map(str::to_owned).into());
    }
}

/// A limit on the size of files does what a full disk does: some write fails, or the program ends in it.
#[cfg(unix)]
#[test]
fn a_write_that_fails_leaves_what_was_there_before() {
    let folder = vault("site-full");
    assert!(folder.run(&SITE).status.success());
    let before = read(&folder, "out/index.html");
    let other = NOTE.replace("Listen", "Hear");
    fs::write(folder.0.join("notes/craft.md"), other).unwrap();
    let program = env!("CARGO_BIN_EXE_skillreel");
    for (trap, is_told) in [("trap '' XFSZ; ", true), ("", false)] {
        let command = format!("{trap}ulimit -c 0; ulimit -f 2; exec \"$0\" {}", SITE.join(" "));
        let output = std::process::Command::new("sh")
            .args(["-c", &command, program])
            .current_dir(&folder.0)
            .output()
            .unwrap();
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success(), "{error}");
        if is_told {
            assert_eq!(output.status.code(), Some(2), "{error}");
            assert!(error.contains("out cannot be written: "), "{error}");
            assert_eq!(names(&folder.0), ["dist", "notes", "out"].map(str::to_owned).into());
        }
        assert_eq!(read(&folder, "out/index.html"), before);
    }
    assert!(folder.run(&SITE).status.success());
    assert!(read(&folder, "out/index.html").contains("Hear"));
    assert_eq!(names(&folder.0), ["dist", "notes", "out"].map(str::to_owned).into());
}

#[test]
fn a_page_that_is_no_hosted_one_or_not_whole_is_refused() {
    let folder = vault("site-source");
    let cases: [(&str, Option<&str>, &str); 5] = [
        ("sw.js", None, "sw.js cannot be read"),
        ("sw.js", Some("const VERSION = '1';\n"), "is no page for a host"),
        ("index.html", Some("<title></title>"), "is no page for a host"),
        ("a-1.js", Some("run"), "a-1.js is not the file that the page was built with"),
        ("skill-matrix.js", None, "skill-matrix.js cannot be read"),
    ];
    for (name, text, want) in cases {
        dist(&folder);
        let path = folder.0.join("dist").join(name);
        match text {
            Some(text) => fs::write(path, text).unwrap(),
            None => fs::remove_file(path).unwrap(),
        }
        let error = fails(&folder, &SITE);
        assert!(error.contains(want) && error.contains("--page"), "{error}");
        assert_eq!(names(&folder.0), ["dist", "notes"].map(str::to_owned).into(), "{name}");
    }
}
