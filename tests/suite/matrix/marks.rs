//! What an author says wins over every rule; what says nothing is a problem.

use skillreel::matrix::unused_marks;
use skillreel::note::{Code, Note};

use super::check;

#[test]
fn an_authors_mark_wins() {
    check(&[
        (
            "this list names skills",
            "## Bread\n<!-- skills -->\n- **Knead**\n- wait for it\n- **Senior Engineers**\n",
            &["Knead", "wait for it", "Senior Engineers"],
        ),
        (
            "at a level, ranked if numbered",
            "## Bread\n<!-- skills: senior -->\n1. **Knead**\n",
            &["Knead @senior #1"],
        ),
        (
            "over a lead-in and a heading",
            "## Mistakes of New Managers\nTips are:\n\n<!-- skills: lead -->\n- **Knead**\n",
            &["Knead @lead"],
        ),
        (
            "its level may come from a heading",
            "## Advice for New Managers\n<!-- skills -->\n1. **Wait**\n",
            &["Wait @new #1"],
        ),
        (
            "a level that is none is left out",
            "## Bread\n<!-- skills: chef -->\n1. **Knead**\n",
            &["Knead"],
        ),
        (
            "this list names none, the next does",
            "## Baking Skills\n<!-- no skills -->\n- **Flour**\n\nAnd:\n- **Knead**\n",
            &["Knead"],
        ),
        ("a nested list", "## Bread\n- Rye\n  <!-- skills -->\n  - **Knead**\n", &["Knead"]),
        ("no skills in this note", "---\nmatrix: false\n---\n## Baking Skills\n- **Knead**\n", &[]),
        (
            "whose skills the note is about",
            "---\nrole: senior editor\n---\n## Key Attributes\n1. **Calm**\n",
            &["Calm @senior #1"],
        ),
    ]);
}

#[test]
fn a_mark_that_fits_nothing_is_a_problem() {
    let note = Note::read("n.md", "## Bread\n\n<!-- skills: chef -->\n- **Knead**\n");
    let problems = unused_marks(&note);
    assert_eq!(problems.len(), 1);
    assert_eq!((problems[0].code, problems[0].line), (Code::MarkUnused, 3));
}
