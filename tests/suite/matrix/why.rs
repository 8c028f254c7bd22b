//! Why lists and tables name skills, or none.

use skillreel::matrix::{Rule, why};
use skillreel::note::Note;

#[test]
fn each_list_and_table_says_why() {
    let note = "---\ntitle: N\n---\n## Baking Skills\n- **Knead**\n\n## Hiring\n- **Ada**: a\n\n\
                <!-- no skills -->\n- **Oven**\n\n## Tips for Skills\n- **Wait**\n\n## Plain\n- They bake.\n\n\
                ## Prices\n| Bread | Price |\n|-|-|\n| Rye | 3 |\n";
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
        ]
    );
    let missing: Vec<&str> = found.iter().filter_map(|why| why.missing.as_deref()).collect();
    assert!(missing[0].contains("under “Hiring”") && missing[0].contains("<!-- skills -->"));
    assert!(missing[3].contains("begins with a label"));
    assert!(missing[4].contains("ladder: true"));
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
