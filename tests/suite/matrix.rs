//! The rules by which notes become a matrix, each held by a small note of its own.

mod asked;
mod ladder_forms;
mod ladders;
mod marking;
mod marks;
mod proofs;
mod roles;
mod round_trip;
mod rows;
mod rules;
mod sheets;
mod why;
mod workbooks;

use skillreel::matrix::{Matrix, Placement};
use skillreel::note::Note;
use skillreel::vault::Vault;

fn matrix(notes: &[&str]) -> Matrix {
    let read = |(number, text): (usize, &&str)| Note::read(&format!("{number}.md"), text);
    Matrix::of(&Vault::of(notes.iter().enumerate().map(read).collect()))
}

/// What one note places: `Bake`, `Bake @new`, `Bake @new #1`, in the order of words.
fn placed(note: &str) -> Vec<String> {
    let words = |placement: &Placement| {
        let level = placement.level.map(|level| format!(" @{}", level.as_str()));
        let rank = placement.rank.map(|rank| format!(" #{rank}"));
        let (level, rank) = (level.unwrap_or_default(), rank.unwrap_or_default());
        format!("{}{level}{rank}", placement.as_written)
    };
    let matrix = matrix(&[note]);
    let placements = matrix.skills.iter().flat_map(|skill| &skill.placements);
    sorted(placements.map(words))
}

/// Words in their order: rows have one of their own, which is told apart.
fn sorted(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut words: Vec<String> = words.collect();
    words.sort_unstable();
    words
}

/// Each case: the rule, a note, and what it places.
fn check(cases: &[(&str, &str, &[&str])]) {
    for (rule, note, want) in cases {
        let want = sorted(want.iter().map(|word| (*word).to_owned()));
        assert_eq!(placed(note), want, "{rule}:\n{note}");
    }
}

#[test]
fn a_heading_or_lead_in_names_skills() {
    check(&[
        (
            "a heading names skills",
            "## Skills of Bakers\n- **Knead**: long\n- **Wait**\n",
            &["Knead", "Wait"],
        ),
        ("a heading names traits of people", "## Traits of Good Managers\n- **Calm**\n", &["Calm"]),
        (
            "a heading names traits of a thing",
            "## Characteristics of a Good Oven\n- **Hot**\n",
            &[],
        ),
        ("a heading names traits of nobody", "## Key Attributes\n- **Hot**\n", &[]),
        (
            "traits of nobody in a note about somebody's",
            "---\ntitle: Attributes of great teachers\n---\n## Key Attributes\n- **Calm**\n",
            &["Calm"],
        ),
        (
            "traits of nobody, and a lead-in that says whose",
            "## Key Qualities\nYour first hires should be:\n- **Calm**\n",
            &["Calm"],
        ),
        (
            "a lead-in names skills: that list alone",
            "## Bread\nGreat bakers share these skills:\n- **Knead**\n\nIt takes:\n- **Flour**\n",
            &["Knead"],
        ),
        ("a title in bold leads in", "## Bread\n**Baking skills**\n- **Knead**\n", &["Knead"]),
        (
            "prose before a list does not lead in",
            "## Bread\nBaking takes many skills.\n- **Flour**\n",
            &[],
        ),
        (
            "a lead-in wins over the heading",
            "## Baking Skills\nCommon mistakes are:\n- **Haste**\n\nTo improve these skills:\n- **Bake daily**\n",
            &[],
        ),
        (
            "a loose word does not unsay the heading",
            "## Skills of Nurses\nThey have two habits:\n- **Listen**\n",
            &["Listen"],
        ),
        ("ways to get better are no skills", "## Improving Baking Skills\n- **Bake daily**\n", &[]),
        (
            "a list in a quotation needs its own lead-in",
            "## Baking Skills\n> - **Flour**\n\n> Key skills are:\n> - **Knead**\n",
            &["Knead"],
        ),
    ]);
}

