//! The command line, run as a program: its exit codes and the shapes of its data.

mod documents;
mod site;
mod threads;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::{Value, json};

const NOTE: &str = "---\ntitle: Craft\nvideoId: 7gaPPrAd7nc\n---\n\
    From: [[channel]] <br/>\n\n\
    ## Focus for new product managers\n\n\
    The top two skills to master are:\n\
    1.  **Listen** <a class=\"yt-timestamp\" data-t=\"00:01:00\">[00:01:00]</a>: Ask first.\n\
    2.  **Write** <a class=\"yt-timestamp\" data-t=\"00:02:00\">[00:02:00]</a>: See [[nowhere | this]].\n";

/// A folder of its own for a test, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let path = std::env::temp_dir().join(format!("skillreel-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        for (file, text) in files {
            fs::write(path.join(file), text).unwrap();
        }
        Self(path)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_skillreel"))
            .args(arguments)
            .current_dir(&self.0)
            .env_remove("SKILLREEL_PAGE")
            .output()
            .unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let output = self.run(arguments);
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
            panic!("{arguments:?}: {error}: {}", String::from_utf8_lossy(&output.stdout))
        })
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What names people is never handed out unasked.
#[test]
fn pack_leaves_out_sheets_that_are_no_ladder() {
    let team = "Name,Role,Baking\nPerson A,Lead,1 - novice\nPerson B,Baker,3 - expert\n";
    let ladder = "Skill,Junior,Senior\nKnead,by hand,teaches\n";
    let page = concat!(
        "<title></title><!--skillreel:app--><!--/skillreel:app-->",
        "<script type=\"text/plain\" id=\"skillreel-notes\" data-encoding=\"gzip+base64\"></script>",
        "<script type=\"text/plain\" id=\"skillreel-catalog\" data-encoding=\"gzip+base64\"></script>"
    );
    let folder = Folder::new("people", &[("t.csv", team), ("l.csv", ladder), ("p.html", page)]);
    let matrix = folder.json(&["matrix", ".", "--format", "json"]);
    assert_eq!(matrix["skills"][0]["name"], json!("Knead"), "{matrix}");
    let output = folder.run(&["pack", ".", "--output", "out.html", "--page", "p.html"]);
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{error}");
    assert!(told.contains("1 note,") && told.contains("1 sheet left out"), "{told}");
    let packed = fs::read_to_string(folder.0.join("out.html")).unwrap();
    assert!(packed.contains("Knead") && !packed.contains("Person A"), "{packed}");
}

#[test]
fn matrix_writes_data_and_tables() {
    let folder = Folder::new("matrix", &[("craft.md", NOTE)]);
    let placement = |name: &str, rank: u32| {
        json!({
            "note": "craft.md", "as_written": name, "level": "new", "level_as_written": null,
            "rank": rank, "text": null, "seconds": [rank * 60],
        })
    };
    let want = json!({
        "levels": ["new"],
        "skills": [
            { "id": "listen", "name": "Listen", "group": null, "placements": [placement("Listen", 1)] },
            { "id": "write", "name": "Write", "group": null, "placements": [placement("Write", 2)] },
        ],
    });
    assert_eq!(folder.json(&["matrix", "craft.md", "--format", "json"]), want);
    assert_eq!(folder.json(&["matrix", ".", "--format", "json"]), want);

    let why = folder.json(&["matrix", "craft.md", "--format", "json", "--why"]);
    let rule = &why["why"][0];
    assert_eq!((&rule["note"], &rule["made"]), (&json!("craft.md"), &json!(true)), "{why}");
    assert!(rule["line"].is_u64() && rule["rule"].is_string() && rule["missing"].is_null());

    let text = |format: &str| {
        String::from_utf8(folder.run(&["matrix", ".", "--format", format]).stdout).unwrap()
    };
    let url = "https://www.youtube.com/watch?v=7gaPPrAd7nc&t=60s";
    assert_eq!(text("md").lines().nth(3), Some(&*format!("| Listen | **1** [1:00]({url}) |")));
    assert_eq!(
        text("csv").lines().nth(1),
        Some(&*format!("Listen,,new,,1,1,Listen,,craft.md,7gaPPrAd7nc,60,1:00,{url},"))
    );
    let html = text("html");
    assert!(
        html.contains("<th scope=\"row\">Listen</th><td><b>1</b> <a href=\"https://"),
        "{html}"
    );
}

