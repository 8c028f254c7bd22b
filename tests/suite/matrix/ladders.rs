//! The rules by which career ladders become a matrix, each held by a small ladder of its own.

use skillreel::matrix::{Matrix, Placement};
use skillreel::note::Note;
use skillreel::vault::Vault;

/// What ladders place: `Bake @new`, with the group in brackets, file by file and row by row.
fn placed(files: &[(&str, &str)]) -> Vec<String> {
    let notes = files.iter().map(|(path, text)| Note::read(path, text)).collect();
    let matrix = Matrix::of(&Vault::of(notes));
    let words = |placement: &Placement| {
        let level = placement.level.map(|level| format!(" @{level}")).unwrap_or_default();
        let group = placement.group.as_ref().map(|group| format!(" ({group})")).unwrap_or_default();
        format!("{}{level}{group}", placement.as_written)
    };
    matrix.skills.iter().flat_map(|skill| &skill.placements).map(words).collect()
}

/// Each case: the rule, a ladder, and what it places.
fn check(cases: &[(&str, &str, &[&str])]) {
    for (rule, ladder, want) in cases {
        assert_eq!(placed(&[("n.md", ladder)]), *want, "{rule}:\n{ladder}");
    }
}

#[test]
fn tables_with_levels_as_columns() {
    check(&[
        (
            "each filled cell is a placement; a row without one is a group",
            "| Skill | Junior Baker (L1) | Baker (L2) | Senior Baker (L3) |\n|-|-|-|-|\n\
             | **Craft** | | | |\n| Knead | by hand | – | teaches |\n| Wait: long | n/a | 0 | ✓ |\n",
            &["Knead @new (Craft)", "Knead @senior (Craft)", "Wait @senior (Craft)"],
        ),
        (
            "ticked boxes count, and the head names the group of skills on the right",
            "| L1 | L2 | L3 | Oven |\n|-|-|-|-|\n| [x] | [ ] | [x] | Heat |\n",
            &["Heat @l1 (Oven)", "Heat @l3 (Oven)"],
        ),
        (
            "a column of groups is none of levels, left of the skills",
            "| Group | Skill | Associate PM | Senior PM |\n|-|-|-|-|\n| Craft | Knead | a | b |\n| | Wait | c | d |\n",
            &[
                "Knead @new (Craft)",
                "Knead @senior (Craft)",
                "Wait @new (Craft)",
                "Wait @senior (Craft)",
            ],
        ),
        (
            "and right of them",
            "| Topic | Area | Junior PM | Senior PM |\n|-|-|-|-|\n| Knead | Craft | a | b |\n",
            &["Knead @new (Craft)", "Knead @senior (Craft)"],
        ),
        (
            "a group PM among levels is one",
            "| Skill | Junior | Senior | Group |\n|-|-|-|-|\n| Knead | a | b | c |\n",
            &["Knead @new", "Knead @senior", "Knead @lead"],
        ),
        (
            "a grid of roles and weights is no ladder",
            "| Topic | Weight | Owner |\n|-|-|-|\n| Flour | 3 | Ada |\n",
            &[],
        ),
        (
            "where the head is all there is above a row, the heading is the skill",
            "# Career ladder\n## Kneading\n| Junior | Senior |\n|-|-|\n| by hand | teaches |\n",
            &["Kneading @new", "Kneading @senior"],
        ),
        (
            "a head that comes again names nothing",
            "| Skill | Junior | Senior |\n|-|-|-|\n| Knead | a | b |\n| Skill | Junior | Senior |\n| Wait | c | d |\n",
            &["Knead @new", "Knead @senior", "Wait @new", "Wait @senior"],
        ),
    ]);
}

#[test]
fn tables_with_levels_as_rows() {
    check(&[
        (
            "each column is a skill",
            "| Level | Title | Kneading | Waiting |\n|-|-|-|-|\n| L1 | Baker 1 | a | |\n| L2 | Baker 2 | b | c |\n",
            &["Kneading @l1", "Kneading @l2", "Waiting @l2"],
        ),
        (
            "one column that describes: the heading is the skill",
            "## Kneading\n| Level | What it looks like |\n|-|-|\n| Junior | a |\n| Senior | b |\n",
            &["Kneading @new", "Kneading @senior"],
        ),
        (
            "a scale without skills",
            "## Levels of mastery\n| Level | Meaning |\n|-|-|\n| Novice | a |\n| Expert | b |\n",
            &[],
        ),
    ]);
}

