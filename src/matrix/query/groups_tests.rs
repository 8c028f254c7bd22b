//! Tests of the parts in which a reader sees the matrix.

use super::*;
use crate::note::Note;
use crate::vault::Vault;

const A: &str = "aaaaaaaaaaa";
const B: &str = "bbbbbbbbbbb";

fn matrix(notes: &[(&str, &str)]) -> Matrix {
    let read = |(number, (video, text)): (usize, &(&str, &str))| {
        Note::read(&format!("{number}.md"), &format!("---\nvideoId: {video}\n---\n{text}"))
    };
    Matrix::of(&Vault::of(notes.iter().enumerate().map(read).collect()))
}

/// Two talks that rank, one of them in the words of two notes, and what else is said.
fn talks() -> Matrix {
    matrix(&[
        (A, "## Skills of new designers\n1. **Draw**\n2. **Bend**\n3. **Wait**\n"),
        (A, "## Skills of new designers\n1. **Draw**\n2. **Bend**\n"),
        (B, "## Skills of new engineers\n1. **Weld**\n2. **Draw**\n"),
        (B, "## Skills of new engineers\n- **Hope**\n- **Weld**\n"),
        (B, "## Skills of senior engineers\n1. **Lead**\n2. **Bend**\n"),
        (B, "## Key skills\n- **Knit**\n- **Lead**\n"),
    ])
}

/// `id: names` of each group.
fn told(matrix: &Matrix, filter: Filter, sort: Sort, own: Option<Role>) -> Vec<String> {
    let groups = RowGroup::all(matrix, &filter, sort, own, |skill| &*skill.0 != "hidden");
    let each = groups.iter().enumerate().map(|(place, group)| {
        let names: Vec<&str> = group.skills.iter().map(|skill| skill.name.as_str()).collect();
        format!("{}: {}", group.part.id(place), names.join(" "))
    });
    each.collect()
}

#[test]
fn each_list_that_ranks_is_a_group_and_no_two_are_zipped() {
    let new = Filter { level: Some(LevelId::NEW), ..Filter::default() };
    let matrix = talks();
    let rest = ["named: Hope", "level-senior: Lead", "no-level: Knit"];
    let with = |lists: [&str; 2]| -> Vec<String> {
        lists.iter().chain(&rest).map(|&line| line.to_owned()).collect()
    };
    let designers_first = with(["ranked-1: Draw Bend Wait", "ranked-2: Weld Draw"]);
    assert_eq!(told(&matrix, new, Sort::Rank, None), designers_first);
    assert_eq!(told(&matrix, new, Sort::Rank, Some(Role::Designer)), designers_first);
    let engineers_first = with(["ranked-1: Weld Draw", "ranked-2: Draw Bend Wait"]);
    assert_eq!(told(&matrix, new, Sort::Rank, Some(Role::Engineer)), engineers_first);
    let by_name = with(["ranked-1: Bend Draw Wait", "ranked-2: Draw Weld"]);
    assert_eq!(told(&matrix, new, Sort::Name, None), by_name);
}

#[test]
fn notes_of_one_talk_are_one_list_unless_they_contradict_each_other() {
    let new = Filter { level: Some(LevelId::NEW), ..Filter::default() };
    let list = |text: &str| format!("## Skills of new designers\n{text}");
    let first = list("1. **Draw**\n2. **Bend**\n");
    for (video, second, want) in [
        // The second goes on where the first ends.
        (A, "2. **Bend**\n3. **Wait**\n", vec!["ranked-1: Draw Bend Wait"]),
        (A, "1. **Bend**\n2. **Draw**\n", vec!["ranked-1: Bend Draw", "ranked-2: Draw Bend"]),
        (A, "1. **Knit**\n2. **Sew**\n", vec!["ranked-1: Draw Bend", "ranked-2: Knit Sew"]),
        (B, "1. **Draw**\n2. **Bend**\n", vec!["ranked-1: Draw Bend", "ranked-2: Draw Bend"]),
    ] {
        let matrix = matrix(&[(A, &first), (video, &list(second))]);
        let mut told = told(&matrix, new, Sort::Rank, None);
        // Which of two lists alike goes first is not the point here.
        let names = |line: &String| line.split(": ").nth(1).map(str::to_owned);
        told.sort_by_key(names);
        let told: Vec<_> = told.iter().map(names).collect();
        let want: Vec<_> = want.iter().map(|&line| names(&line.to_owned())).collect();
        assert_eq!(told, want, "{second}");
    }
    let same = matrix(&[(A, &first), (A, &first)]);
    let groups = RowGroup::all(&same, &new, Sort::Rank, None, |_| true);
    let [group] = groups.as_slice() else { panic!("{groups:?}") };
    let GroupedBy::Ranked(list) = &group.part else { panic!("{group:?}") };
    assert_eq!((list.notes.len(), list.role), (2, Some(Role::Designer)));
    let placements = || same.skills.iter().flat_map(|skill| &skill.placements);
    assert!(placements().all(|placement| list.holds(placement)));
}