#[test]
fn read_writes_what_was_read() {
    let folder = Folder::new("read", &[("craft.md", NOTE)]);
    let read = folder.json(&["read", "craft.md", "--json"]);
    let note = &read["notes"][0];
    assert_eq!(note["note"], "craft.md");
    assert_eq!(note["title"], "Craft");
    assert_eq!(note["video"], "7gaPPrAd7nc");
    assert_eq!(note["source"], "channel");
    let section = &note["sections"][0];
    assert_eq!(
        (&section["heading"], &section["rank"]),
        (&json!("Focus for new product managers"), &json!(2))
    );
    assert_eq!(
        section["claims"][0],
        json!({ "text": "The top two skills to master are:", "stamps": [] })
    );
    assert_eq!(
        section["claims"][1],
        json!({
            "text": "Listen: Ask first.",
            "stamps": [{ "seconds": 60, "written": "00:01:00", "video": "7gaPPrAd7nc" }],
        })
    );
    assert_eq!(
        note["links"],
        json!([
            { "target": "channel", "alias": null, "resolved": null },
            { "target": "nowhere", "alias": "this", "resolved": null },
        ])
    );
    assert_eq!(note["problems"][0]["code"], "link-missing");
}

#[test]
fn check_tells_by_its_exit_code() {
    let fatal = NOTE.replace("7gaPPrAd7nc", "no video");
    let folder = Folder::new("check", &[("craft.md", NOTE), ("fatal.md", &fatal)]);
    let fine = folder.run(&["check", "craft.md"]);
    assert_eq!(fine.status.code(), Some(0));
    let text = String::from_utf8(fine.stdout).unwrap();
    assert!(text.starts_with("craft.md:11: warning[link-missing]: “[[nowhere]]”"), "{text}");
    assert!(text.ends_with("1 note, 1 problem, 0 errors\n"), "{text}");

    assert_eq!(folder.run(&["check", "."]).status.code(), Some(1));
    let check = folder.json(&["check", ".", "--json"]);
    assert_eq!(check["notes"], 2);
    let first = check["problems"].as_array().unwrap().iter().find(|p| p["severity"] == "error");
    let first = first.unwrap();
    assert_eq!(
        (&first["file"], &first["line"], &first["code"]),
        (&json!("fatal.md"), &json!(3), &json!("video-invalid"))
    );
}

#[test]
fn search_writes_hits_of_every_kind() {
    let folder = Folder::new("search", &[("craft.md", NOTE)]);
    let kinds = |query: &str| -> Vec<Value> {
        let found = folder.json(&["search", ".", "--query", query, "--json"]);
        assert_eq!(found["query"], query);
        found["hits"].as_array().unwrap().iter().map(|hit| hit["kind"].clone()).collect()
    };
    assert_eq!(kinds("listen"), ["skill", "claim"]);
    assert_eq!(kinds("craft"), ["note"]);
    assert!(kinds("absent").is_empty());
    let found = folder.json(&["search", ".", "--query", "ask first", "--limit", "1", "--json"]);
    let hit = &found["hits"][0];
    assert_eq!((&hit["note"], &hit["title"]), (&json!("craft.md"), &json!("Craft")));
    assert_eq!((&hit["text"], &hit["seconds"]), (&json!("Listen: Ask first."), &json!(60)));
}

#[test]
fn bad_use_says_what_was_expected() {
    let folder = Folder::new("bad", &[("craft.md", NOTE)]);
    let cases: [(&[&str], &str); 7] = [
        (&[], "Usage"),
        (&["check"], "PATH"),
        (&["check", "missing.md"], "missing.md"),
        (&["matrix", ".", "--format", "pdf"], "json"),
        (&["search", "."], "--query"),
        (&["read", ".", "--json", "--format", "jsonl"], "--format"),
        (&["pack", ".", "--output", "x.html", "--page", "gone.html"], "cargo xtask build"),
    ];
    for (arguments, want) in cases {
        let output = folder.run(arguments);
        let error = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {error}");
        assert!(error.contains(want), "{arguments:?}: {error}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
    assert_eq!(folder.run(&["--help"]).status.code(), Some(0));
}
