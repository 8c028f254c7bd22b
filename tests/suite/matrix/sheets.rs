//! Sheets: what CSV and TSV files of ladders, taxonomies and teams become.

use skillreel::matrix::{Matrix, Placement, team, unused_marks};
use skillreel::note::Code;
use skillreel::vault::{NoteFile, Vault};

/// What a sheet places (`Bake @new (Craft)`), and the codes of what was told.
fn placed(path: &str, bytes: &[u8]) -> (Vec<String>, Vec<Code>) {
    let note = NoteFile::from_bytes(path, bytes).read();
    let problems = note.problems().iter().cloned().chain(unused_marks(&note));
    let codes = problems.map(|problem| problem.code).collect();
    let matrix = Matrix::of(&Vault::of(vec![note]));
    let words = |placement: &Placement| {
        let level = placement.level.map(|level| format!(" @{level}")).unwrap_or_default();
        let group = placement.group.as_ref().map(|group| format!(" ({group})")).unwrap_or_default();
        format!("{}{level}{group}", placement.as_written)
    };
    (matrix.skills.iter().flat_map(|skill| &skill.placements).map(words).collect(), codes)
}

#[test]
fn sheets_of_each_kind() {
    type Case<'a> = (&'a str, &'a str, &'a [u8], &'a [&'a str], &'a [Code]);
    let cases: [Case<'_>; 11] = [
        (
            "what each level of a role needs of each skill, a row each",
            "a.csv",
            b"Role,Skill,Required level\nBaker,Knead,2\nBaker,Wait,1\nSenior Baker,Knead,4\nSenior Baker,Wait,3\n",
            &["Knead @baker", "Knead @senior", "Wait @baker", "Wait @senior"],
            &[],
        ),
        (
            "wide, with groups that go on, descriptions, and a cell of several lines",
            "a.csv",
            b"Area,Skill,What it is,Junior Baker,Senior Baker\r\nCraft,Knead,By hand,\"Long,\r\n\r\n[PM] slow\",Teaches\r\n,Wait,,-,Plans\r\n",
            &["Knead @new (Craft)", "Knead @senior (Craft)", "Wait @senior (Craft)"],
            &[],
        ),
        (
            "semicolons, and Windows-1252",
            "a.csv",
            b"Kompetenz;Berufseinsteiger;Senior\nR\xfchren;\"lang; langsam\";kurz\n",
            &["Rühren @new", "Rühren @senior"],
            &[],
        ),
        ("tabs", "a.TSV", b"Skill\tJunior\tSenior\nKnead\ta\tb\n", &["Knead @new", "Knead @senior"], &[]),
        (
            "a separator that is named, a title above, a head that comes again",
            "a.csv",
            b"sep=;\nBakers\nSkill;Junior;Senior\nKnead;a;b\nSkill;Junior;Senior\nWait;;c\n",
            &["Knead @new (Bakers)", "Knead @senior (Bakers)", "Wait @senior (Bakers)"],
            &[],
        ),
        (
            "a placement a row",
            "a.csv",
            b"skill,level,expectation\nKnead,New,a\nKnead,Senior,b\n",
            &["Knead @new", "Knead @senior"],
            &[],
        ),
        (
            "a taxonomy",
            "a.csv",
            b"domain,skill\nCraft,\n,Knead\n,Wait\nShop,Sell\n",
            &["Knead (Craft)", "Wait (Craft)", "Sell (Shop)"],
            &[],
        ),
        (
            "people and what they can do",
            "a.csv",
            b"Name,Role,Kneading\nPerson A,Team lead,0 - none\nPerson B,Baker,2 - expert\n",
            &[],
            &[Code::SheetTeam],
        ),
        (
            "people as columns",
            "a.csv",
            b"Topic of work,Person A,Person B,Person C\nOvens,Advanced,Expert,Basic\nFlour,Basic,Expert,Advanced\n",
            &[],
            &[Code::SheetTeam],
        ),
        (
            "a quotation mark that is never closed",
            "a.csv",
            b"Skill,Junior,Senior\nKnead,a,b\nWait,\"c,d\nSell,e,f\n",
            &["Knead @new", "Knead @senior"],
            &[Code::SheetRow],
        ),
        ("nothing of it", "a.csv", b"date,amount\n2026-01-02,3\n", &[], &[Code::SheetUnread]),
    ];
    for (case, path, bytes, want, codes) in cases {
        let (found, told) = placed(path, bytes);
        assert_eq!(found, want, "{case}");
        assert_eq!(told, codes, "{case}");
    }
}

#[test]
fn rows_of_other_lengths_are_told_with_their_line() {
    let note = NoteFile::from_bytes("a.csv", b"Skill,Junior,Senior\nKnead,a\nWait,b,c,d\n").read();
    let told: Vec<(u32, Code)> =
        note.problems().iter().map(|problem| (problem.line, problem.code)).collect();
    assert_eq!(told, [(2, Code::SheetRow), (3, Code::SheetRow)]);
}

/// Each rating as `person, skill: step of so many`.
fn ratings(text: &str) -> Vec<String> {
    let note = NoteFile::new("a.csv", text).read();
    let number = |of: Option<u32>| of.map_or_else(|| "?".to_owned(), |of| of.to_string());
    let matrix = Matrix::of(&Vault::of(vec![note.clone()]));
    assert!(matrix.skills.is_empty(), "{text}");
    team(&note)
        .into_iter()
        .map(|rating| {
            format!(
                "{}, {}: {} of {}",
                rating.person,
                rating.skill,
                number(rating.step),
                number(rating.of)
            )
        })
        .collect()
}

#[test]
fn what_a_team_can_do_is_read_and_put_nowhere() {
    let cases: [(&str, &[&str]); 9] = [
        (
            "Name,Team,Site,Kneading,Waiting\nAda,Core,Oslo,3,\nBo,Core,Rome,1,0\n",
            &["Ada, Kneading: 3 of 4", "Bo, Kneading: 1 of 4", "Bo, Waiting: 0 of 4"],
        ),
        (
            "Team skills\n\nEmployee;Kneading;Waiting\nAda;Advanced;None\nBo;Expert;Champion\n",
            &["Ada, Kneading: 3 of 5", "Ada, Waiting: 0 of 5", "Bo, Kneading: 4 of 5"],
        ),
        ("Person,Kneading\nAda,x\nBo,\n", &["Ada, Kneading: 1 of 2"]),
        (
            "Skill,Ada,Bo\nKneading,2,1\nWaiting,3,\n",
            &["Ada, Kneading: 2 of 4", "Bo, Kneading: 1 of 4", "Ada, Waiting: 3 of 4"],
        ),
        (
            "Person,Skill,Level\nAda,Kneading,2 - working\nBo,Kneading,Expert\n",
            &["Ada, Kneading: 2 of 3", "Bo, Kneading: 4 of 5"],
        ),
        ("Mitarbeiter,Kneten\nAda,fortgeschritten\n", &["Ada, Kneten: 2 of 5"]),
        ("Name,Skill,Level\nAda,Kneading,Role model\n", &["Ada, Kneading: ? of ?"]),
        // What is said of people in sentences, and sums of money, are no ratings.
        ("Name,Remark\nAda,is often late\n", &[]),
        ("Item,2024,2025\nFlour,1200,1300\n", &[]),
    ];
    for (sheet, want) in cases {
        assert_eq!(ratings(sheet), want, "{sheet}");
    }
}
