//! Every rule decides somewhere, and is lost by a small change of the note.

use std::collections::BTreeSet;
use std::fs;

use skillreel::matrix::{Rule, why};
use skillreel::vault::NoteFile;
use test_support::folder;

use super::check;

/// A rule, a note in which it decides, and nearly the same note, in which it does not.
type Case = (Rule, &'static str, &'static str);

const CASES: [Case; 30] = [
    (
        Rule::MarkedNoSkills,
        "## Skills\n<!-- no skills -->\n- **Knead**\n",
        "## Skills\n- **Knead**\n",
    ),
    (Rule::MarkedSkills, "## Bread\n<!-- skills -->\n- **Knead**\n", "## Bread\n- **Knead**\n"),
    (
        Rule::LeadInToOtherThings,
        "## Bread\nTips for bakers:\n- **Wait**\n",
        "## Bread\nSkills of bakers:\n- **Wait**\n",
    ),
    (
        Rule::LeadInTouchesSkills,
        "## Bread\nBakeries that teach these skills include:\n- **Crust**\n",
        "## Bread\nBakeries teach these skills:\n- **Knead**\n",
    ),
    (
        Rule::OfNoPerson,
        "## Agent Skills\n- **Tools**\n\n## Skills\n- **pdf**\n",
        "## Baker Skills\n- **Knead**\n\n## Skills\n- **Wait**\n",
    ),
    (
        Rule::LeadInNamesSkills,
        "## Bread\nBakers need three skills:\n- **Knead**\n",
        "## Bread\nBakers need three loaves:\n- **Rye**\n",
    ),
    (
        Rule::LeadInNamesTraits,
        "## Finding a Nurse\nThree traits stand out:\n- **Calm**\n",
        "## Finding a Loaf\nThree traits stand out:\n- **Crust**\n",
    ),
    (
        Rule::LeadInPraises,
        "## Bread\nThe best nurses share three threads:\n- **Calm**\n",
        "## Bread\nSome nurses share three threads:\n- **Calm**\n",
    ),
    (
        Rule::LeadInDemands,
        "## Bread\nNew managers should focus on:\n- **Counting**\n",
        "## Bread\nNew managers ask for:\n- **Counting**\n",
    ),
    (
        Rule::HeadingOfOtherThings,
        "## Tips for Baking Skills\n- **Wait**\n",
        "## Baking Skills and Tips\n- **Wait**\n",
    ),
    (
        Rule::HeadingTouchesSkills,
        "## Bakeries That Train These Skills\n- **Crust**\n",
        "## Skills That Bakeries Train\n- **Knead**\n",
    ),
    (Rule::HeadingNamesSkills, "## Baking Skills\n- **Knead**\n", "## Baking Skill\n- **Knead**\n"),
    (
        Rule::HeadingPraises,
        "## What a Good Nurse Needs\n- **Calm**\n",
        "## What a Nurse Needs\n- **Calm**\n",
    ),
    (
        Rule::HeadingNamesTraits,
        "## Key Traits\nA nurse must have:\n- **Calm**\n",
        "## Key Traits\nA loaf must have:\n- **Crust**\n",
    ),
    (
        Rule::LevelUnderSkills,
        "## Skills of Nurses\n### Senior Nurses\n- **Calm**\n",
        "## Days of Nurses\n### Senior Nurses\n- **Calm**\n",
    ),
    (
        Rule::AskedOfLevel,
        "## Focus for New Nurses\n- **Listen**\n",
        "## A Day With New Nurses\n- **Listen**\n",
    ),
    (
        Rule::SubHeadings,
        "## Skills of Nurses\n### Calm\nThey wait.\n### Tact\nThey ask.\n",
        "## Skills of Nurses\n### Calm\nThey wait.\n### Overview\nThey ask.\n",
    ),
    (
        Rule::LadderColumns,
        "| Skill | Junior | Senior |\n|-|-|-|\n| Knead | a | b |\n",
        "| Skill | Rye | Wheat |\n|-|-|-|\n| Knead | a | b |\n",
    ),
    (
        Rule::LadderRows,
        "| Level | Kneading | Shaping |\n|-|-|-|\n| Junior | a | b |\n| Senior | c | d |\n",
        "| Flour | Kneading | Shaping |\n|-|-|-|\n| Rye | a | b |\n| Wheat | c | d |\n",
    ),
    (
        Rule::LadderLevelHeading,
        "## Junior Baker\n- **Knead**: a\n\n## Senior Baker\n- **Knead**: b\n",
        "## Junior Baker\n- **Knead**: a\n\n## Rye\n- **Knead**: b\n",
    ),
    (
        Rule::LadderSkillHeading,
        "## Kneading\n### Junior\nTurns it.\n### Senior\nFeels it.\n",
        "## Kneading\n### Rye\nTurns it.\n### Wheat\nFeels it.\n",
    ),
    (
        Rule::LadderOfSkill,
        "# Bakery career ladder\n## Junior Baker\n### Kneading\nTurns it.\n#### At night\nAlone.\n\n## Senior Baker\n### Kneading\nFeels it.\n",
        "# Bakery career ladder\n## Junior Baker\n### Kneading\nTurns it.\n### At night\nAlone.\n\n## Senior Baker\n### Kneading\nFeels it.\n",
    ),
    (
        Rule::LadderGroup,
        "# Bakery career ladder\n## Junior Baker\n### Craft\n#### Knead\na\n#### Shape\nb\n## Senior Baker\n### Craft\n#### Knead\nc\n#### Shape\nd\n",
        "# Bakery career ladder\n## Junior Baker\n### Craft\nTurns it.\n## Senior Baker\n### Craft\nFeels it.\n",
    ),
    (
        Rule::LadderPart,
        "# Bakery career ladder\n## Junior Baker\n### Responsibilities\n- Bakes.\n\n## Senior Baker\n- **Knead**: c\n",
        "# Bakery career ladder\n## Junior Baker\n### Baking\n- Bakes.\n\n## Senior Baker\n- **Knead**: c\n",
    ),
    (
        Rule::LadderApart,
        "# Bakery career ladder\n## Junior Baker\n### Common pitfalls\n- **Haste**: a\n\n## Senior Baker\n- **Knead**: c\n",
        "# Bakery career ladder\n## Junior Baker\n### Common sense\n- **Haste**: a\n\n## Senior Baker\n- **Knead**: c\n",
    ),
    (
        Rule::LadderSentences,
        "# Bakery career ladder\n## Junior Baker\n- Turns it.\n\n## Senior Baker\n- **Knead**: c\n",
        "# Bakery career ladder\n## Junior Baker\n- **Turn**: it.\n\n## Senior Baker\n- **Knead**: c\n",
    ),
    (
        Rule::Taxonomy,
        "Category,Skill\nCraft,Kneading\nCraft,Shaping\n",
        "Shop,Price\nCrust,3\nCrumb,4\n",
    ),
    (
        Rule::SheetRows,
        "Skill,Level,Description\nKneading,Junior,a\nKneading,Senior,b\n",
        "Loaf,Price,Description\nRye,3,a\nWheat,4,b\n",
    ),
    (
        Rule::ChosenAsProof,
        "---\nproof: true\n---\n- **Kneading** (Junior): [[talk]] [1:00]\n",
        "- **Kneading** (Junior): [[talk]] [1:00]\n",
    ),
    (Rule::NoWordOfSkills, "## Bread\n- **Rye**\n", "## Bread Skills\n- **Rye**\n"),
];

