//! The payloads: what is tried, and by which door.

use std::collections::BTreeSet;
use std::sync::Once;

use anyhow::{Context, Result, ensure};
use serde_json::Value as Json;
use test_support::folder;

use crate::harness::settings;

/// By which door a payload comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Door {
    /// A note's Markdown.
    Body,
    /// A whole note.
    FrontMatter,
    /// A note's file name.
    FileName,
    /// The page's query or fragment.
    Address,
    /// A message to the page.
    Message,
    /// A stored value.
    Storage,
}

/// What a payload is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It tries to do harm.
    Attack,
    /// It is harmless and has to stay whole.
    Control,
}

/// A payload.
#[derive(Clone, Debug)]
pub(crate) struct Payload {
    /// Its name.
    pub(crate) id: String,
    pub(crate) door: Door,
    pub(crate) kind: Kind,
    /// What is sent.
    pub(crate) text: String,
    /// What a reader has to see of it, where the payload says so.
    visible: Option<String>,
}

/// Elements that notes may hold; their tags are not shown.
const ALLOWED: [&str; 13] =
    ["br", "hr", "sup", "sub", "b", "strong", "i", "em", "mark", "kbd", "details", "summary", "s"];

impl Payload {
    fn of(case: &Json) -> Option<Self> {
        let text = |key: &str| case[key].as_str().map(str::to_owned);
        let door = match case["where"].as_str()? {
            "body" => Door::Body,
            "frontmatter" => Door::FrontMatter,
            "filename" => Door::FileName,
            "url" => Door::Address,
            "postmessage" => Door::Message,
            "localstorage" => Door::Storage,
            _ => return None,
        };
        let kind = if case["kind"] == "control" { Kind::Control } else { Kind::Attack };
        Some(Self { id: text("id")?, door, kind, text: text("payload")?, visible: text("visible") })
    }

    /// What a reader has to see of a payload in a note's body: its text as it is written, without
    /// the tags of the allowed list.
    pub(crate) fn visible(&self) -> Option<String> {
        if self.door != Door::Body {
            return None;
        }
        let mut out = String::new();
        for (index, part) in self.text.split('<').enumerate() {
            let name = part.trim_start_matches('/');
            let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
            let is_tag = index > 0 && ALLOWED.contains(&name[..end].to_ascii_lowercase().as_str());
            out.push_str(if is_tag {
                part.split_once('>').map_or("", |(_, rest)| rest)
            } else {
                part
            });
        }
        Some(self.visible.clone().unwrap_or(out))
    }
}

/// Of how many shared payloads one is tried at each change: there are hundreds, and they are much alike.
const SHARED_STEP: usize = 10;

/// All payloads: the project's own, and the shared ones where they are at hand, at each change some of them.
pub(crate) fn payloads() -> Result<Vec<Payload>> {
    static TOLD: Once = Once::new();
    let own = folder::repository().join("tests/fixtures/hostile/xss.jsonl");
    let shared = folder::shared().map(|folder| folder.join("data/xss.jsonl"));
    if shared.is_none() {
        TOLD.call_once(|| eprintln!("skipped: no shared folder (set SKILLREEL_SHARED)"));
    }
    let mut all = Vec::new();
    for path in [Some(own), shared].iter().flatten() {
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        let is_own = path.starts_with(folder::repository());
        let step = if settings::is_brief() && !is_own { SHARED_STEP } else { 1 };
        for line in text.lines().filter(|line| !line.is_empty()).step_by(step) {
            let case: Json = serde_json::from_str(line).with_context(|| line.to_owned())?;
            all.push(Payload::of(&case).with_context(|| format!("no payload: {line}"))?);
        }
    }
    let ids: BTreeSet<&str> = all.iter().map(|payload| payload.id.as_str()).collect();
    ensure!(ids.len() == all.len(), "two payloads have one name");
    Ok(all)
}

/// What is compared: letters and digits, for Markdown and browsers treat the rest as they like.
pub(crate) fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
