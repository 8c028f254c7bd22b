//! Whose skills a note speaks of: the nearest words that say so, the author's own first.

use skillreel::matrix::{RoleFilter, unused_marks};
use skillreel::note::{Code, Note};

use super::{matrix, sorted};

/// The skills of one note with the role of each: `Knead: designer`.
fn roles(note: &str) -> Vec<String> {
    let matrix = matrix(&[note]);
    let placements = matrix.skills.iter().flat_map(|skill| &skill.placements);
    let told = placements
        .map(|placed| format!("{}: {}", placed.as_written, RoleFilter::of(placed.role).as_str()));
    told.collect()
}

#[test]
fn a_role_comes_from_the_nearest_words() {
    let cases: [(&str, &str, &[&str]); 10] = [
        ("the heading", "## Skills of Designers\n- **Draw**\n", &["Draw: designer"]),
        (
            "a lead-in before the heading",
            "## Skills of Designers\nGreat engineers share these skills:\n- **Weld**\n",
            &["Weld: engineer"],
        ),
        (
            "a heading further up",
            "# For Founders\n## Lore\n### Key Skills\n- **Bend**\n",
            &["Bend: founder"],
        ),
        (
            "the nearer of two headings",
            "---\ntitle: Lore\n---\n## Skills of Founders\n### Skills of Sellers\n- **Bend**\n## Key Skills\n- **Wait**\n",
            &["Bend: sales", "Wait: none"],
        ),
        (
            "the title, when no heading says",
            "---\ntitle: What engineers learn\n---\n## Key Skills\n- **Weld**\n## Skills of Leaders\n- **Bend**\n",
            &["Weld: engineer", "Bend: leader"],
        ),
        ("nothing says", "## Key Skills\n- **Bend**\n", &["Bend: none"]),
        (
            "headings as skills are not asked for a role",
            "## Skills of Marketers\n### Leadership\n### Selling to engineers\n",
            &["Leadership: marketing", "Selling to engineers: marketing"],
        ),
        (
            "the author wins over all",
            "---\ntitle: Engineers\nrole: product manager\n---\n## Skills of Designers\n- **Draw**\n",
            &["Draw: product-manager"],
        ),
        (
            "an author's level has no say in the role",
            "## For Founders\n<!-- skills: senior -->\n- **Bend**\n",
            &["Bend: founder"],
        ),
        (
            "a role that is none is left out",
            "---\nrole: senior baker\n---\n## Skills of Designers\n- **Draw**\n",
            &["Draw: designer"],
        ),
    ];
    for (rule, note, want) in cases {
        let roles = sorted(roles(note).into_iter());
        assert_eq!(roles, sorted(want.iter().map(|role| (*role).to_owned())), "{rule}:\n{note}");
    }
}

#[test]
fn a_role_that_is_none_is_a_problem() {
    let note =
        Note::read("n.md", "---\ntitle: N\nrole: baker\n---\n## Baking Skills\n- **Knead**\n");
    let problems = unused_marks(&note);
    assert_eq!(problems.len(), 1);
    assert_eq!((problems[0].code, problems[0].line), (Code::MarkUnused, 3));
    assert!(problems[0].message.contains("“baker”"));
}
