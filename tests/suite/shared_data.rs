//! Hostile inputs of the shared folder, each against its expected reading.

use std::fs;
use std::path::Path;
use std::thread;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use skillreel::note::{Code, Note, decode};

use crate::shared::shared;

/// Cases whose expectation is another than the dialect's, with the reason.
const OTHERWISE: [(&str, &str); 3] = [
    ("ts-029", "the dialect reads twelve hours and more as minutes, seconds and hundredths"),
    ("deep-flow", "the lines we know are read, whatever another line holds"),
    ("deep-map", "the lines we know are read, whatever another line holds"),
];

fn cases(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn is_otherwise(case: &Value) -> bool {
    OTHERWISE.iter().any(|(id, _)| case["id"] == **id)
}

#[test]
fn stamps_read_as_expected() {
    let Some(path) = shared("data/timestamps.jsonl") else { return };
    let mut wrong = Vec::new();
    for case in cases(&path).iter().filter(|case| !is_otherwise(case)) {
        let input = case["input"].as_str().unwrap();
        let visible = case["text"].as_str().unwrap_or("words");
        let body = match case["where"].as_str() {
            Some("data-t") => {
                let value = input.replace('&', "&amp;").replace('"', "&quot;");
                format!("x <a class=\"yt-timestamp\" data-t=\"{value}\">{visible}</a> y\n")
            }
            Some("html-source") => {
                format!("x <a class=\"yt-timestamp\" data-t=\"{input}\">{visible}</a> y\n")
            }
            Some("text-only") => format!("x <a class=\"yt-timestamp\">{input}</a> y\n"),
            // What a player does with a second is tested with the player.
            _ => continue,
        };
        let note = Note::read("a.md", &format!("---\ntitle: A\nvideoId: dQw4w9WgXcQ\n---\n{body}"));
        let got = note.claims.iter().flat_map(|claim| &claim.stamps).next();
        if got.map(|stamp| u64::from(stamp.seconds)) != case["expect"].as_u64() {
            wrong.push(format!("{case}: got {got:?}"));
        }
        let alternative = case["alt"]["seconds"].as_u64();
        let fallback = got.and_then(|stamp| stamp.if_past_end).map(u64::from);
        if alternative.is_some() && fallback != alternative {
            wrong.push(format!("{case}: past the end {fallback:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn front_matter_reads_as_expected() {
    let Some(path) = shared("data/frontmatter.jsonl") else { return };
    let mut wrong = Vec::new();
    for case in cases(&path).iter().filter(|case| !is_otherwise(case)) {
        let bytes = match case["input_b64"].as_str() {
            Some(encoded) => STANDARD.decode(encoded).unwrap(),
            None => case["input"].as_str().unwrap().as_bytes().to_vec(),
        };
        let (text, lost) = decode(&bytes);
        let note = Note::read("a.md", &text);
        let expect = &case["expect"];
        let has = |code: Code| note.problems.iter().any(|problem| problem.code == code);
        let mut differs = Vec::new();
        if note.front_matter.title.as_deref() != expect["title"].as_str() {
            differs.push("title");
        }
        let video = note.front_matter.video.as_ref().map(|video| video.as_str());
        if video != expect["videoId"].as_str() {
            differs.push("videoId");
        }
        let is_warned = lost.is_some()
            || has(Code::Encoding)
            || has(Code::VideoInvalid)
            || has(Code::FrontMatterUnclosed)
            || has(Code::FrontMatterLine)
            || has(Code::FrontMatterValue)
            || has(Code::FrontMatterDuplicate);
        if is_warned != (expect["status"] == "warn") {
            differs.push("status");
        }
        let said = note.sections.iter().map(|section| section.title.as_str());
        let said = said.chain(note.claims.iter().map(|claim| claim.text.as_str()));
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

/// A text of the generator specs, `scale` times as long; the specs' own reference describes it.
fn expanded(spec: &Value, scale: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    let scaled =
        |count: u64| if count > 1 { ((count as f64 * scale) as u64).max(1) } else { count };
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let number = |value: &Value| value.as_u64().unwrap_or_default();
    let repeated = |what: &str, count: u64| what.repeat(usize::try_from(count).unwrap());
    let middle = if let Some(rising) = spec.get("rising") {
        let start = number(&rising["start"]);
        let stop = (start + 1).max(scaled(number(&rising["stop"])));
        let unit = |count| repeated(&text(&rising["unit"]), count);
        (start..stop).map(|n| text(&rising["lead"]) + &unit(n) + &text(&rising["tail"])).collect()
    } else if let Some(numbered) = spec.get("numbered") {
        let template = text(&numbered["template"]);
        let numbers = number(&numbered["start"])..scaled(number(&numbered["stop"]));
        numbers.map(|n| template.replace("{n}", &n.to_string())).collect()
    } else {
        repeated(&text(&spec["repeat"]), scaled(number(&spec["count"])))
    };
    let second = repeated(&text(&spec["repeat2"]), scaled(number(&spec["count2"])));
    let third = repeated(&text(&spec["repeat3"]), scaled(number(&spec["count3"])));
    text(&spec["prefix"])
        + &middle
        + &text(&spec["suffix"])
        + &second
        + &text(&spec["end"])
        + &third
}

#[test]
fn nothing_overflows_the_stack_of_a_browser() {
    let Some(path) = shared("data/pathological.jsonl") else { return };
    for spec in cases(&path).iter().filter(|spec| spec.get("refcollide").is_none()) {
        let text = expanded(spec, 1.0);
        let name = spec["name"].as_str().unwrap().to_owned();
        // One MiB is what rustc gives a WebAssembly module.
        let reader = thread::Builder::new().name(name.clone()).stack_size(1 << 20);
        let read = reader.spawn(move || Note::read("a.md", &text).sections.len()).unwrap();
        assert!(read.join().is_ok(), "{name}");
    }
}
