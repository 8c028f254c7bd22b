//! One skill, many notes: which placements meet in one row.
//!
//! Two skills in one row is worse than one skill in two, so whatever is in doubt stays apart.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::note::NoteId;
use crate::text;
use crate::video::VideoId;

use super::name_key::name_key;
use crate::matrix::model::types::Placement;

/// The notes of one video; a note without a video is alone.
#[derive(Clone, PartialEq, Eq, Hash)]
enum VideoSource {
    Video(VideoId),
    Note(NoteId),
}

/// The rows of the matrix in the making.
#[derive(Default)]
pub(in crate::matrix) struct Merger {
    rows: Vec<MergedRow>,
    by_name: FxHashMap<String, usize>,
    placements: Vec<Placement>,
    /// The rows that each source names, in the order of notes.
    sources: Vec<FxHashSet<usize>>,
    by_source: FxHashMap<VideoSource, usize>,
}

/// All placements of one folded name.
struct MergedRow {
    name: String,
    /// Indices of the placements, in the order of notes and of reading.
    placements: Vec<usize>,
    /// The notes and their sections that name it.
    sections: FxHashSet<(NoteId, usize)>,
    /// The row that this one was joined with.
    joined: Option<usize>,
    /// The rows that met in this one, itself too.
    members: Vec<usize>,
}

impl Merger {
    /// Puts a placement of a note into the row of its name.
    /// `apart` is its group where the note has skills of that name in several.
    pub(in crate::matrix) fn add(&mut self, placement: Placement, apart: Option<&str>) {
        let row = self.row(&placement.as_written, apart);
        let id = self.placements.len();
        self.rows[row].placements.push(id);
        self.rows[row].sections.insert((placement.note.clone(), placement.section));
        let source = match placement.video {
            Some(video) => VideoSource::Video(video),
            None => VideoSource::Note(placement.note.clone()),
        };
        self.placements.push(placement);
        let source = *self.by_source.entry(source).or_insert_with(|| {
            self.sources.push(FxHashSet::default());
            self.sources.len() - 1
        });
        self.sources[source].insert(row);
    }

    /// The row of a name; a new one for a new name.
    fn row(&mut self, as_written: &str, apart: Option<&str>) -> usize {
        let mut name = name_key(as_written);
        if name.is_empty() {
            name = text::fold(as_written);
        }
        if let Some(group) = apart {
            // No name has a line in it, so none begins this one's.
            name.push('\n');
            name.push_str(&text::fold(group));
        }
        *self.by_name.entry(name).or_insert_with_key(|name| {
            let members = vec![self.rows.len()];
            self.rows.push(MergedRow {
                name: name.clone(),
                placements: Vec::new(),
                sections: FxHashSet::default(),
                joined: None,
                members,
            });
            self.rows.len() - 1
        })
    }

    /// Joins, of the names within one video, those that begin another: "Earn trust" and "Earn
    /// trust with others".
    pub(in crate::matrix) fn join_within_videos(&mut self) {
        for source in std::mem::take(&mut self.sources) {
            let mut rows: Vec<usize> = source.iter().copied().collect();
            rows.sort_by(|&left, &right| self.rows[left].name.cmp(&self.rows[right].name));
            let mut open: Vec<usize> = Vec::new();
            let mut longer: Vec<(usize, usize)> = Vec::new();
            for row in rows {
                while open.last().is_some_and(|&top| !self.begins(top, row)) {
                    open.pop();
                }
                longer.extend(open.last().map(|&shorter| (shorter, row)));
                open.push(row);
            }
            let mut begun: FxHashMap<usize, usize> = FxHashMap::default();
            for (shorter, _) in &longer {
                *begun.entry(*shorter).or_default() += 1;
            }
            for &(shorter, row) in &longer {
                // A name that begins two others is neither.
                let is_only = begun.get(&shorter) == Some(&1);
                // Two items of one list are two skills.
                let is_apart = self.rows[shorter].sections.is_disjoint(&self.rows[row].sections);
                if is_only && is_apart && !self.adds_skill(shorter, row, &source) {
                    self.join(shorter, row);
                }
            }
        }
    }

    /// Whether a longer name adds to the shorter one a skill that the same video names apart:
    /// "Baking and Brewing" beside "Baking" and "Brewing".
    fn adds_skill(&self, shorter: usize, row: usize, source: &FxHashSet<usize>) -> bool {
        let rest = self.rows[row].name.strip_prefix(&self.rows[shorter].name);
        let added = rest.and_then(|rest| self.by_name.get(rest.trim_start()));
        added.is_some_and(|added| source.contains(added))
    }

    fn begins(&self, shorter: usize, row: usize) -> bool {
        begins(&self.rows[shorter].name, &self.rows[row].name)
    }

