//! `skillreel read --format jsonl`: a document a claim, as search engines take them.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::Folder;

const TALK: &str = "---\ntitle: Craft\nvideoId: aaaaaaaaaaa\nduration: 10:00\n---\n\
    Baked before dawn. %%ask Person A first%%\n\n\
    ## Skills for new product managers\n\n\
    1. **Knead** [1:00] [2:00]: by hand.\n\
    2. **Wait** [3:00-3:20]: it grows.\n\n\
    ## Later\n\n\
    Past it [20:00]. Elsewhere https://youtu.be/bbbbbbbbbbb?t=40 too.\n";
const LADDER: &str = "Skill,Junior,Senior\nKnead,by hand,\"teaches, \"\"daily\"\"\"\n";
const TEAM: &str = "Name,Role,Baking\nPerson A,Lead,1 - novice\nPerson B,Baker,3 - expert\n";
const SPOKEN: &str = "WEBVTT\n\n00:05.000 --> 00:07.000\nFlour, then water\n";

fn documents(folder: &Folder, paths: &[&str]) -> Vec<Value> {
    let output = folder.run(&[&["read", "--format", "jsonl"], paths].concat());
    let (out, error) = (String::from_utf8(output.stdout).unwrap(), output.stderr);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&error));
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn vault(name: &str) -> Folder {
    let files = [("craft.md", TALK), ("l.csv", LADDER), ("team.csv", TEAM), ("craft.vtt", SPOKEN)];
    Folder::new(&format!("documents-{name}"), &files)
}

#[test]
fn each_claim_is_a_document_with_what_it_backs_and_where_it_plays() {
    let folder = vault("fields");
    let all = documents(&folder, &["."]);
    let play = |video: &str, seconds: u32| {
        json!(format!("https://www.youtube.com/watch?v={video}&t={seconds}s"))
    };
    let own = "aaaaaaaaaaa";
    let cases: [(&str, &[(&str, Value)]); 8] = [
        (
            "Baked before dawn.",
            &[
                ("kind", json!("claim")),
                ("note", json!("craft.md")),
                ("title", json!("Craft")),
                ("video", json!(own)),
                ("heading", Value::Null),
                ("skill", Value::Null),
                ("skills", Value::Null),
                ("seconds", Value::Null),
                ("address", Value::Null),
            ],
        ),
        (
            "Knead: by hand.",
            &[
                ("skill", json!("Knead")),
                ("skills", json!(["knead"])),
                ("level", json!("new")),
                ("levels", json!(["new"])),
                ("rank", json!(1)),
                ("heading", json!("Skills for new product managers")),
                ("seconds", json!(60)),
                ("until", Value::Null),
                ("address", play(own, 60)),
            ],
        ),
        (
            "Wait: it grows.",
            &[
                ("rank", json!(2)),
                ("seconds", json!(180)),
                ("until", json!(200)),
                ("address", play(own, 180)),
            ],
        ),
        // The video is too short for it.
        ("Past it.", &[("seconds", json!(1200)), ("address", Value::Null), ("video", json!(own))]),
        (
            "Elsewhere too.",
            &[("video", json!("bbbbbbbbbbb")), ("address", play("bbbbbbbbbbb", 40))],
        ),
        (
            "by hand",
            &[
                ("kind", json!("expectation")),
                ("skill", json!("Knead")),
                ("level", json!("new")),
                ("rank", Value::Null),
                ("note", json!("l.csv")),
                ("video", Value::Null),
            ],
        ),
        ("teaches, \"daily\"", &[("kind", json!("expectation")), ("level", json!("senior"))]),
        (
            "Flour, then water",
            &[
                ("kind", json!("moment")),
                ("note", json!("craft.vtt")),
                ("seconds", json!(5)),
                ("address", play(own, 5)),
            ],
        ),
    ];
    for (text, fields) in cases {
        let is_it = |document: &&Value| document["text"] == text;
        let found: Vec<&Value> = all.iter().filter(is_it).collect();
        assert_eq!(found.len(), 1, "{text:?} among {all:#?}");
        for (field, want) in fields {
            assert_eq!(found[0].get(field).unwrap_or(&Value::Null), want, "{field} of {text:?}");
        }
    }
}

#[test]
fn ids_are_legal_everywhere_unique_and_the_same_again() {
    let folder = vault("ids");
    let all = documents(&folder, &["."]);
    let ids: HashSet<&str> = all.iter().filter_map(|document| document["id"].as_str()).collect();
    assert_eq!(ids.len(), all.len());
    // Meilisearch: letters, digits, - and _, up to 511 bytes. OpenSearch: up to 512 bytes, no _ at the start.
    let is_legal =
        |id: &&str| id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    assert!(ids.iter().all(is_legal), "{ids:?}");
    assert_eq!(documents(&folder, &["."]), all);
}

#[test]
fn a_field_has_one_type_in_all_documents() {
    let folder = vault("types");
    for document in documents(&folder, &["."]) {
        for (field, value) in document.as_object().unwrap() {
            let is_right = match field.as_str() {
                "rank" | "seconds" | "until" => value.is_u64(),
                "skills" | "levels" => value
                    .as_array()
                    .is_some_and(|list| !list.is_empty() && list.iter().all(Value::is_string)),
                _ => value.is_string(),
            };
            assert!(is_right, "{field} of {document}");
        }
    }
}

#[test]
fn nothing_that_is_hidden_or_names_people_is_handed_out() {
    let folder = vault("hidden");
    let output = folder.run(&["read", ".", "--format", "jsonl"]);
    let out = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(!out.contains("Person") && !out.contains("novice"), "{out}");
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("1 sheet left out"), "{told}");
}

#[test]
fn every_claim_of_every_note_is_there() {
    let folder = vault("all");
    let read = folder.json(&["read", "craft.md", "l.csv", "--json"]);
    let sections = |note: &Value| note["sections"].as_array().unwrap().clone();
    let claims = read["notes"].as_array().unwrap().iter().flat_map(sections);
    let claims: usize = claims.map(|section| section["claims"].as_array().unwrap().len()).sum();
    let all = documents(&folder, &["craft.md", "l.csv"]);
    assert_eq!(all.iter().filter(|document| document["kind"] == "claim").count(), claims);
}
