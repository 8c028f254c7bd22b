//! What the authors of notes in other tools' habits expect of them: of our own notes, and of the shared ones.

use std::path::Path;

use skillreel::corpus::Corpus;
use skillreel::matrix::Matrix;
use skillreel::note::{Block, Code, Note, plain_text};
use skillreel::search::{Group, Query, Target};
use skillreel::vault::Vault;
use test_support::folder;

use crate::shared::shared;

/// A folder of notes, its seconds in order of reading (`^` marks what stands above), and its skills.
type Row = (&'static str, &'static str, &'static [&'static str]);

/// Folder, seconds and skills of our own notes.
const OWN: [Row; 16] = [
    ("double_brackets", "70 80 95 120 180 190", &["Knead", "Price"]),
    ("ranges", "60-80 120 150 180-210 300 360-370 420-429", &["Bake", "Knead", "Rest", "Shape"]),
    ("named_speakers", "0^ 8^ 185^", &[]),
    ("web_clipper", "0 9 3602", &[]),
    ("timestamp_fences", "130^ 3900^ 200", &[]),
    ("logseq", "100 110 120", &[]),
    ("players_links", "5 10-14 90 25 40 50", &[]),
    ("speaker_headings", "5^ 60^", &[]),
    ("time_headings", "100^ 120^ 120^", &["Patience", "Warm hands"]),
    ("video_in_body", "60 60", &[]),
    ("video_keys", "60 60", &[]),
    ("own_schemes", "60 120", &[]),
    ("chapters", "0 40 3610 10 60 120^ 210^ 240 250 260 270 280-290 300 310 320 330 340-345", &[]),
    ("roam", "60 5", &[]),
    ("obsidian", "60 80 120 130 140", &["Listen", "Wait", "Weigh"]),
    ("notion", "60 120", &[]),
];

/// The same of the shared ones.
const SHARED: [Row; 15] = [
    ("01-double-bracket-stamps", "144 152 161 765 830 932 1024 1200", &["Listen", "Price", "Ship"]),
    (
        "02-bracket-ranges-and-lists",
        "1443-1448 1469-1474 662 724 1800-1811 2987-2991 742-785 3070-3120 3000 484-742 724-731",
        &["Close", "Follow up", "Listen", "Plain", "Prepare", "Separate", "Summarise"],
    ),
    ("03-named-speaker-transcript", "0^ 5^ 122^ 4241^", &[]),
    ("04-obsidian-web-clipper", "0 6 3665", &[]),
    ("05-timestamp-notes-fences", "405^ 405^ 5232^ 742", &[]),
    ("06-logseq-youtube", "322 340 644 644 578", &[]),
    (
        "07-media-extended-links",
        "7 31 91 10-13 742-785 107 0 0 113 60-70 300 120 742 742 83 763 742",
        &[],
    ),
    ("08-time-in-speaker-heading", "7^ 763^", &[]),
    ("09-heading-is-the-time", "742^ 785^ 840^ 840^", &["Curiosity", "Patience"]),
    ("12-own-scheme-links", "742 3723 785", &[]),
    (
        "13-chapter-lists",
        "0 37 3723 0 132 3243 76^ 877^ 420 711 742 742 742-785 741 742 742 742-745 731 733",
        &[],
    ),
    ("14-roam-timestamps", "742 2", &[]),
    ("15-snipd-podcast", "176^", &[]),
    ("16-obsidian-syntax", "742 840 900 960 1020", &["Listen", "Plan", "Write"]),
    ("18-notion-export", "742 785", &[]),
];

fn vault(folder: &Path) -> Vault {
    Vault::read(&folder::notes(folder).unwrap())
}

