//! Snapshots: what comes back, what counts for nothing, and which notes bring one.

use super::*;
use crate::export::page::beside::{TextPackFile, VaultPiece};

const CHECKSUM: Checksum = Checksum([1, 2, 3, 4, 0, 0, 4, 0]);

/// The paths and texts of some notes.
const NOTES: [(&str, &str); 8] = [
    (
        "a.md",
        "---\nvideoId: 7gaPPrAd7nc\n---\n## What senior product managers need\n\n\
         The most important skills:\n\n1. **Listening**: hear what is meant [0:10].\n\
         2. **Writing**: say it once [0:20].\n",
    ),
    (
        "b/c.md",
        "---\nvideoId: aaaaaaaaaaa\n---\n# Other\n\nSee [[a]] and [[b/c]]. \
         [0:30](https://youtu.be/bbbbbbbbbbb?t=30)",
    ),
    ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nWrite it down, then listen\n"),
    ("d.md", "# Élan\n\n“So”"),
    ("e.md", "# Ladder\n\n|Skill|Junior|Senior|\n|-|-|-|\n|Timing|a|b|\n"),
    ("f.md", "---\nproof: true\n---\n- **Timing** (Senior): [[a]] [0:20]\n"),
    // What the times of one mean depends on the other.
    ("g.md", "---\nvideoId: ccccccccccc\n---\n- Warm the pot [0:20]\n- Pour [410:10]\n"),
    ("h.md", "---\nvideoId: ccccccccccc\n---\n- Warm the pot [00:20:75]\n- Pour [05:30:00]\n"),
];

use crate::corpus::Corpus;
use crate::yielding;

struct PackedCorpus {
    read: Corpus,
    json: Arc<[u8]>,
    snapshot: Vec<u8>,
    look: PageLook,
}

fn packed() -> PackedCorpus {
    let files = NOTES.map(|(path, text)| NoteFile::new(path, text));
    let texts = NOTES.map(|(_, text)| serde_json::to_string(text).unwrap());
    let json = texts.join(",");
    let places = texts.iter().map(|text| {
        let start = json.find(text).unwrap();
        start..start + text.len()
    });
    let places: Vec<Range<usize>> = places.collect();
    let look = PageLook { title: None, accent: "#0a8".parse().ok(), view: "level=new".into() };
    let read = Corpus::read(&files);
    let origin = SnapshotBlock { checksum: CHECKSUM, look: &look, texts: &places };
    let snapshot = pack(&read.vault, &read.matrix, &read.index, &origin, async || ());
    let snapshot = yielding::at_once(snapshot).unwrap().unwrap();
    PackedCorpus { read, json: json.as_bytes().into(), snapshot, look }
}

#[test]
fn what_was_found_out_comes_back_without_reading() {
    let PackedCorpus { read, json, snapshot, look } = packed();
    assert!(!read.matrix.skills.is_empty(), "a matrix to compare");
    let known = unpack(&snapshot, &json, CHECKSUM).unwrap();
    assert_eq!(known.look, look);
    assert_eq!(known.notes, NOTES.map(|(path, text)| NoteFile::new(path, text)));
    let Prepared { vault, matrix, index } = known.prepared;
    assert_eq!(matrix, read.matrix);
    assert_eq!(vault.title(), read.vault.title());
    let Some(IndexPlace::Here(index)) = index else { panic!("it is in the page") };
    let index = yielding::at_once(index.unpack(&vault, &matrix, async || ())).unwrap();
    assert_eq!(index.index.pack(), read.index.pack());
    assert_eq!(vault.transcripts(), read.vault.transcripts());
    assert!(vault.transcripts()[0].video.is_some());
    assert_eq!(read.vault.notes()[6].claims()[1].stamps[0].seconds, 19_800, "hours, not minutes");
    for (known, note) in vault.notes().iter().zip(read.vault.notes()) {
        assert_eq!(known.card(), note.card());
        let linking = |vault: &Vault| -> Vec<String> {
            vault.backlinks(&note.id).iter().map(|note| note.path.clone()).collect()
        };
        assert_eq!(linking(&vault), linking(&read.vault), "{}", note.id);
        assert!(!known.is_read() && known.is_known(), "{}", note.id);
        assert_eq!(known, note, "once it is read");
        assert!(known.is_read(), "{}", note.id);
    }
}

#[test]
fn a_catalog_of_something_else_does_not_count() {
    let PackedCorpus { json, snapshot, .. } = packed();
    assert!(unpack(&snapshot, &json, CHECKSUM).is_some());
    let mut of_another_program = snapshot.clone();
    of_another_program[1] ^= 1;
    let mut other_seal = CHECKSUM;
    other_seal.0[0] ^= 1;
    let half: Arc<[u8]> = json[..json.len() / 2].into();
    for (snapshot, json, checksum, why) in [
        (of_another_program.as_slice(), &json, CHECKSUM, "another program"),
        (&snapshot, &json, other_seal, "other notes"),
        (&snapshot, &half, CHECKSUM, "fewer notes"),
        (&[], &json, CHECKSUM, "none"),
    ] {
        assert!(unpack(snapshot, json, checksum).is_none(), "{why}");
    }
    for end in 0..snapshot.len() {
        assert!(unpack(&snapshot[..end], &json, CHECKSUM).is_none(), "cut off at {end}");
    }
}

