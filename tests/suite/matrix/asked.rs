//! What is asked of a level.

use super::check;

#[test]
fn what_is_asked_of_a_level_are_skills() {
    check(&[
        ("a focus", "## Focus for New Nurses\n1. **Listen**\n", &["Listen @new #1"]),
        (
            "a lead-in that demands",
            "## Nursing\nNew nurses should focus on:\n- **Listening**\n",
            &["Listening @new"],
        ),
        (
            "a role of a level",
            "## The CFO's Role and Responsibilities\n- **Counting**\n",
            &["Counting @executive"],
        ),
        (
            "a role under a level",
            "## Finding a Director of Ovens\n### Responsibilities\n- **Counting**\n",
            &["Counting @director"],
        ),
        (
            "what to look for",
            "## What to Look for in a Head of Ovens\n- **Calm**\n",
            &["Calm @director"],
        ),
        (
            "expectations by level",
            "## Expectations of Editors\n### Senior Editors\n1. **Cut**\n",
            &["Cut @senior #1"],
        ),
        ("what people of a level look for", "## Bread\nDirectors look for:\n- **Flour**\n", &[]),
        ("advice", "## Advice for New Managers\n- **Wait**\n", &[]),
        (
            "advice to be mastered",
            "## Advice for New Managers\nNew managers should master:\n- **Waiting**\n",
            &["Waiting @new"],
        ),
        ("a level without a job", "## New Ovens\n- **Hot**\n", &[]),
        ("a level, but nothing asked", "## New Managers at Crust\n- **Ada**\n", &[]),
        (
            "something asked of nobody",
            "## Advice for New Managers\n### Focus on Bread\n- **Flour**\n",
            &[],
        ),
    ]);
}
