//! What an author hid is in nothing that is handed out, looked for in the bytes.

use std::io::Read;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::read::GzDecoder;
use skillreel::corpus::Corpus;
use skillreel::export::formats::csv;
use skillreel::export::page::fill::{NOTES_REGION, SNAPSHOT_REGION};
use skillreel::export::page::look::PageLook;
use skillreel::export::page::pack;
use skillreel::note::{Code, Note};
use skillreel::search::Query;
use skillreel::vault::NoteFile;

/// The words that stand in what is hidden, and nowhere else.
const HIDDEN: [&str; 8] =
    ["quince", "rhubarb", "sorrel", "tansy", "umbel", "vervain", "woodruff", "yarrow"];

const NOTE: &str = "---\ntitle: Bread\nvideoId: 7gaPPrAd7nc\n---\n\
    ## Skills for new bakers %% quince %%\n\n\
    <!-- rhubarb -->\n<!-- skills: new -->\n1. **Knead** <!-- sorrel --> long [00:10]\n\
    2. **Rest**%%tansy%% well [00:20]\n\n\
    %%\numbel [00:30]\n\n- **Vervain**: [[vervain]]\n%%\n\n\
    > quoted %%woodruff%%\n\n| a | %%yarrow%% |\n|---|---|\n| `%%code%%` | b |\n\n- Last item.\n";

/// The parts of a page that are filled.
fn template() -> String {
    let (notes, snapshot) = (NOTES_REGION, SNAPSHOT_REGION);
    format!(
        "<title></title><!--skillreel:app--><!--/skillreel:app-->{}{}{}{}",
        snapshot.open, snapshot.close, notes.open, notes.close
    )
}

fn unpacked(block: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    GzDecoder::new(&*STANDARD.decode(block).unwrap()).read_to_end(&mut bytes).unwrap();
    bytes
}

fn assert_bare(bytes: &[u8], what: &str) {
    let text: String = bytes.iter().map(|&byte| char::from(byte)).collect::<String>();
    let text = text.to_lowercase();
    let found: Vec<&&str> = HIDDEN.iter().filter(|word| text.contains(**word)).collect();
    assert!(found.is_empty(), "{found:?} in {what}");
}

#[test]
fn what_was_hidden_is_in_no_byte_of_a_page() {
    // A snapshot is worth its bytes for many notes only.
    let filler = |n: usize| {
        let body: String = (0..80)
            .map(|m| {
                format!(
                    "- Thing {:x} is said [0:{:02}]\n",
                    (n * 7919 + m * 104_729) * 6_700_417,
                    m % 60
                )
            })
            .collect();
        NoteFile::new(format!("{n}.md"), format!("---\ntitle: T{n}\n---\n{body}"))
    };
    let lossy = [NOTE.as_bytes(), b"\xff caf\xe9 %%quince \xe9%%\n"].concat();
    let utf_16: Vec<u8> = [0xfe, 0xff]
        .into_iter()
        .chain(format!("%%quince%%{}", '\u{d7ff}').encode_utf16().flat_map(u16::to_be_bytes))
        .chain([0xd8, 0x00])
        .collect();
    let cases: [(Vec<NoteFile>, usize); 3] = [
        ((0..120).map(filler).chain([NoteFile::new("a.md", NOTE)]).collect(), 7),
        (vec![NoteFile::from_bytes("a.md", &lossy)], 8),
        (vec![NoteFile::from_bytes("b.md", &utf_16)], 1),
    ];
    for (files, remarks) in cases {
        let page = pack::page(&template(), &files, &PageLook::default()).unwrap();
        assert_bare(page.as_bytes(), "the page");
        let notes = unpacked(NOTES_REGION.find(&page).unwrap());
        assert_bare(&notes, "the notes");
        let notes: serde_json::Value = serde_json::from_slice(&notes).unwrap();
        for note in notes["notes"].as_array().unwrap() {
            if let Some(original) = note["original"].as_str() {
                assert_bare(&STANDARD.decode(original).unwrap(), "the file's bytes");
            }
        }
        let snapshot = SNAPSHOT_REGION.find(&page).unwrap();
        assert!(files.len() < 9 || !snapshot.is_empty(), "a catalog to look into");
        if !snapshot.is_empty() {
            assert_bare(&unpacked(snapshot), "the catalog");
        }
        assert_eq!(files.iter().map(|file| file.without_remarks().1).sum::<usize>(), remarks);
    }
}

#[test]
fn what_was_hidden_is_neither_shown_searched_nor_exported() {
    let files = [NoteFile::new("a.md", NOTE)];
    let Corpus { vault, matrix, index } = Corpus::read(&files);
    let note = &vault.notes()[0];
    assert_bare(format!("{:?}", note.sections()).as_bytes(), "the reader");
    assert_bare(format!("{matrix:?}").as_bytes(), "the matrix");
    assert_bare(csv::matrix(&vault, &matrix).as_bytes(), "the table");
    for word in HIDDEN {
        assert_eq!(index.search(&Query::read(&format!("\"{word}\"")), 9).count(), 0, "{word}");
    }
    // What is not hidden is there, and the author's mark works.
    let names: Vec<&str> = matrix.skills.iter().map(|skill| skill.name.as_str()).collect();
    assert_eq!(names, ["Knead", "Rest"]);
    assert!(matrix.skills.iter().all(|skill| skill.placements[0].rank.is_some()));
    assert!(
        note.claims().iter().any(|claim| claim.text == "Last item." && claim.line == 24),
        "{:?}",
        note.claims()
    );
    assert!(format!("{:?}", note.sections()).contains("%%code%%"));
    let told = note.problems().iter().find(|problem| problem.code == Code::RemarksHidden).unwrap();
    assert!(told.message.starts_with("7 remarks "), "{told:?}");
}

#[test]
fn what_would_hide_and_is_never_closed_is_told() {
    let cases = [
        ("a\n%%\nb\n", "is not shown", 2, 1),
        ("a %%b\n", "stays text", 1, 1),
        ("a\n\nb <!-- c\n", "stays text", 3, 2),
    ];
    for (text, what, line, claims) in cases {
        let note = Note::read("a.md", text);
        let told = note.problems().iter().find(|problem| problem.code == Code::RemarkUnclosed);
        let told = told.unwrap_or_else(|| panic!("{text:?}: {:?}", note.problems()));
        assert!(told.message.contains(what) && told.line == line, "{text:?}: {told:?}");
        assert_eq!(note.claims().len(), claims, "{text:?}");
    }
}