#[test]
fn few_notes_bring_no_index_and_more_than_a_page_shows_unread_bring_nothing() {
    let few = Checksum([1, 2, 3, 4, 0, 1, 0, 0]);
    let look = PageLook::default();
    let origin = SnapshotBlock { checksum: few, look: &look, texts: &[] };
    let pack = |text: &str| {
        let Corpus { vault, matrix, index } = Corpus::read(&[NoteFile::new("a.md", text)]);
        yielding::at_once(pack(&vault, &matrix, &index, &origin, async || ())).unwrap()
    };
    let short = pack("# A\n\nSo it is [0:10].\n").unwrap();
    let rest = behind_its_head(&short, few).unwrap();
    let snapshot: Snapshot<'_> = postcard::from_bytes(rest).unwrap();
    assert!(matches!(snapshot.index, PackedIndexPlace::Nowhere));
    assert!(snapshot.vault.is_sketched());
    assert_eq!(pack(&"So it is, and not otherwise [0:10].\n\n".repeat(4000)), None);
}

#[test]
fn a_block_has_the_seal_of_its_gzip() {
    for length in 8..12 {
        let gzip: Vec<u8> = (0..40 + length).collect();
        let checksum = Checksum::of_gzip(&gzip);
        assert_eq!(Checksum::of_block(STANDARD.encode(&gzip).as_bytes()), checksum);
        assert!(checksum.is_some());
    }
    assert_eq!(Checksum::of_block(b""), None);
    assert_eq!(Checksum::of_block(b"no base64, and long enough"), None);
    assert_eq!(CHECKSUM.bytes(), 0x0004_0000);
}

#[test]
fn notes_beside_a_page_are_read_once_their_texts_have_come() {
    let PackedCorpus { read, look, .. } = packed();
    let file = |of: u8| VaultPiece::of_digest([of; 32]);
    // Three texts in each of two packs.
    let packs: Vec<&[(&str, &str)]> = NOTES.chunks(3).collect();
    let length = |(_, text): &(&str, &str)| u32::try_from(text.len()).unwrap();
    let files = packs.iter().zip(1..).map(|(texts, number)| TextPackFile {
        file: file(number),
        lengths: texts.iter().map(length).collect(),
    });
    let files = BesideFiles { texts: files.collect(), index: file(9), links: file(8), bytes: 4711 };
    let snapshot =
        pack_beside(&read.vault, &read.matrix, &look, &FxHashSet::default(), files.clone())
            .unwrap();
    assert!(unpack(&snapshot, &Arc::from([0_u8; 8]), CHECKSUM).is_none(), "there is no block");
    let known = unpack_beside(&snapshot).unwrap();
    let beside = known.beside.unwrap();
    assert_eq!(*beside.files, files);
    let Prepared { vault, matrix, index } = known.prepared;
    assert!(matches!(index, Some(IndexPlace::Beside(of)) if of == file(9)));
    assert_eq!(matrix, read.matrix);
    let find = |path: &str| vault.notes().iter().find(|note| note.path == path).unwrap();
    assert_eq!(beside.packs.take_wanted(), [0; 0]);
    // What a page shows of few notes at first is known; where notes are read, more is wanted of them than that.
    assert!(find("a.md").is_known() && !find("a.md").claims().is_empty());
    assert_eq!(beside.packs.take_wanted(), [0]);
    for (pack, texts) in packs.iter().enumerate() {
        let bytes: String = texts.iter().map(|(_, text)| *text).collect();
        beside.packs.put(pack, bytes.as_bytes().into());
    }
    assert_eq!(known.notes, NOTES.map(|(path, text)| NoteFile::new(path, text)));
    for (known, note) in vault.notes().iter().zip(read.vault.notes()) {
        assert_eq!(known, note, "{}", note.id);
        assert!(known.is_read(), "{}", note.id);
    }
    for end in 0..snapshot.len() {
        assert!(unpack_beside(&snapshot[..end]).is_none(), "cut off at {end}");
    }
}

#[test]
fn of_notes_beside_a_page_that_are_too_much_those_are_known_that_it_shows_first() {
    let long =
        |line: &str| [line, &"So it is, and not otherwise [0:10].\n\n".repeat(2000)].concat();
    let shown = "---\nvideoId: aaaaaaaaaaa\n---\n# Shown\n\nThis is heard [0:10].\n";
    let files = [("a.md", long("# A\n\n")), ("b.md", shown.to_owned()), ("c.md", long("# C\n\n"))];
    let files = files.map(|(path, text)| NoteFile::new(path, text));
    let Corpus { vault, matrix, .. } = Corpus::read(&files);
    let places = files.iter().zip(1..).map(|(note, number)| TextPackFile {
        file: VaultPiece::of_digest([number; 32]),
        lengths: vec![u32::try_from(note.text.read().len()).unwrap()],
    });
    let places: Vec<TextPackFile> = places.collect();
    let known = |first: &[&str]| {
        let first = first.iter().map(|id| NoteId((*id).into())).collect();
        let index = VaultPiece::of_digest([9; 32]);
        let files = BesideFiles { texts: places.clone(), index, links: index, bytes: 0 };
        let packed = pack_beside(&vault, &matrix, &PageLook::default(), &first, files).unwrap();
        let vault = unpack_beside(&packed).unwrap().prepared.vault;
        let known = vault.notes().iter().filter(|note| note.is_known());
        known.map(|note| (note.path.clone(), note.claims().len())).collect::<Vec<_>>()
    };
    assert_eq!(known(&[]), []);
    assert_eq!(known(&["b"]), [("b.md".to_owned(), 1)]);
    assert_eq!(
        known(&["a", "b"]),
        [("b.md".to_owned(), 1)],
        "so much of one is taken along by no page"
    );
}
