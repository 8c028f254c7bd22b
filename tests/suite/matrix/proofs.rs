//! Clips that whoever keeps the notes chose as proof: read, told, written, packed.

use skillreel::corpus::{Corpus, problems};
use skillreel::export::formats::{csv, data, html, markdown};
use skillreel::matrix::{Agreement, ChosenProof, Matrix, ProofFinder, is_bare, without_line};
use skillreel::note::Code;
use skillreel::vault::{NoteFile, Vault};

const LADDER: &str = "# Baker ladder\n\n\
    | Skill | Junior | Senior (L3) | Staff |\n|-|-|-|-|\n\
    | **Craft** | | | |\n\
    | Kneading | by hand | for hours | |\n\
    | Care | of dough | of ovens | of bakers |\n\
    | **People** | | | |\n\
    | Care | of oneself | of others | of all |\n\
    | C*s | pipes | more | |\n";

const TALK: &str = "---\ntitle: On bread\nvideoId: aaaaaaaaaaa\n---\n\n\
    ## First\n\nYou knead until it gives [1:00]. Then wait [2:00].\n\n\
    ## Second\n\nWho kneads less bakes bricks [1:00]. Late [1:10:20].\n\n\
    ## Key skills for bakers\n\n- **Patience**: all of it [3:00]\n";

fn files(proofs: &str) -> Vec<NoteFile> {
    let proofs = format!("---\ntitle: Chosen\nproof: true\n---\n\n{proofs}");
    vec![
        NoteFile::new("ladder.md", LADDER),
        NoteFile::new("talks/on bread.md", TALK),
        NoteFile::new("proof.md", proofs),
    ]
}

/// What was chosen: skill, group, level, note, second, and what is said then.
fn chosen(corpus: &Corpus) -> Vec<String> {
    let mut all = Vec::new();
    for skill in &corpus.matrix.skills {
        for placement in skill.placements.iter().filter(|placement| placement.is_chosen()) {
            let note = corpus.vault.note(&placement.note).unwrap();
            all.push(format!(
                "{} / {} / {} / {} / {} / {}",
                skill.name,
                skill.group.as_deref().unwrap_or("-"),
                corpus.matrix.level_label(placement.level),
                placement.note,
                placement.stamps[0].seconds,
                note.claim(placement.claims[0]).unwrap().text,
            ));
        }
    }
    all
}

fn told(corpus: &Corpus) -> Vec<(u32, String)> {
    let note = corpus.vault.notes().iter().find(|note| note.front_matter().is_proof).unwrap();
    problems(&corpus.vault, &corpus.matrix, note)
        .into_iter()
        .map(|problem| {
            assert_eq!(problem.code, Code::ProofUnused, "{problem:?}");
            (problem.line, problem.message)
        })
        .collect()
}

#[test]
fn what_a_line_names_stands_in_its_cell() {
    let knead = "Kneading / Craft / Junior / talks/on bread / 60 / You knead until it gives.";
    let cases = [
        ("- **Kneading** (Junior): [[on bread]] [1:00]", knead),
        ("- **Kneading** (junior) [[On bread]] [00:01:00] “as he says”", knead),
        ("* Kneading (Junior): [[talks/on bread|the talk]] [1:00]", knead),
        ("1. **Knead:** (Junior) [the talk](talks/on%20bread.md) [1:00]", knead),
        ("> - **Kneading** (Craft, Junior): [[on bread]] [1:00]", knead),
        (
            "- **Kneading** (Senior (L3)): [[on bread#Second]] [1:00]",
            "Kneading / Craft / Senior (L3) / talks/on bread / 60 / Who kneads less bakes bricks.",
        ),
        (
            "- **Kneading** (senior): [[on bread]] [1:10:20]",
            "Kneading / Craft / Senior (L3) / talks/on bread / 4220 / Late.",
        ),
        (
            "- **Care** (People, Staff): [[on bread]] [2:00]",
            "Care / People / Staff / talks/on bread / 120 / Then wait.",
        ),
        (
            "- **C\\*s** (Senior (L3)): [[on bread]] [2:00]",
            "C*s / People / Senior (L3) / talks/on bread / 120 / Then wait.",
        ),
    ];
    for (line, want) in cases {
        let corpus = Corpus::read(&files(line));
        assert_eq!(chosen(&corpus), [want], "{line}");
        assert_eq!(told(&corpus), [], "{line}");
    }
}

#[test]
fn what_names_nothing_here_is_told_and_makes_no_row() {
    let without = Corpus::read(&files("")).matrix;
    let cases = [
        ("- **Shaping** (Junior): [[on bread]] [1:00]", "no skill here is called “Shaping”"),
        ("- **Patience** (Junior): [[on bread]] [3:00]", "only talks do"),
        ("- **Kneading**: [[on bread]] [1:00]", "brackets behind the name: Junior, Senior (L3)."),
        ("- **Kneading** (Staff): [[on bread]] [1:00]", "nothing of “Kneading” at “Staff”"),
        ("- **Kneading** (Lead): [[on bread]] [1:00]", "nothing of “Kneading” at “Lead”"),
        ("- **Care** (Junior): [[on bread]] [1:00]", "the one that is meant: (Craft, Junior)"),
        ("- **Kneading** (Junior): [1:00]", "it links to no note"),
        ("- **Kneading** (Junior): [[on bread]]", "it has no time"),
        ("- **Kneading** (Junior): [[on bread]] [1:01]", "nothing in “On bread” is said at 1:01"),
        ("- [[on bread]] [1:01]", "it names no skill"),
        ("- **Kneading** (Junior): [[ladder]] [1:00]", "nothing in “Baker ladder” is said"),
    ];
    for (line, words) in cases {
        let corpus = Corpus::read(&files(line));
        let told = told(&corpus);
        assert_eq!((told.len(), told[0].0), (1, 6), "{line}: {told:?}");
        assert!(told[0].1.contains(words), "{line}: {told:?}");
        assert_eq!(corpus.matrix, without, "{line}");
    }
    // A link that leads nowhere is told as such, too.
    let corpus = Corpus::read(&files("- **Kneading** (Junior): [[on rolls]] [1:00]"));
    let note = &corpus.vault.notes()[2];
    let codes: Vec<Code> =
        problems(&corpus.vault, &corpus.matrix, note).iter().map(|problem| problem.code).collect();
    assert_eq!(codes, [Code::LinkMissing, Code::ProofUnused]);
    let told = data::check(&corpus.vault).problems;
    assert_eq!(told.iter().filter(|problem| problem.file == "proof.md").count(), 2);
}