    /// Joins two rows, unless other videos have joined one of them with a third skill: each name
    /// of a row begins the next longer one.
    fn join(&mut self, shorter: usize, row: usize) {
        let (into, from) = (self.root(shorter), self.root(row));
        if into == from {
            return;
        }
        let mut members = self.rows[into].members.clone();
        members.extend(&self.rows[from].members);
        members.sort_by_key(|&member| self.rows[member].name.len());
        if members.windows(2).all(|pair| self.begins(pair[0], pair[1])) {
            self.rows[into].members = members;
            self.rows[from].joined = Some(into);
        }
    }

    /// The row that a row was joined with in the end.
    fn root(&self, mut row: usize) -> usize {
        while let Some(joined) = self.rows[row].joined {
            row = joined;
        }
        row
    }

    /// The placements of each row, in the order of notes and of first mention.
    pub(in crate::matrix) fn into_groups(self) -> Vec<Vec<Placement>> {
        let mut row_of = vec![0; self.placements.len()];
        for (index, row) in self.rows.iter().enumerate() {
            let root = self.root(index);
            row.placements.iter().for_each(|&placement| row_of[placement] = root);
        }
        let mut groups: Vec<Vec<Placement>> = Vec::new();
        let mut group_of: FxHashMap<usize, usize> = FxHashMap::default();
        for (placement, row) in self.placements.into_iter().zip(row_of) {
            let group = *group_of.entry(row).or_insert_with(|| {
                groups.push(Vec::new());
                groups.len() - 1
            });
            groups[group].push(placement);
        }
        groups
    }
}

/// Whether a folded name is the first words of another.
fn begins(shorter: &str, longer: &str) -> bool {
    longer.strip_prefix(shorter).is_some_and(|rest| rest.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use crate::matrix::model::types::{Matrix, Skill};
    use crate::note::Note;
    use crate::vault::Vault;

    /// The rows of notes given as (video, names of skills in one list).
    fn rows(notes: &[(&str, &[&str])]) -> Vec<(String, usize)> {
        let notes = notes.iter().zip(0..).map(|((video, names), number)| {
            let list: String = names.iter().map(|name| format!("- **{name}**\n")).collect();
            let text = format!("---\nvideoId: {video}\n---\n## Baking Skills\n{list}");
            Note::read(&format!("{number}.md"), &text)
        });
        let matrix = Matrix::of(&Vault::of(notes.collect()));
        let row = |skill: &Skill| (skill.name.clone(), skill.placements.len());
        matrix.skills.iter().map(row).collect()
    }

    fn owned(rows: &[(&str, usize)]) -> Vec<(String, usize)> {
        rows.iter().map(|&(name, count)| (name.to_owned(), count)).collect()
    }

    const A: &str = "aaaaaaaaaaa";
    const B: &str = "bbbbbbbbbbb";
    const C: &str = "ccccccccccc";

    #[test]
    fn one_skill_is_one_row() {
        type Case<'a> = (&'a [(&'a str, &'a [&'a str])], &'a [(&'a str, usize)]);
        let cases: [Case<'_>; 9] = [
            // Inflection, case and punctuation; the most common spelling, else the first.
            (
                &[(A, &["Baking"]), (B, &["Bake"]), (C, &["bake!", "Brew"])],
                &[("Baking", 3), ("Brew", 1)],
            ),
            (&[(A, &["Baking"]), (B, &["Bake"]), (C, &["Bake"])], &[("Bake", 3)]),
            // A name that begins another, within one video only.
            (&[(A, &["Bake"]), (A, &["Bake with rye"])], &[("Bake", 2)]),
            (&[(A, &["Bake"]), (B, &["Bake with rye"])], &[("Bake", 1), ("Bake with rye", 1)]),
            (&[(A, &["Bake"]), (A, &["Bakery"])], &[("Bake", 1), ("Bakery", 1)]),
            // Two items of one list are two skills.
            (&[(A, &["Bake", "Bake with rye"])], &[("Bake", 1), ("Bake with rye", 1)]),
            // A name that begins two others is neither.
            (
                &[(A, &["Bake"]), (A, &["Bake with rye"]), (A, &["Bake for fun"])],
                &[("Bake", 1), ("Bake for fun", 1), ("Bake with rye", 1)],
            ),
            // Nor is one of two skills both of them.
            (
                &[(A, &["Bake", "Brew"]), (A, &["Bake and brew"])],
                &[("Bake", 1), ("Bake and brew", 1), ("Brew", 1)],
            ),
            // What two videos join with different names stays apart.
            (
                &[(A, &["Bake"]), (A, &["Bake with rye"]), (B, &["Bake"]), (B, &["Bake for fun"])],
                &[("Bake", 3), ("Bake for fun", 1)],
            ),
        ];
        for (notes, want) in cases {
            assert_eq!(rows(notes), owned(want), "{notes:?}");
        }
    }
}
