//! A picture of a ladder has room for all that stands on it.

use super::*;
use crate::note::Note;

fn texts(picture: &Picture) -> Vec<&str> {
    let text = |shape: &'_ PictureShape| match shape {
        PictureShape::Text { .. } => true,
        PictureShape::Line { .. } | PictureShape::Disc { .. } => false,
    };
    let shapes = picture.shapes.iter().filter(|shape| text(shape));
    shapes
        .filter_map(|shape| match shape {
            PictureShape::Text { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

fn ladder(levels: usize, rows: usize, cell: &str) -> Picture {
    let head: String = (1..=levels).map(|level| format!(" Baker L{level} |")).collect();
    let mut text = format!("# Baker ladder\n\n| Skill |{head}\n|{}", "-|".repeat(levels + 1));
    for row in 0..rows {
        if row % 10 == 0 {
            text += &format!("\n| **Part {row}** |{}", " |".repeat(levels));
        }
        text += &format!("\n| Craft {row} |{}", format!(" {cell} |").repeat(levels));
    }
    let vault = Vault::of(vec![Note::read("n.md", &text)]);
    picture_of(&vault, &Matrix::of(&vault), "Bread")
}

#[test]
fn nothing_lies_outside_of_its_place_or_over_another() {
    let long = "Kneads for hours, and says why it takes so long, to whoever may ask. ".repeat(9);
    let endless = "Knead".repeat(40);
    for (levels, rows, cell) in
        [(2, 3, "by hand"), (6, 40, &*long), (9, 400, &*long), (70, 2, "x"), (3, 2, &*endless)]
    {
        let picture = ladder(levels, rows, cell);
        assert!(picture.width <= LONGEST && picture.height <= LONGEST, "{levels} {rows}");
        let mut rows_of_text: Vec<(f32, f32, f32)> = Vec::new();
        for shape in &picture.shapes {
            if let PictureShape::Text { x, y, text, size, .. } = shape {
                let right = x + width_of(text, *size);
                assert!(right <= picture.width && *y < picture.height, "{text}");
                rows_of_text.push((*y, *x, right));
            }
        }
        rows_of_text.sort_by(|left, right| left.partial_cmp(right).expect("numbers"));
        for pair in rows_of_text.windows(2) {
            let is_apart = (pair[0].0 - pair[1].0).abs() > f32::EPSILON || pair[0].2 <= pair[1].1;
            assert!(is_apart, "{pair:?} of {levels} levels");
        }
    }
    let cut = ladder(9, 400, &long);
    assert!(
        texts(&cut).iter().any(|text| text.starts_with("and ") && text.ends_with(" more skills"))
    );
    assert!(texts(&ladder(70, 2, "x")).iter().any(|text| text.ends_with(" more levels")));
}

#[test]
fn groups_levels_and_texts_stand_as_they_are_written() {
    let picture = ladder(2, 1, "by hand");
    assert_eq!(
        texts(&picture),
        ["Bread", "Baker L1", "Baker L2", "Part 0", "Craft 0", "by hand", "by hand"]
    );
}

#[test]
fn texts_are_wrapped_and_the_last_line_is_cut() {
    let cases: [(&str, usize, &[&str]); 6] = [
        ("one two three", 3, &["one two", "three"]),
        ("one two three four five six", 2, &["one two", "three…"]),
        ("onetwothreefour", 3, &["onetwot", "hreefou", "r"]),
        ("onetwothreefour", 1, &["onetw…"]),
        ("", 2, &[]),
        ("one", 1, &["one"]),
    ];
    for (text, most, want) in cases {
        assert_eq!(wrapped(text, 10.0, 40.0, most), want, "{text}");
    }
}
