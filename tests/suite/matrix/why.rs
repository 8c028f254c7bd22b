//! Why lists and tables name skills, or none.

use skillreel::matrix::{Rule, Why, why};
use skillreel::note::Note;

#[test]
fn each_list_and_table_says_why() {
    let note = "---\ntitle: N\n---\n## Baking Skills\n- **Knead**\n\n## Hiring\n- **Ada**: a\n\n\
                <!-- no skills -->\n- **Oven**\n\n## Tips for Skills\n- **Wait**\n\n## Plain\n- They bake.\n\n\
                ## Prices\n| Bread | Price |\n|-|-|\n| Rye | 3 |\n\n## Steps\n| Skill | S1 | S2 | S3 |\n|-|-|-|-|\n| Wait | a | b | c |\n";
    let found = why(&Note::read("n.md", note));
    let got: Vec<(u32, Rule, bool)> =
        found.iter().map(|why| (why.line, why.rule, why.made)).collect();
    assert_eq!(
        got,
        [
            (5, Rule::HeadingNamesSkills, true),
            (8, Rule::NoWordOfSkills, false),
            (11, Rule::MarkedNoSkills, false),
            (14, Rule::HeadingOfOtherThings, false),
            (17, Rule::NoWordOfSkills, false),
            (19, Rule::NoWordOfSkills, false),
            (24, Rule::NoWordOfSkills, false),
        ]
    );
    let missing: Vec<String> = found.iter().filter_map(Why::missing).collect();
    assert!(missing[0].contains("under “Hiring”") && missing[0].contains("<!-- skills -->"));
    assert!(missing[3].contains("begins with a label"));
    // What the mark would make nothing of is not told to have it, nor what would lose the skills of the list.
    assert!(missing[4..].iter().all(|missing| !missing.contains("ladder: true")), "{missing:?}");
    let table = "## Steps\n| Skill | S1 | S2 | S3 |\n|-|-|-|-|\n| Wait | a | b | c |\n";
    let missing = why(&Note::read("n.md", table))[0].missing();
    assert!(missing.unwrap().ends_with(
        "If it is a career ladder, write “ladder: true” in the front matter, between two lines of --- at the top."
    ));
}

#[test]
fn a_ladder_says_which_of_its_rules() {
    let ladder =
        "## Kneading\n| Level | What it looks like |\n|-|-|\n| Junior | a |\n| Senior | b |\n";
    let found = why(&Note::read("n.md", ladder));
    let got: Vec<(u32, Rule, bool)> =
        found.iter().map(|why| (why.line, why.rule, why.made)).collect();
    assert_eq!(got, [(1, Rule::LadderSkillHeading, true)]);
    assert_eq!(
        why(&Note::read("n.md", "---\nmatrix: false\n---\n## Baking Skills\n- **Knead**\n")),
        []
    );
}