fn decides(rule: Rule, text: &str) -> bool {
    let file = if matches!(rule, Rule::Taxonomy | Rule::SheetRows) { "n.csv" } else { "n.md" };
    let note = NoteFile::new(file, text).read();
    why(&note).iter().any(|why| why.rule == rule)
}

#[test]
fn every_rule_fires_and_can_be_lost() {
    for (rule, fires, lost) in CASES {
        assert!(decides(rule, fires), "{} does not decide in\n{fires}", rule.id());
        assert!(!decides(rule, lost), "{} decides in\n{lost}", rule.id());
    }
}

#[test]
fn every_rule_has_a_case_an_id_and_a_sentence_of_its_own() {
    let ids: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.id()).collect();
    let sentences: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.says()).collect();
    assert_eq!((ids.len(), sentences.len()), (Rule::ALL.len(), Rule::ALL.len()));
    let cases: BTreeSet<&str> = CASES.iter().map(|(rule, ..)| rule.id()).collect();
    assert_eq!(cases, ids);
}

#[test]
fn every_rule_is_in_the_document_of_rules_in_this_order() {
    let path = folder::repository().join("docs/RULES.md");
    let document = fs::read_to_string(path).unwrap();
    let rows: Vec<String> = document
        .lines()
        .filter_map(|line| {
            line.strip_prefix("| `")?.rsplit_once(" | ").map(|(row, _)| row.to_owned())
        })
        .collect();
    let rules: Vec<String> =
        Rule::ALL.iter().map(|rule| format!("{}` | {}", rule.id(), rule.says())).collect();
    assert_eq!(rows, rules);
}

#[test]
fn traits_are_skills_only_of_whom_somebody_would_have() {
    check(&[
        ("of a role", "## Traits of a Nurse\n- **Calm**\n", &["Calm"]),
        ("of the best", "## Traits of the Best Students\n- **Calm**\n", &["Calm"]),
        ("of those who do well", "## Traits of People Who Succeed\n- **Calm**\n", &["Calm"]),
        ("of the best, whatever they do", "## Traits of Elite Sprinters\n- **Calm**\n", &["Calm"]),
        ("of things that end alike", "## Traits of Great Papers\n- **Length**\n", &[]),
        ("of whomever", "## Leadership Qualities of Ada Crumb\n- **Calm**\n", &["Calm"]),
        ("of anybody", "## Traits of People With Colds\n- **Cough**\n", &[]),
        ("of the worst", "## Traits of Bad Bosses\n- **Shouting**\n", &[]),
        ("of a thing", "## Camera Abilities\n- **Zoom**\n", &[]),
        ("skills to bear with the worst", "## Skills to Bear Bad Bosses\n- **Calm**\n", &["Calm"]),
    ]);
}