/// The seconds of all claims, as in a [`Row`].
fn seconds(vault: &Vault) -> String {
    let claims = vault.notes().iter().flat_map(Note::claims).flat_map(|claim| &claim.stamps);
    let in_short = |stamp: &skillreel::note::Stamp| {
        let end = stamp.end_secs.map_or(String::new(), |end| format!("-{end}"));
        format!("{}{end}{}", stamp.seconds, if stamp.is_above { "^" } else { "" })
    };
    claims.map(in_short).collect::<Vec<_>>().join(" ")
}

fn codes(vault: &Vault) -> Vec<Code> {
    vault
        .notes()
        .iter()
        .flat_map(|note| vault.problems_of(note))
        .map(|problem| problem.code)
        .collect()
}

fn texts(vault: &Vault) -> Vec<&str> {
    vault.notes().iter().flat_map(Note::claims).map(|claim| claim.text.as_str()).collect()
}

fn assert_rows(folder: &Path, rows: &[Row]) {
    let mut wrong = Vec::new();
    for (name, want, skills) in rows {
        let vault = vault(&folder.join(name));
        let got = seconds(&vault);
        if got != *want {
            wrong.push(format!("{name}: {got}\n  instead of {want}\n  {:?}", texts(&vault)));
        }
        let mut names: Vec<String> =
            Matrix::of(&vault).skills.iter().map(|skill| skill.name.clone()).collect();
        names.sort_unstable();
        if !skills.is_empty() && names != *skills {
            wrong.push(format!("{name}: {names:?} instead of {skills:?}"));
        }
        if codes(&vault).contains(&Code::LinkUnsafe) && !name.contains("links") {
            wrong.push(format!("{name}: a link that cannot be opened"));
        }
        if texts(&vault).iter().any(|text| !text.chars().any(char::is_alphanumeric))
            && !(name.contains("links") || name.contains("chapter"))
        {
            wrong.push(format!("{name}: an empty claim among {:?}", texts(&vault)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Our own notes, and the shared ones where they are: the folder of each, and whether it is ours.
fn folders() -> Vec<(std::path::PathBuf, bool)> {
    let own = folder::repository().join("tests/fixtures/habits");
    let shared = shared("gold/habits").map(|folder| (folder, false));
    [(own, true)].into_iter().chain(shared).collect()
}

#[test]
fn every_row_has_the_times_and_skills_that_its_author_expects() {
    for (folder, is_own) in folders() {
        assert_rows(&folder, if is_own { &OWN } else { &SHARED });
    }
}

#[test]
fn videos_are_found_wherever_they_are_named() {
    for (folder, is_own) in folders() {
        let names: &[&str] = if is_own {
            &["video_in_body", "video_keys", "roam", "notion", "logseq", "speaker_headings"]
        } else {
            &["10-video-only-in-body", "11-video-under-other-keys", "14-roam-timestamps"]
        };
        for name in names {
            let vault = vault(&folder.join(name));
            assert!(vault.notes().iter().any(|note| note.video.is_some()), "{name}");
            let without = vault.notes().iter().filter(|note| note.video.is_none()).count();
            assert!(without == 0 || name.contains("notion"), "{name}");
        }
    }
}

#[test]
fn a_podcast_has_its_own_title_and_its_times_are_told() {
    for (folder, is_own) in folders() {
        let name = if is_own { "podcast" } else { "15-snipd-podcast" };
        let vault = vault(&folder.join(name));
        let note = &vault.notes()[0];
        assert!(note.title.starts_with("The "), "{}", note.title);
        let told = note.problems().iter().find(|problem| problem.code == Code::TimesUnread);
        assert!(told.unwrap().message.contains("snipd.com"), "{told:?}");
        assert!(!codes(&vault).contains(&Code::LinkMissing), "{:?}", codes(&vault));
    }
}

#[test]
fn marks_of_an_editor_have_their_meaning() {
    for (folder, is_own) in folders() {
        let name = if is_own { "obsidian" } else { "16-obsidian-syntax" };
        let vault = vault(&folder.join(name));
        let note = &vault.notes()[0];
        assert!(!codes(&vault).contains(&Code::LinkMissing), "{:?}", codes(&vault));
        let all = format!("{:?}", note.sections()).to_lowercase();
        for hidden in ["quince", "rhubarb", "salary", "hard to work", "^abc123", "[!", "rating::"] {
            assert!(!all.contains(hidden), "{hidden}");
        }
        let properties: Vec<&str> = note
            .sections()
            .iter()
            .flat_map(|section| &section.blocks)
            .filter_map(|block| match block {
                Block::Property(key, _) => Some(key.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(
            properties,
            if is_own { &["rating", "Tags"][..] } else { &["rating", "speaker", "Tags"] }
        );
        let title = if is_own { "Steam" } else { "Folded title" };
        assert!(texts(&vault).iter().any(|text| text.starts_with(title)), "{:?}", texts(&vault));
        assert!(!note.aliases.is_empty());
    }
}

#[test]
fn links_between_notes_all_lead_somewhere() {
    for (folder, is_own) in folders() {
        let name = if is_own { "wikilinks" } else { "17-wikilinks" };
        let vault = vault(&folder.join(name));
        let missing = [Code::LinkMissing, Code::LinkUnsafe, Code::LinkAmbiguous];
        let wrong: Vec<Code> =
            codes(&vault).into_iter().filter(|code| missing.contains(code)).collect();
        assert_eq!(wrong, [], "{name}");
        let links: usize = vault.notes().iter().map(|note| note.links().len()).sum();
        assert!(links >= 12, "{links}");
    }
}

#[test]
fn an_exports_hashes_are_not_shown() {
    for (folder, is_own) in folders() {
        let vault = vault(&folder.join(if is_own { "notion" } else { "18-notion-export" }));
        let hash = |text: &str| text.bytes().filter(|byte| byte.is_ascii_hexdigit()).count() > 31;
        for note in vault.notes() {
            assert!(!hash(&note.title), "{}", note.title);
            let shown: Vec<String> =
                note.links().iter().map(|link| plain_text(&link.content)).collect();
            assert!(!shown.iter().any(|text| hash(text)), "{shown:?}");
        }
        assert!(!codes(&vault).contains(&Code::LinkMissing), "{:?}", codes(&vault));
        assert!(texts(&vault).iter().all(|text| !text.contains("Created")), "{:?}", texts(&vault));
    }
}

#[test]
fn words_are_found_in_every_script_and_spelling() {
    let own = [
        ("search_marks", ["plugin", "ecommerce", "camelCase", "names"]),
        ("search_scripts", ["称量", "温度", "ขนมปัง", "temperatur"]),
    ];
    let shared = [
        (
            "19-search-hyphens-symbols",
            vec!["plugin", "plug-in", "addon", "add-on", "ecommerce", "CamelCase"],
        ),
        (
            "20-search-cjk-compounds",
            vec![
                "精确",
                "知识",
                "快乐",
                "優先順位",
                "マネージャー",
                "จัดลำดับ",
                "management",
                "RawTransaction",
            ],
        ),
    ];
    for (folder, is_own) in folders() {
        let rows: Vec<(&str, Vec<&str>)> = if is_own {
            own.iter().map(|(name, queries)| (*name, queries.to_vec())).collect()
        } else {
            shared.to_vec()
        };
        for (name, queries) in rows {
            let Corpus { vault, index, .. } =
                Corpus::read(&folder::notes(&folder.join(name)).unwrap());
            for query in queries {
                let answer = index.search(&Query::read(query), 9);
                let hit = answer.hits(Group::Moments).first();
                let found = hit.is_some_and(|hit| {
                    let Target::Claim { note, claim, .. } = &hit.target else { return false };
                    let text = &vault.note(note).unwrap().claim(*claim).unwrap().text;
                    hit.is_complete && !answer.marker.marks(text).is_empty()
                });
                assert!(found, "{name}: {query}");
            }
        }
    }
}