#[test]
fn tables_of_html_are_read_as_those_of_markdown() {
    check(&[
        (
            "lists in cells, a title over the head, cells over several rows",
            "<table><tr><td colspan=3><b>Bakers</b></td></tr>\n<tr><th>Area</th><th>Junior</th><th>Senior</th></tr>\n\
             <tr><td rowspan=2>Knead</td><td><ul><li>a</li><li>b</li></ul></td><td>c</td></tr>\n\
             <tr><td></td><td>d</td></tr></table>\n",
            &["Knead @new (Bakers)", "Knead @senior (Bakers)"],
        ),
        (
            "blank lines and indents between tags are no code",
            "<table>\n  <tr><th>Area</th><th>Junior</th><th>Senior</th></tr>\n\n      <tr><td>Knead</td>\n\n      \
             <td>a</td><td>b</td></tr>\n</table>\n",
            &["Knead @new", "Knead @senior"],
        ),
    ]);
}

#[test]
fn headings_of_levels_and_of_skills() {
    check(&[
        (
            "under a level: labels and sub-headings, but no parts of what is said of it",
            "## Junior Baker\n- Kneading: by hand\n- They bake daily.\n### Responsibilities\n- **Waiting**: long\n\
             ## Senior Baker\n### Craft\n#### Kneading\nText.\n#### Waiting\nText.\n",
            &[
                "Kneading @new",
                "Kneading @senior (Craft)",
                "Waiting @new",
                "Waiting @senior (Craft)",
            ],
        ),
        (
            "under a skill: levels as headings, as items, as items one by one",
            "# Skills framework\n## Kneading\n### Novice\na\n### Expert\nb\n## Waiting\n- **Novice**: a\n- **Expert**: b\n\
             ## Tasting\n1. Novice\n  - a\n2. Expert\n  - b\n",
            &[
                "Kneading @novice",
                "Kneading @expert",
                "Waiting @novice",
                "Waiting @expert",
                "Tasting @novice",
                "Tasting @expert",
            ],
        ),
        (
            "an item over its levels, in a note whose name is no level's",
            "# Support competency framework\n- Empathy\n  - Junior: listens\n  - Senior: convinces\n",
            &["Empathy @new", "Empathy @senior"],
        ),
        (
            "headings that only look like codes",
            "## EC2\n- **Cost**: a\n## MP3\n- **Size**: b\n",
            &[],
        ),
        ("one heading of a level makes no ladder", "## Senior Bakers\n- **Kneading**: a\n", &[]),
        (
            "a talk of a video is none",
            "---\nvideoId: aaaaaaaaaaa\n---\n## Junior Bakers\n- **Ovens**: a\n## Senior Bakers\n- **Ovens**: b\n",
            &[],
        ),
    ]);
}

#[test]
fn files_that_are_one_level_each() {
    let files = [
        ("bakers/baker.md", "---\ntitle: Baker\n---\n## Kneading\nBy hand.\n"),
        ("bakers/senior.md", "---\ntitle: Senior Baker\n---\n## Kneading\nTeaches.\n"),
        ("other/baker.md", "---\ntitle: Baker\n---\n## Kneading\nAlone.\n"),
    ];
    assert_eq!(placed(&files), ["Kneading @baker", "Kneading @senior"]);
}

#[test]
fn rows_of_one_name_in_two_groups_are_two_skills() {
    let ladder = "| Skill | Junior | Senior |\n|-|-|-|\n| **Oven** | | |\n| Care | a | |\n| **Shop** | | |\n| Care | b | |\n";
    assert_eq!(placed(&[("n.md", ladder)]), ["Care @new (Oven)", "Care @new (Shop)"]);
    let matrix = Matrix::of(&Vault::of(vec![Note::read("n.md", ladder)]));
    assert_eq!(matrix.skills.len(), 2);
}

#[test]
fn a_ladder_has_its_own_levels_in_its_own_order() {
    let levels = |files: &[(&str, &str)]| -> Vec<String> {
        let notes = files.iter().map(|(path, text)| Note::read(path, text)).collect();
        let matrix = Matrix::of(&Vault::of(notes));
        matrix.levels.iter().map(|level| format!("{} {}", level.id, level.label)).collect()
    };
    let ladder =
        "| Skill | Trainee | Baker II | Senior Baker (L3) |\n|-|-|-|-|\n| Knead | a | b | c |\n";
    let mixed = "| Skill | Baker I | Baker II | Sr. Baker | Lead |\n|-|-|-|-|-|\n| Knead | a | b | c | d |\n\n## Waiting\n- **Baker I**: a\n- **Senior**: b\n";
    assert_eq!(
        levels(&[("l.md", mixed)]),
        ["baker-i Baker I", "baker-ii Baker II", "senior Senior", "lead Lead"]
    );
    let talk = "## Skills of directors\n- **Wait**\n## Skills of new bakers and editors\n- **Wait**\n\
                ## Skills of senior editors\n- **Knead**\n";
    assert_eq!(
        levels(&[("l.md", ladder)]),
        ["new Trainee", "baker-ii Baker II", "senior Senior Baker (L3)"]
    );
    assert_eq!(
        levels(&[("l.md", ladder), ("t.md", talk)]),
        ["new Trainee", "baker-ii Baker II", "senior Senior", "director Director"]
    );
}
