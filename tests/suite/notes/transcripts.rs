//! Transcripts beside notes: read, searched, checked and packed by the command line, and never in the matrix.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::read::GzDecoder;
use serde_json::Value;
use skillreel::corpus::Corpus;
use skillreel::export::page::fill::{NOTES_REGION, SNAPSHOT_REGION};
use skillreel::note::Code;
use skillreel::vault::{NoteFile, SpokenLines, Vault};

const NOTE: &str = "---\ntitle: Bread\nvideoId: 7gaPPrAd7nc\n---\n\
    ## Most important skills for new bakers\n\n1. **Knead** long [0:10]\n2. **Rest** well [0:20]\n";

const SUBTITLES: &str = "WEBVTT\n\n00:00:09.000 --> 00:00:12.000\n<v Ann>Longer than you like\n\n\
    00:00:12.000 --> 00:00:15.500\nand then some sourdough\n\n## Skills for senior bakers\n- **Weigh**\n";

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str, files: &[(&str, &[u8])]) -> Self {
        let path = std::env::temp_dir().join(format!("skillreel-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        for (file, bytes) in files {
            fs::write(path.join(file), bytes).unwrap();
        }
        Self(path)
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_skillreel"));
        command.args(arguments).current_dir(&self.0).env_remove("SKILLREEL_PAGE").output().unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_slice(&self.run(arguments).stdout).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn the_command_line_reads_searches_and_packs_a_transcript() {
    let page = format!(
        "<title></title><!--skillreel:app--><!--/skillreel:app-->{}{}{}{}",
        SNAPSHOT_REGION.open, SNAPSHOT_REGION.close, NOTES_REGION.open, NOTES_REGION.close
    );
    let folder = Folder::new(
        "transcripts",
        &[
            ("bread.md", NOTE.as_bytes()),
            ("bread.en.vtt", SUBTITLES.as_bytes()),
            ("readme.txt", b"No transcript.\n"),
            ("page.html", page.as_bytes()),
        ],
    );
    let read = folder.json(&["read", ".", "--json"]);
    assert_eq!(read["notes"].as_array().unwrap().len(), 1);
    let transcript = &read["transcripts"][0];
    assert_eq!(transcript["transcript"], "bread.en.vtt");
    assert_eq!(transcript["video"], "7gaPPrAd7nc");
    let first = &transcript["lines"][0];
    assert_eq!(first["text"], "Ann: Longer than you like");
    assert_eq!(first["stamps"][0]["seconds"], 9);
    assert_eq!(first["stamps"][0]["until"], 12);

    let found = folder.json(&["search", ".", "--query", "sourdough", "--json"]);
    let hit = &found["hits"][0];
    assert_eq!(hit["kind"], "moment");
    assert_eq!((&hit["note"], &hit["seconds"]), (&"bread.en.vtt".into(), &12.into()));

    let check = folder.json(&["check", ".", "--json"]);
    assert_eq!(check["notes"], 1);
    assert_eq!(check["problems"], serde_json::json!([]));

    let matrix = folder.json(&["matrix", ".", "--format", "json", "--why"]);
    let names: Vec<&str> = matrix["skills"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Knead", "Rest"]);

    let packed = folder.run(&["pack", ".", "--output", "out.html", "--page", "page.html"]);
    let told = String::from_utf8_lossy(&packed.stdout).into_owned();
    assert!(told.contains("1 note, 1 transcript"), "{told}");
    let page = fs::read_to_string(folder.0.join("out.html")).unwrap();
    let block = STANDARD.decode(NOTES_REGION.find(&page).unwrap()).unwrap();
    let block: Value = serde_json::from_reader(GzDecoder::new(&*block)).unwrap();
    let files: Vec<NoteFile> = block["notes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| NoteFile::new(file["path"].as_str().unwrap(), file["text"].as_str().unwrap()))
        .collect();
    let vault = Vault::read(&files);
    assert_eq!((vault.notes().len(), vault.transcripts().len()), (1, 1));
}

/// A transcript of 20 MB, cut off in the middle of a cue.
#[test]
fn a_huge_transcript_that_is_cut_off_is_read_in_linear_time() {
    let cue = |n: u32| {
        let clock =
            |secs: u32| format!("{:02}:{:02}:{:02}.000", secs / 3600, secs / 60 % 60, secs % 60);
        format!(
            "{n}\n{} --> {}\nline {n} is said <c>here</c> and\n\n",
            clock(n / 20),
            clock(n / 20 + 1)
        )
    };
    let mut text = String::from("WEBVTT\n\n");
    let mut count = 0;
    while text.len() < 20_000_000 {
        count += 1;
        text.push_str(&cue(count));
    }
    text.truncate(text.len() - 40);
    let file = NoteFile::new("a.vtt", text);
    let note = file.read();
    let read = u32::try_from(note.claims().len()).unwrap();
    assert!(read == count || read + 1 == count, "{read} of {count}");
}

#[test]
fn a_transcript_in_another_encoding_or_of_another_video_is_told_apart() {
    let utf_16: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain("0:09 --> 0:12\nGröße\n".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let windows = b"0:09 --> 0:12\nGr\xf6\xdfe\n";
    for bytes in [&utf_16[..], &windows[..], "\u{feff}0:09 --> 0:12\nGröße\n".as_bytes()] {
        let note = NoteFile::from_bytes("a.srt", bytes).read();
        assert_eq!(note.claims()[0].text, "Größe", "{bytes:?}");
    }
    let files = [
        NoteFile::new("bread.md", NOTE),
        NoteFile::new("bread [dQw4w9WgXcQ].vtt", SUBTITLES),
        NoteFile::new("empty.srt", "nothing\n"),
    ];
    let Corpus { vault, matrix, .. } = Corpus::read(&files);
    let codes = |at: usize| -> Vec<Code> {
        vault.problems_of(&vault.transcripts()[at]).map(|problem| problem.code).collect()
    };
    assert_eq!(codes(0), [Code::TranscriptApart]);
    assert_eq!(codes(1), [Code::TranscriptUnread]);
    assert_eq!(matrix.skills.len(), 2);
    let video = vault.notes()[0].video.unwrap();
    assert!(SpokenLines::of(&vault, video).is_empty());
}