#[test]
fn praise_and_search_for_people_name_skills() {
    check(&[
        (
            "what praised people have",
            "## Bread\nThe best nurses share three things:\n- **Patience**\n",
            &["Patience"],
        ),
        (
            "what praised things have",
            "## Bread\nThe best ovens share three things:\n- **Heat**\n",
            &[],
        ),
        (
            "a heading that asks what praised people need",
            "## What a good nurse needs\n- **Patience**\n",
            &["Patience"],
        ),
        ("what praised people did", "## Great nurses have ovens\n- **Heat**\n", &[]),
        ("what praised things need", "## What a good oven needs\n- **Heat**\n", &[]),
        (
            "what somebody looks for in people",
            "## Hiring\nWhen hiring, Ada seeks individuals who:\n- **Care**: a lot\n",
            &["Care"],
        ),
        ("what somebody looks for in things", "## Ovens\nAda seeks ovens that:\n- **Heat**\n", &[]),
        (
            "a comparison of skills is none of them",
            "## Hard vs. Soft Skills\n- **Hard skills**: a\n",
            &[],
        ),
        (
            "what is made of skills is another thing",
            "## Baking\nBefore skills monetization, you need:\n- **Savings**\n",
            &[],
        ),
        (
            "the abilities of somebody in a game",
            "---\ntitle: Champion spotlight\n---\n## Abilities\n- **Roar**: loud\n",
            &[],
        ),
        (
            "what is said to matter is no name, and its list is read",
            "## Skills of Bakers\n### Kneading\n### Waiting\n### The Importance of Flour\n- **Sifting**: a\n",
            &["Sifting", "Kneading", "Waiting"],
        ),
        (
            "the front matter's level, where nothing nearer names one",
            "---\nlevel: senior\n---\n## Baking Skills\n- **Knead**\n",
            &["Knead @senior"],
        ),
    ]);
}

#[test]
fn labels_are_skills() {
    check(&[
        (
            "bold, link, colon; nothing else",
            "## Baking Skills\n- **Knead [[x | dough]]** [0:05]: long\n- [[y | Waiting]]\n- \"Tasting\": all day\n- They smile a lot.\n",
            &["Knead dough", "Waiting", "Tasting"],
        ),
        ("a nested list gives claims", "## Baking Skills\n- **Knead**\n  - **Long**\n", &["Knead"]),
        (
            "a label that is no ability",
            "## Baking Skills\n- **Knead**\n- **Example: Bread Ltd.**\n- **Senior Engineers**\n- **2019**\n- **Why bake?**\n",
            &["Knead"],
        ),
        (
            "a list of people",
            "## Core Competencies\n- **Product Manager**\n- **Designer**\n- **Care**\n",
            &[],
        ),
        (
            "identical placements count once",
            "## Baking Skills\n- **Knead**\n## Skills of Bakers\n- **KNEAD**\n",
            &["Knead"],
        ),
    ]);
}

#[test]
fn headings_below_a_heading_are_skills() {
    check(&[
        (
            "each names one, without its number",
            "## Baking Skills\nMany.\n### 1. Kneading\n- **Long**\n### 2. Waiting\nText.\n## Ovens\n",
            &["Kneading", "Waiting"],
        ),
        (
            "not where a list stands above them",
            "## Baking Skills\n- **Knead**\n### Flour\n### Ovens\n",
            &["Knead"],
        ),
        (
            "not where they part the section",
            "## Baking Skills\n### Key Skills\n- **Knead**\n### For Senior Managers\n1. **Wait**\n",
            &["Knead", "Wait @senior #1"],
        ),
        (
            "not where one is of something else",
            "## Baking Skills\n### Kneading\n### Common Mistakes\n",
            &[],
        ),
        (
            "a kind of skills beside others is a name, too",
            "## Traits of Nurses\n### Calm\n### Listening Skills\n",
            &["Calm", "Listening Skills"],
        ),
        ("under a title only numbered ones", "# Baking Skills\n## Ovens\n## Flour\n", &[]),
    ]);
}

#[test]
fn levels_come_from_the_nearest_words() {
    check(&[
        (
            "a lead-in's level and rank",
            "## Bread\nFor new managers, the two skills to learn are:\n1. **Knead**\n2. **Wait**\n",
            &["Knead @new #1", "Wait @new #2"],
        ),
        (
            "a list goes on with its number",
            "## Skills of Senior Editors\n3. **Cut**\n4. **Wait**\n",
            &["Cut @senior #3", "Wait @senior #4"],
        ),
        ("no level, no rank", "## Baking Skills\n1. **Knead**\n", &["Knead"]),
        ("bulleted, no rank", "## Skills of New Editors\n- **Cut**\n", &["Cut @new"]),
        (
            "two levels, a placement each",
            "## Skills of new and senior editors\n1. **Cut**\n",
            &["Cut @new #1", "Cut @senior #1"],
        ),
        (
            "a heading further up",
            "## For Directors\n### Key Skills\n1. **Wait**\n",
            &["Wait @director #1"],
        ),
        (
            "a nearer heading contradicts",
            "## For Directors\n### Skills of Designers\n1. **Draw**\n",
            &["Draw"],
        ),
        (
            "every level is none",
            "## For Senior Nurses\n### Skills at Every Level\n1. **Wait**\n",
            &["Wait"],
        ),
        (
            "a level alone under a heading of skills",
            "## Skills of Editors\n- **Read**\n### For New Editors\n1. **Cut**\n",
            &["Read", "Cut @new #1"],
        ),
        (
            "a speaker's title is no level",
            "## Bread\nAda, VP of Ovens at Crust, names three traits of bakers and nurses:\n1. **Calm**\n",
            &["Calm"],
        ),
    ]);
}
