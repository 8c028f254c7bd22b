//! Levels at which a ladder expects the same.

use crate::matrix::{Filter, LevelId, Matrix, Skill};

use super::compare::placements;

/// Neighbouring levels at which a ladder expects the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first of them.
    pub from: LevelId,
    /// The last of them.
    pub to: LevelId,
    /// How many they are.
    pub levels: usize,
    /// What is expected there, a line a paragraph; `None` where nothing is.
    pub text: Option<String>,
}

/// The levels of a matrix by what a ladder expects of a skill there, neighbours that say the same as one.
#[must_use]
pub fn spans(matrix: &Matrix, skill: &Skill) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for level in &matrix.levels {
        let at = placements(skill, &Filter { level: Some(level.id), ..Filter::default() });
        let texts: Vec<&str> =
            at.iter().filter_map(|placement| placement.text.as_deref()).collect();
        let text = (!texts.is_empty()).then(|| texts.join("\n"));
        let same = |span: &&mut Span| span.text.is_some() && span.text == text;
        match spans.last_mut().filter(same) {
            Some(span) => (span.to, span.levels) = (level.id, span.levels + 1),
            None => spans.push(Span { from: level.id, to: level.id, levels: 1, text }),
        }
    }
    spans
}

/// The levels over which a ladder says what it says at one, where they are several.
#[must_use]
pub fn span_at(matrix: &Matrix, skill: &Skill, level: LevelId) -> Option<Span> {
    let place = |level: LevelId| matrix.levels.iter().position(|known| known.id == level);
    let at = place(level)?;
    let holds = |span: &Span| place(span.from) <= Some(at) && Some(at) <= place(span.to);
    spans(matrix, skill).into_iter().find(holds).filter(|span| span.levels > 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::Note;
    use crate::vault::Vault;

    #[test]
    fn levels_that_say_the_same_are_one_span() {
        let table = "# Ladder of designers\n| Skill | Junior | Mid | Senior | Staff |\n|---|---|---|---|---|\n\
                     | Drawing | Draws | Draws | Leads | |\n| Bending | | Bends | Bends | Bends |\n";
        let matrix = Matrix::of(&Vault::of(vec![Note::read("a.md", table)]));
        let told = |name: &str| {
            let skill = matrix.skills.iter().find(|skill| skill.name == name).expect(name);
            let span = |span: &Span| {
                let text = span.text.as_deref().unwrap_or("–");
                format!("{}..{} {} {text}", span.from, span.to, span.levels)
            };
            spans(&matrix, skill).iter().map(span).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(told("Drawing"), "new..mid 2 Draws, senior..senior 1 Leads, staff..staff 1 –");
        let at = |level| {
            let skill = matrix.skills.iter().find(|skill| skill.name == "Drawing").expect("it");
            span_at(&matrix, skill, level).map(|span| (span.from, span.to))
        };
        let mid = matrix.levels[1].id;
        assert_eq!(at(mid), Some((matrix.levels[0].id, mid)));
        assert_eq!((at(LevelId::SENIOR), at(LevelId::LEAD)), (None, None));
        assert_eq!(told("Bending"), "new..new 1 –, mid..staff 3 Bends");
    }
}