#[test]
fn praised_people_are_asked_what_they_have_and_not_what_they_lack() {
    check(&[
        (
            "they do it differently",
            "Great nurses do two things differently:\n- **Wait**\n",
            &["Wait"],
        ),
        ("they do it daily", "Great nurses do this every week:\n- **Meet**\n", &[]),
        ("they need it from others", "Great nurses need:\n- **Pay**\n", &[]),
    ]);
}

#[test]
fn a_label_that_is_part_of_the_text_or_says_something_is_no_name() {
    check(&[
        ("a part", "## Skills\n- **Core Pillars**\n- **Knead**\n", &["Knead"]),
        ("a kind of skills", "## Skills\n- **Technical Skills**\n", &["Technical Skills"]),
        (
            "an outcome",
            "## Skills\n- **Reduced Waste**\n- **Higher-Order Thinking**\n",
            &["Higher-Order Thinking"],
        ),
        ("a figure", "## Skills\n- **20% more loaves**\n- **10x thinking**\n", &["10x thinking"]),
        ("a sentence", "## Skills\n- **They are calm**\n- **Being calm**\n", &["Being calm"]),
        ("signs of a name", "## Skills\n- **C++**\n- **C#**\n- **C**\n", &["C", "C#", "C++"]),
        ("advice against", "## Skills\n- **Don't rush**\n- **Waiting**\n", &["Waiting"]),
    ]);
}

#[test]
fn what_governs_skills_says_what_is_listed() {
    check(&[
        ("a demand for them", "## The Need for Soft Skills\n- **Tact**\n", &["Tact"]),
        ("jobs for them", "## Jobs for Soft Skills\n- **Host**\n", &[]),
        ("a question", "## What Are the Key Skills?\n- **Tact**\n", &["Tact"]),
        ("behind a colon", "## For Nurses: Soft Skills\n- **Tact**\n", &["Tact"]),
        ("cut at hyphens", "## In-Demand Skills\n- **Tact**\n", &["Tact"]),
        ("these", "## Nurses Need These Skills\n- **Tact**\n", &["Tact"]),
        ("that need them", "## Jobs That Need These Skills\n- **Host**\n", &[]),
        ("a risk before them", "## Risk Management Skills\n- **Saving**\n", &["Saving"]),
        ("a risk to them", "## Risks for Skills\n- **Robots**\n", &[]),
        ("teaching skills", "## Teaching Skills\n- **Tact**\n", &["Tact"]),
        ("building skills", "## Building Skills\n- **Read**\n", &[]),
        ("another thing below them", "## Skills by Role\n### Night at Crust\n- **Tact**\n", &[]),
        ("a role right below them", "## Skills by Role\n### Data Engineer\n- **SQL**\n", &["SQL"]),
        ("a step to them", "## Step 1: Learn the Skills\n- **Read**\n", &[]),
        ("a note on them", "## Note 1: Nurses' Skills\n- **Tact**\n", &["Tact"]),
        ("what to avoid", "## Nurses\nAttributes to avoid are:\n- **Haste**\n", &[]),
        ("who has them", "Here are three people with rare skills:\n- **Ada**\n", &[]),
        ("where they come from", "She had her skills at several places:\n- **Crust**\n", &[]),
        ("what people have", "We look for people with rare skills:\n- **Tact**\n", &["Tact"]),
        ("joined before them", "## Jobs for Skill and Tact and Skills\n- **Host**\n", &[]),
        ("before a semicolon", "Skills are not enough; she also needs:\n- **Luck**\n", &[]),
        ("what serves them", "Muscles involved in motor skills:\n- **Biceps**\n", &[]),
        ("where they come from", "She has her skills from:\n- **School**\n", &[]),
        ("what they are for", "Such skills are good for:\n- **Parties**\n", &[]),
        ("what is looked for", "Skills to look for:\n- **Tact**\n", &["Tact"]),
        ("customers to be", "## Requirements for Sales Leads\n- **Budget**\n", &[]),
    ]);
}

/// No word of a language stands in the code that reads it: all of them are data.
#[test]
fn no_word_of_a_language_stands_in_code() {
    let matrix = folder::repository().join("src/matrix");
    let read = fs::read_dir(matrix.join("language")).unwrap().map(|entry| entry.unwrap().path());
    let others = [
        "extract/classify.rs",
        "extract/label_filter.rs",
        "assemble/name_key.rs",
        "query/families.rs",
    ];
    let files = read.filter(|path| path.is_file()).chain(others.map(|file| matrix.join(file)));
    let mut found = Vec::new();
    for path in files {
        let source = fs::read_to_string(&path).unwrap();
        let code = source.split("#[cfg(test)]").next().unwrap_or_default();
        for line in code.lines().filter_map(|line| line.split("//").next()) {
            let words = line.split('"').skip(1).step_by(2);
            let is_word =
                |word: &&str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
            found.extend(words.filter(is_word).map(|word| format!("{}: {word}", path.display())));
        }
    }
    assert_eq!(found, Vec::<String>::new());
}
