//! `docs/WRITING.md` says of its examples what is read from them.

use std::fs;

use skillreel::corpus::Corpus;
use skillreel::note::{Code, Severity, Stamp};
use skillreel::vault::NoteFile;
use skillreel::video::clock;
use test_support::folder;

const HEAD: &str = "---\ntitle: Bread\nvideoId: 7gaPPrAd7nc\n---\n";

/// An example: its Markdown, and what the page says is read from it.
struct Example {
    markdown: String,
    read: String,
    line: usize,
}

fn examples(page: &str) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let mut fence: Option<(&str, String, usize)> = None;
    for (text, line) in page.lines().zip(1..) {
        match (&mut fence, text.strip_prefix("```")) {
            (None, Some(info)) => fence = Some((info, String::new(), line)),
            (Some((_, content, _)), None) => {
                content.push_str(text);
                content.push('\n');
            }
            (Some(_), Some(_)) => match fence.take().unwrap() {
                ("markdown", markdown, line) => {
                    examples.push(Example { markdown, read: String::new(), line });
                }
                ("text", read, line) => {
                    let example = examples.last_mut().filter(|example| example.read.is_empty());
                    example.unwrap_or_else(|| panic!("no example above line {line}")).read = read;
                }
                (info, _, line) => panic!("line {line}: a block of {info:?}"),
            },
            (None, None) => {}
        }
    }
    examples
}

/// What is read from an example, as the page writes it.
fn read(markdown: &str) -> String {
    // What names its video is taken whole.
    let is_whole = markdown.starts_with("---") || markdown.contains("URL:");
    let text = if is_whole { markdown.to_owned() } else { [HEAD, markdown].concat() };
    let Corpus { vault, matrix, .. } = Corpus::read(&[NoteFile::new("a.md", text.as_str())]);
    let note = &vault.notes()[0];
    let mut lines = Vec::new();
    if is_whole {
        lines.push(format!("title: {}", note.title));
        lines.push(format!("video: {}", note.video.unwrap()));
    }
    let time = |stamp: &Stamp| {
        let end = stamp.end_secs.map_or(String::new(), |end| format!("–{}", clock(end)));
        format!("{}{}{end}", if stamp.is_above { "above " } else { "" }, clock(stamp.seconds))
    };
    for claim in note.claims() {
        let times: Vec<String> = claim.stamps.iter().map(time).collect();
        let times = if times.is_empty() { "–".to_owned() } else { times.join(" ") };
        lines.push(format!("{times} {}", claim.text));
    }
    for skill in &matrix.skills {
        for placement in &skill.placements {
            let level = placement.level.map_or(String::new(), |level| format!(", {level}"));
            let rank = placement.rank.map_or(String::new(), |rank| format!(", rank {rank}"));
            lines.push(format!("skill: {}{level}{rank}", skill.name));
        }
    }
    let is_told = |code: &Code| {
        code.severity() != Severity::Info || matches!(code, Code::TimesUnread | Code::RemarksHidden)
    };
    let codes = vault.problems_of(note).map(|problem| problem.code).filter(is_told);
    let codes = codes.filter(|code| *code != Code::FrontMatterValue);
    lines.extend(codes.map(|code| format!("problem: {}", code.as_str())));
    lines.join("\n") + "\n"
}

#[test]
fn every_example_is_read_as_the_page_says() {
    let page = fs::read_to_string(folder::repository().join("docs/WRITING.md")).unwrap();
    let examples = examples(&page);
    assert!(examples.len() > 9, "{}", examples.len());
    for Example { markdown, read: want, line } in examples {
        assert_eq!(read(&markdown), want, "docs/WRITING.md:{line}\n{markdown}");
    }
}
