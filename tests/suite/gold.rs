//! Holds the matrix to placements that two readers agreed on, where those are at hand.
//! `cargo xtask gold` prints the same figures.

use yardstick::gold::{self, Part, Set};

use crate::shared::shared;

#[test]
fn the_matrix_is_as_two_readers_see_it() {
    let Some(folder) = shared("") else { return };
    let report = gold::report(&folder, Set::Placements, Part::Developed).unwrap();
    eprintln!("{report}");
    assert!(report.notes > 0, "no note is labelled");
    let in_seed: Vec<_> = report.errors.iter().filter(|error| error.note == "seed.md").collect();
    assert!(in_seed.is_empty(), "seed.md is to be read without a fault: {in_seed:?}");
    assert!(report.suffices(), "{report}");
}