#[test]
fn without_a_level_all_is_one_group_until_it_is_too_long_to_read() {
    let matrix = talks();
    let any = Filter::default();
    assert_eq!(told(&matrix, any, Sort::Name, None), ["all: Bend Draw Hope Knit Lead Wait Weld"]);
    let list = |from: usize| -> String {
        (from..=FOLDED_FROM).map(|number| format!("- **Skill number {number}**\n")).collect()
    };
    let few = [(A, "## Skills of new designers\n1. **Draw**\n2. **Bend**\n")];
    for (from, parts) in [(0, 2), (1, 1)] {
        let many = format!("## Key skills\n{}", list(from));
        let matrix = self::matrix(&[few[0], (B, &many)]);
        let told = told(&matrix, any, Sort::Rank, None);
        assert_eq!(told.len(), parts, "{told:?}");
        assert!(told[0].starts_with("all: Draw Bend"), "{told:?}");
    }
}

#[test]
fn a_filter_leaves_out_what_it_leaves_out() {
    let engineers = crate::matrix::model::role::RoleFilter::Named(Role::Engineer);
    let filter = Filter { level: Some(LevelId::NEW), role: Some(engineers), video: None };
    assert_eq!(
        told(&talks(), filter, Sort::Rank, None),
        ["ranked-1: Weld Draw", "named: Hope", "level-senior: Lead Bend"]
    );
    let hidden = matrix(&[(A, "## Key skills\n- **Hidden**\n- **Draw**\n")]);
    assert_eq!(told(&hidden, Filter::default(), Sort::Rank, None), ["all: Draw"]);
}

#[test]
fn a_ladders_groups_stand_in_its_order_before_what_talks_add() {
    let ladder = "| Skill | Junior | Senior |\n|-|-|-|\n| **Craft** | | |\n\
        | Draw | Draws lines | Draws curves |\n| Bend | Bends wood | Bends steel |\n\
        | **People** | | |\n| Lead | | Leads a team |\n| Ask | Asks often | Asks well |\n";
    let matrix = matrix(&[(A, ladder), (B, "## Key skills\n- **Knit**\n- **Draw**\n")]);
    assert_eq!(
        told(&matrix, Filter::default(), Sort::Rank, None),
        ["group-craft: Draw Bend", "group-people: Lead Ask", "talks: Knit"]
    );
    let new = Filter { level: Some(LevelId::NEW), ..Filter::default() };
    assert_eq!(
        told(&matrix, new, Sort::Rank, None),
        ["group-craft: Draw Bend", "group-people: Ask", "level-senior: Lead", "no-level: Knit"]
    );
}

#[test]
fn only_what_answers_is_asked_for() {
    let new = Some(LevelId::NEW);
    for (part, at_level) in [
        (GroupedBy::Whole, true),
        (GroupedBy::Named, true),
        (GroupedBy::OfLadder("Craft".to_owned()), true),
        (GroupedBy::OfLevel(LevelId::SENIOR), false),
        (GroupedBy::Unplaced, false),
    ] {
        assert_eq!(part.is_asked_for(new), at_level, "{part:?}");
        assert!(part.is_asked_for(None), "{part:?}");
    }
}
