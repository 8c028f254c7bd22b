//! Hostile inputs, each against its expected reading: the project's own in `tests/fixtures`, and
//! those of the shared folder where that is at hand.

use std::fs;
use std::path::Path;
use std::thread;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use skillreel::export::formats::html::static_page;
use skillreel::matrix::Matrix;
use skillreel::note::{Code, Note, decode};
use skillreel::vault::Vault;
use test_support::{folder, hostile, markup, shown};

use crate::shared::shared;

/// Cases whose expectation is another than the dialect's, with the reason.
const OTHERWISE: [(&str, &str); 3] = [
    ("ts-029", "the dialect reads twelve hours and more as minutes, seconds and hundredths"),
    ("deep-flow", "the lines we know are read, whatever another line holds"),
    ("deep-map", "the lines we know are read, whatever another line holds"),
];

fn cases(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty());
    lines.map(|line| serde_json::from_str(line).expect(line)).collect()
}

/// The cases of a file of this name, our own and the shared ones.
fn all_cases(name: &str) -> Vec<Value> {
    let own = folder::repository().join("tests/fixtures/hostile").join(name);
    let mut all = cases(&own);
    assert!(!all.is_empty(), "no case in {}", own.display());
    if let Some(path) = shared("data").map(|data| data.join(name)) {
        all.extend(cases(&path));
    }
    all.retain(|case| !OTHERWISE.iter().any(|(id, _)| case["id"] == **id));
    all
}

#[test]
fn stamps_read_as_expected() {
    let mut wrong = Vec::new();
    for case in all_cases("timestamps.jsonl") {
        let input = case["input"].as_str().unwrap();
        let visible = case["text"].as_str().unwrap_or("words");
        let body = match case["where"].as_str() {
            // What the player does with a second is tested with the player; here it is read.
            Some("data-t" | "seek") => {
                let value = input.replace('&', "&amp;").replace('"', "&quot;");
                format!("x <a class=\"yt-timestamp\" data-t=\"{value}\">{visible}</a> y\n")
            }
            Some("html-source") => {
                format!("x <a class=\"yt-timestamp\" data-t=\"{input}\">{visible}</a> y\n")
            }
            Some("text-only") => format!("x <a class=\"yt-timestamp\">{input}</a> y\n"),
            Some("body") => format!("x {input} y\n"),
            other => panic!("a place of a kind that is not known: {other:?}"),
        };
        let note = Note::read("a.md", &format!("---\ntitle: A\nvideoId: dQw4w9WgXcQ\n---\n{body}"));
        let got = note.claims().iter().flat_map(|claim| &claim.stamps).next();
        if got.map(|stamp| u64::from(stamp.seconds)) != case["expect"].as_u64() {
            wrong.push(format!("{case}: got {got:?}"));
        }
        let alternative = case["alt"]["seconds"].as_u64();
        let fallback =
            got.and_then(|stamp| stamp.two_ways()).map(|two| u64::from(two.minutes_secs));
        if alternative.is_some() && fallback != alternative {
            wrong.push(format!("{case}: past the end {fallback:?}"));
        }
        // What is rejected is told, but for text that only looks odd.
        let is_told = note.problems().iter().any(|problem| problem.code == Code::StampInvalid);
        if got.is_none() && !is_told && case["where"] != "body" {
            wrong.push(format!("{case}: rejected without a word"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn front_matter_reads_as_expected() {
    let mut wrong = Vec::new();
    for case in all_cases("frontmatter.jsonl") {
        let bytes = match case["input_b64"].as_str() {
            Some(encoded) => STANDARD.decode(encoded).unwrap(),
            None => case["input"].as_str().unwrap().as_bytes().to_vec(),
        };
        let (text, lost) = decode(&bytes);
        let note = Note::read("a.md", &text);
        let expect = &case["expect"];
        let has = |code: Code| note.problems().iter().any(|problem| problem.code == code);
        let mut differs = Vec::new();
        if note.front_matter().title.as_deref() != expect["title"].as_str() {
            differs.push("title");
        }
        let video = note.video.as_ref().map(|video| video.as_str());
        if video != expect["videoId"].as_str() {
            differs.push("videoId");
        }
        let is_warned = lost.is_some()
            || has(Code::Encoding)
            || has(Code::VideoFound)
            || has(Code::VideoInvalid)
            || has(Code::FrontMatterUnclosed)
            || has(Code::FrontMatterLine)
            || has(Code::FrontMatterValue)
            || has(Code::FrontMatterDuplicate);
        if is_warned != (expect["status"] == "warn") {
            differs.push("status");
        }
        let said = note.sections().iter().map(|section| section.title.as_str());
        let said = said.chain(note.claims().iter().map(|claim| claim.text.as_str()));
        let wanted = expect["body_contains"].as_str().unwrap();
        if !said.collect::<Vec<_>>().join(" ").contains(wanted) {
            differs.push("body");
        }
        if !differs.is_empty() {
            let title = note.title.chars().take(40).collect::<String>();
            wrong.push(format!("{}: {differs:?}: {title:?} {video:?}", case["id"]));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Texts that slow readers down or make them overflow: this one ends on a stack as small as a
/// browser's, and shows every word. How its time grows is measured, not tested:
/// `cargo xtask measure pathological`.
#[test]
fn nothing_overflows_the_stack_of_a_browser() {
    // Thousands deep, where a stack has room for some hundreds.
    read_on_a_small_stack(0.2);
}

#[test]
#[ignore = "takes a minute: cargo xtask test --all"]
fn nothing_overflows_the_stack_of_a_browser_as_long_as_they_come() {
    read_on_a_small_stack(1.0);
}

fn read_on_a_small_stack(scale: f64) {
    for recipe in all_cases("pathological.jsonl") {
        let text = hostile::expand(&recipe, scale);
        let name = recipe["name"].as_str().unwrap().to_owned();
        // One MiB is what rustc gives a WebAssembly module.
        let reader = thread::Builder::new().name(name.clone()).stack_size(1 << 20);
        let read = reader.spawn(move || {
            let note = Note::read("a.md", &text);
            let lost = shown::lost(&text, &note);
            let vault = Vault::of(vec![note]);
            (lost, static_page(&vault, &Matrix::of(&vault), vault.title()))
        });
        let (lost, page) = read.unwrap().join().unwrap_or_else(|_| panic!("{name}"));
        assert_eq!(lost, [], "{name}");
        assert_eq!(markup::is_plain(&page), Ok(()), "{name}");
    }
}

/// What a page shows before its program runs holds nothing of an attack but its text. What
/// browsers make of the attacks is tested in them: `tests/e2e/attacks.rs`.
#[test]
fn an_attack_is_text_in_the_static_page() {
    for case in all_cases("xss.jsonl") {
        let payload = case["payload"].as_str().unwrap();
        let (path, text) = match case["where"].as_str() {
            Some("body") => (
                "a.md",
                format!("---\ntitle: A\n---\n## Baking skills\n\n- **{payload}**\n\n{payload}\n"),
            ),
            Some("frontmatter") => ("a.md", payload.to_owned()),
            Some("filename") => (payload, "x\n".to_owned()),
            _ => continue,
        };
        let note = Note::read(path, &text);
        assert_eq!(shown::lost(&text, &note), [], "{case}");
        let vault = Vault::of(vec![note]);
        let page = static_page(&vault, &Matrix::of(&vault), vault.title());
        assert_eq!(markup::is_plain(&page), Ok(()), "{case}");
    }
}