#[test]
fn it_is_the_authors_choice_and_nobody_elses_word() {
    let lines = "- **Kneading** (Junior): [[on bread]] [1:00]\n- **Kneading** (Junior): [[on bread]] [1:00]\n";
    let corpus = Corpus::read(&files(lines));
    let without = Corpus::read(&files(""));
    let skill = |corpus: &Corpus| {
        corpus.matrix.skills.iter().find(|skill| skill.name == "Kneading").unwrap().clone()
    };
    let level = corpus.matrix.levels[0].id;
    let said = Agreement::of(skill(&corpus).at(Some(level)));
    assert_eq!(said.chosen.len(), 1, "twice the same is once");
    let said_without = Agreement::of(skill(&without).at(Some(level)));
    assert_eq!(
        (said.verdicts, said.notes, said.videos),
        (said_without.verdicts, said_without.notes, said_without.videos)
    );
    assert_eq!(corpus.matrix.videos, without.matrix.videos);
    let (vault, matrix) = (&corpus.vault, &corpus.matrix);
    let words = "chosen as proof by whoever keeps this page";
    let html = html::static_page(vault, matrix, "Bread");
    assert!(html.contains(&format!("On bread, {words}\"")), "{html}");
    assert!(html.contains(&format!("Junior, {words}: You knead until it gives")), "{html}");
    assert!(markdown::matrix(vault, matrix).contains(&format!("t=60s \"{words}\")")));
    let written = csv::matrix(vault, matrix);
    assert!(
        written.contains("talks/on bread.md,aaaaaaaaaaa,60,1:00,")
            && written.contains(",chosen\r\n")
    );
    let json = serde_json::to_value(data::matrix(vault, matrix)).unwrap();
    let placements = json["skills"][0]["placements"].as_array().unwrap();
    let chosen: Vec<_> =
        placements.iter().filter(|placement| placement["chosen"] == true).collect();
    assert_eq!(chosen.len(), 1);
    assert!(placements.iter().any(|placement| placement.get("chosen").is_none()));
    // Read back, it is still a choice.
    let back = Matrix::of(&Vault::read(&[NoteFile::new("m.csv", written)]));
    let back = back.skills.iter().find(|skill| skill.name == "Kneading").unwrap();
    assert_eq!(back.placements.iter().filter(|placement| placement.is_chosen()).count(), 1);
}

#[test]
fn what_is_written_is_read_back_and_taken_out_again() {
    let mut nasty = TALK.replace("On bread", "On “bread” [1] (C#)");
    nasty.push_str("\nMore [4:00].\n");
    let mut all = files("");
    all.pop();
    all.push(NoteFile::new("c# (2)/50% talk.md", nasty));
    all.push(NoteFile::new("list.md", "# Skills\n\n## Skills for bakers\n\n- **Rest**\n"));
    let bare = Corpus::read(&all);
    let own = "---\ntitle: Mine\nproof: true\n---\n\n# Mine\n\n- **Care** (People, Staff): [[on bread]] [2:00]\n\nA remark.\n";
    for start in [
        None,
        Some(own),
        Some("---\ntitle: Mine\nproof: true\n---\n- **Kneading** (Junior): [[on bread]] [1:00]"),
    ] {
        let mut text = start.map(str::to_owned);
        let mut written = 0;
        for skill in bare.matrix.skills.iter().filter(|skill| skill.is_of_ladder()) {
            for level in
                bare.matrix.levels.iter().filter(|level| skill.at(Some(level.id)).next().is_some())
            {
                for note in &bare.vault.notes()[1..3] {
                    let proof = ChosenProof { skill, level: Some(level.id), note, seconds: 180 };
                    text = Some(proof.added_to(text.as_deref(), &bare.matrix));
                    written += 1;
                }
            }
        }
        let mut text = text.unwrap();
        let read = |text: &str| {
            let mut all = all.clone();
            all.push(NoteFile::new("p.md", text));
            Corpus::read(&all)
        };
        let corpus = read(&text);
        let before = start.map_or(0, |start| chosen(&read(start)).len());
        assert_eq!(told(&corpus), [], "{text}");
        assert_eq!(chosen(&corpus).len(), before + written, "{text}");
        // From the last on, so that line numbers hold.
        let note = corpus.vault.notes().iter().find(|note| note.front_matter().is_proof).unwrap();
        let (proofs, _) = ProofFinder::of(&corpus.vault, &corpus.matrix).proofs(note);
        for proof in proofs.iter().rev().take(written) {
            text = without_line(&text, proof.line);
        }
        match start {
            None => assert!(is_bare(&text), "{text}"),
            Some(start) => assert_eq!(text.trim_end(), start.trim_end()),
        }
    }
}
