//! What stands in rows and cells: order, claims, stamps, and where notes agree.

use skillreel::matrix::{Agreement, LevelId};

use super::matrix;

#[test]
fn placements_keep_their_claims_and_stamps() {
    let note = "\
## Baking Skills
- **Knead** [0:05]: long [0:07], [0:05].
  - Longer [1:00].
- **Wait**
## Traits of Nurses
### Calm [2:00]
They wait [2:10].
#### Always
So they do [2:20].
### Care
";
    let matrix = matrix(&[note]);
    let seconds = |name: &str| -> Vec<u32> {
        let skill = matrix.skills.iter().find(|skill| skill.name == name);
        let placement = &skill.expect(name).placements[0];
        // Only the last heading has nothing to back it.
        assert_eq!(placement.claims.is_empty(), name == "Care", "{name}");
        placement.stamps.iter().map(|stamp| stamp.seconds).collect()
    };
    assert_eq!(seconds("Knead"), [5, 7, 60]);
    assert!(seconds("Wait").is_empty());
    assert_eq!(seconds("Calm"), [120, 130, 140]);
    assert!(seconds("Care").is_empty());
}

#[test]
fn a_row_is_a_skill_of_several_notes() {
    let matrix = matrix(&[
        "## Skills of Senior Editors\n1. **Cut**\n2. **Read aloud**\n",
        "## Skills of New Editors\n1. **Reading aloud**\n2. **Wait**\n",
    ]);
    let names: Vec<&str> = matrix.skills.iter().map(|skill| &*skill.name).collect();
    assert_eq!(names, ["Cut", "Read aloud", "Wait"]);
    let levels: Vec<LevelId> = matrix.levels.iter().map(|level| level.id).collect();
    assert_eq!(levels, [LevelId::NEW, LevelId::SENIOR]);
    let read = &matrix.skills[1];
    assert_eq!(&*read.id.0, "read-aloud");
    assert_eq!(read.best_rank(LevelId::NEW), Some(1));
    assert_eq!(read.best_rank(LevelId::SENIOR), Some(2));
}

#[test]
fn a_cell_tells_where_notes_agree_and_where_they_do_not() {
    let note = |video: &str, rank: &str| {
        format!("---\nvideoId: {video}\n---\n## Skills of New Editors\n{rank} **Cut**\n")
    };
    let (first_video, second_video) = ("aaaaaaaaaaa", "bbbbbbbbbbb");
    let notes = [
        note(first_video, "1."),
        note(second_video, "1."),
        note(second_video, "3."),
        note(first_video, "-"),
    ];
    let matrix = matrix(&notes.each_ref().map(String::as_str));
    assert_eq!(matrix.skills.len(), 1);
    assert_eq!(matrix.videos.len(), 2);
    let said = Agreement::of(matrix.skills[0].at(Some(LevelId::NEW)));
    assert_eq!(
        said.in_words(),
        "2 notes in 2 videos rank it 1; 1 note ranks it 3; 1 note names it without a rank"
    );
    assert_eq!((said.notes, said.videos), (4, 2));
}
