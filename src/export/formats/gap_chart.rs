//! Where one is against what a level asks, as a picture (SVG) that stands by itself.

use rustc_hash::FxHashMap;

use crate::matrix::{Filter, LevelId, Matrix, RowGroup, Sort};
use crate::progress::{At, Step};
use crate::text::shortened;

use super::note_html::escaped;

const CHART_WIDTH: usize = 640;
const ROW_HEIGHT: usize = 28;
const HEAD_HEIGHT: usize = 48;
/// Where the bars begin and how wide a step is.
const BARS_LEFT: usize = 280;
const STEP_WIDTH: usize = 70;
/// The longest name that stands before its bar, in characters.
const LONGEST_NAME: usize = 34;

/// The chart as SVG, a bar for each skill that the level asks for, in its order.
#[must_use]
pub fn to_svg(
    matrix: &Matrix,
    target: LevelId,
    filter: &Filter,
    steps: &FxHashMap<At, Step>,
) -> String {
    let filter = Filter { level: Some(target), ..*filter };
    let skills = RowGroup::asked_for(matrix, &filter, Sort::Rank, None, |_| true);
    let height = HEAD_HEIGHT + ROW_HEIGHT * skills.len() + 16;
    let title = escaped(&["Where I am, against ", matrix.level_label(Some(target))].concat());
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{CHART_WIDTH}\" height=\"{height}\" viewBox=\"0 0 {CHART_WIDTH} \
         {height}\" role=\"img\" font-family=\"sans-serif\" font-size=\"13\"><title>{title}</title><rect \
         width=\"100%\" height=\"100%\" fill=\"#fff\"/><text x=\"16\" y=\"28\" font-size=\"16\" \
         font-weight=\"600\" fill=\"#1c1d26\">{title}</text>"
    );
    for (place, skill) in skills.iter().enumerate() {
        let step = steps.get(&At { skill: skill.id.clone(), level: target });
        let (y, name) =
            (HEAD_HEIGHT + ROW_HEIGHT * place, escaped(&shortened(&skill.name, LONGEST_NAME)));
        let length = step.map_or(0, |step| STEP_WIDTH * (step.place() as usize + 1));
        let (text, bar, end) = (y + 18, y + 6, STEP_WIDTH * 4);
        let said = step.map_or("not rated", |step| step.label());
        out.push_str(&format!(
            "<text x=\"16\" y=\"{text}\" fill=\"#1c1d26\">{name}</text><rect x=\"{BARS_LEFT}\" y=\"{bar}\" width=\"{end}\" \
             height=\"14\" rx=\"3\" fill=\"#e9e9ef\"/><rect x=\"{BARS_LEFT}\" y=\"{bar}\" width=\"{length}\" height=\"14\" \
             rx=\"3\" fill=\"#3a4fd0\"/><text x=\"{said_x}\" y=\"{text}\" fill=\"#5b5d6b\">{said}</text>",
            said_x = BARS_LEFT + end + 10,
        ));
    }
    let (x, from, to) =
        (BARS_LEFT + STEP_WIDTH * 3, HEAD_HEIGHT - 4, HEAD_HEIGHT + ROW_HEIGHT * skills.len());
    out.push_str(&format!(
        "<path d=\"M{x} {from}V{to}\" stroke=\"#1c1d26\" stroke-dasharray=\"3 3\"/></svg>"
    ));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::SkillId;
    use crate::note::Note;
    use crate::vault::Vault;

    #[test]
    fn a_chart_has_a_bar_for_each_skill_and_no_markup_of_names() {
        let talk = "## Skills of senior designers\n1. **Draw &lt;b> big**\n2. **Bend**\n";
        let matrix = Matrix::of(&Vault::of(vec![Note::read("a.md", talk)]));
        let at = |skill: &str| At { skill: SkillId(skill.into()), level: LevelId::SENIOR };
        let steps = FxHashMap::from_iter([(at("bend"), Step::WithHelp)]);
        let svg = to_svg(&matrix, LevelId::SENIOR, &Filter::default(), &steps);
        assert!(svg.contains("Draw &lt;b&gt; big") || svg.contains("Draw &lt;b> big"), "{svg}");
        assert_eq!(svg.matches("rx=\"3\" fill=\"#3a4fd0\"").count(), 2);
        assert!(svg.contains("width=\"140\"") && svg.contains(">With help<"), "{svg}");
        assert!(svg.contains(">not rated<"), "{svg}");
    }
}
