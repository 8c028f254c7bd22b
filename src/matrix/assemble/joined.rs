//! A matrix that is known, and what other notes add to it.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::matrix::model::types::{Matrix, Placement};
use crate::note::NoteId;
use crate::vault::Vault;

use super::build::{MatrixBuilder, PlacementOrigin};

impl MatrixBuilder {
    /// Goes on from a matrix, with what those of its notes placed that are still the same. What its notes of proofs name
    /// is left to [`Matrix::place_proofs`].
    #[must_use]
    pub fn from_matrix(matrix: &Matrix, is_kept: impl Fn(&NoteId) -> bool) -> Self {
        let mut builder = Self::new();
        let all = matrix.skills.iter().flat_map(|skill| &skill.placements);
        let kept = all.filter(|placement| !placement.is_chosen() && is_kept(&placement.note));
        let mut of_ladders = FxHashSet::default();
        for placement in kept {
            of_ladders.extend(placement.level.filter(|_| placement.rule.is_of_ladder()));
            // A ladder's levels have the ids that they have in the end.
            builder.placements.push((placement.clone(), PlacementOrigin::Talk));
        }
        // Where no ladder says where a level stands, others may say so.
        let levels = matrix.levels.iter().map(|level| level.id);
        builder.ladders.known = levels.filter(|level| of_ladders.contains(level)).collect();
        builder
    }

    /// Puts what was added into the order of a vault's notes. What one note says keeps its order.
    pub fn sort_by_notes(&mut self, vault: &Vault) {
        let places: FxHashMap<&NoteId, usize> =
            vault.notes().iter().zip(0..).map(|(note, at)| (&note.id, at)).collect();
        let place = |placement: &Placement| places.get(&placement.note).copied();
        self.placements.sort_by_key(|(placement, _)| place(placement));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::{Collection, Layer, Mode, NoteFile};

    const PAGE: [(&str, &str); 4] = [
        (
            "a.md",
            "---\nvideoId: aaaaaaaaaaa\n---\n## Skills of senior designers\n\n1. **Draw** [0:10]\n2. **Bend steel** [0:20]\n3. **Weld** [2:00]\n",
        ),
        (
            "b.md",
            "---\nvideoId: bbbbbbbbbbb\n---\n## Skills of new designers\n\n* **Drawing** [0:30]\n* **Bend** [0:40]\n",
        ),
        (
            "ladder.md",
            "# Ladder\n\n|Skill|Apprentice|Master|\n|-|-|-|\n|Bend steel|by hand|by heart|\n|Rest||well|\n",
        ),
        ("proofs.md", "---\nproof: true\n---\n- **Bend steel** (Master): [[a]] [0:20]\n"),
    ];

    /// All notes read anew, and joined to what is known of the page's.
    fn both(own: &[(&str, &str)]) -> (Matrix, Matrix) {
        let file = |(path, text): &(&str, &str)| NoteFile::new(*path, *text);
        let page: Vec<NoteFile> = PAGE.iter().map(file).collect();
        let notes = own.iter().map(file).collect();
        let layer = Layer { id: String::new(), mode: Mode::Add, notes };
        let all = Collection::of(page.clone(), vec![layer]);
        let files: Vec<NoteFile> = all.files().into_iter().cloned().collect();
        let known = Matrix::of(&Vault::read(&page));
        let vault = Vault::read(&files);
        let is_own = |id: &NoteId| {
            let path = vault.note(id).map(|note| note.path.as_str());
            own.iter().any(|(own, _)| Some(*own) == path)
        };
        let mut builder = MatrixBuilder::from_matrix(&known, |id| !is_own(id));
        let read = vault.notes().iter().filter(|note| is_own(&note.id));
        read.for_each(|note| builder.add(note));
        builder.sort_by_notes(&vault);
        (Matrix::of(&vault), builder.finish(&vault))
    }

    #[test]
    fn what_joins_a_known_matrix_gives_the_same_as_reading_all() {
        let cases: [&[(&str, &str)]; 6] = [
            &[],
            &[(
                "own.md",
                "---\nvideoId: ccccccccccc\n---\n## Skills of new designers\n\n1. **Bending steel** [0:50]\n2. **Paint** [1:00]\n",
            )],
            &[(
                "mine.md",
                "# Mine\n\n|Skill|Junior|Senior|Master|\n|-|-|-|-|\n|Paint|a|b|c|\n|Bend steel|d|e|f|\n",
            )],
            &[("a.md", "Nothing any more.\n")],
            &[("more-proofs.md", "---\nproof: true\n---\n- **Rest** (Master): [[b]] [0:30]\n")],
            &[("ladder.md", "# Ladder\n\n|Skill|Novice|Expert|\n|-|-|-|\n|Weld|x|y|\n")],
        ];
        for own in cases {
            let (read, joined) = both(own);
            assert_eq!(joined, read, "{own:?}");
        }
    }
}
