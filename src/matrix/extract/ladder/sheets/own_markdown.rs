//! A table that is marked as a matrix, as this program writes one: its columns are levels, whatever they are
//! called, with ranks in bold and the times behind them.

use crate::matrix::extract::evidence::Evidence;
use crate::matrix::extract::labels;
use crate::matrix::language::level_name::LevelName;
use crate::matrix::language::terms::Terms;
use crate::matrix::model::level::LevelId;
use crate::matrix::model::rule::Rule;
use crate::matrix::model::types::NO_LEVEL;
use crate::note::{AuthorMark, Inline, Style, Table, plain_text};

use crate::matrix::extract::ladder::drafts::{Drafts, PlacementDraft};
use crate::matrix::extract::ladder::tables::cells::lines;

/// What stands in a cell where a note names a skill and gives no rank.
pub const NAMED_NOT_RANKED: &str = "named, not ranked";

/// What the column of what is named at no level was called by earlier versions, whose tables are still about.
const NO_LEVEL_BEFORE: &str = "Any level";

/// What the mark before such a table says.
pub const MATRIX_MARK: &str = "matrix";

/// Whether an author's mark says that the table after it is a matrix.
pub(in crate::matrix) fn is_matrix_mark(mark: &AuthorMark) -> bool {
    matches!(mark, AuthorMark::Skills(Some(what)) if what.trim().eq_ignore_ascii_case(MATRIX_MARK))
}

/// Reads such a table: each filled cell is a placement, or one for each of its ranks. A row whose other cells
/// are empty names a group; one without a name ends it.
pub(in crate::matrix) fn read(table: &Table, section: usize, terms: &Terms, drafts: &mut Drafts) {
    let levels: Vec<Option<LevelName>> =
        table.head.iter().map(|cell| level(&plain_text(cell), terms)).collect();
    drafts.order(levels.iter().skip(1).flatten());
    let mut group: Option<String> = None;
    for row in &table.rows {
        let Some((first, cells)) = row.split_first() else { continue };
        let name = plain_text(first).trim().to_owned();
        if cells.iter().all(|cell| plain_text(cell).trim().is_empty() && !has_stamp(cell)) {
            group = Some(name).filter(|name| name.chars().any(char::is_alphanumeric));
            continue;
        }
        for (at, cell) in cells.iter().enumerate() {
            let (ranks, text) = ranks_and_text(cell);
            if ranks.is_empty() && text.is_empty() && plain_text(cell).trim().is_empty() {
                continue;
            }
            let several = ranks.iter().copied().map(Some).chain(ranks.is_empty().then_some(None));
            for rank in several {
                let mut evidence = Evidence::default();
                evidence.cell(cell);
                drafts.add(PlacementDraft {
                    section,
                    name: name.clone(),
                    group: group.clone(),
                    level: levels.get(at + 1).cloned().flatten(),
                    rank,
                    text: text.clone(),
                    evidence,
                    rule: Rule::LadderColumns,
                });
            }
        }
    }
}

/// The level that a column is of; `None` for the one of no named level.
fn level(head: &str, terms: &Terms) -> Option<LevelName> {
    let head = head.trim();
    let known = LevelId::KNOWN.into_iter().find(|id| id.known_label() == head);
    if [NO_LEVEL, NO_LEVEL_BEFORE].contains(&head) {
        return None;
    }
    let known = known.map(|id| LevelName::given(head, id));
    known.or_else(|| LevelName::read(head, terms)).or_else(|| Some(LevelName::own(head)))
}

/// The ranks with which a cell begins, in bold, and what it says after them.
fn ranks_and_text(cell: &[Inline]) -> (Vec<u32>, String) {
    let mut parts: Vec<&Inline> = labels::in_claims(cell).collect();
    let mut ranks = Vec::new();
    let mut is_first = true;
    while let Some(part) = parts.first() {
        match part {
            Inline::Styled(Style::Strong, content) => {
                let Ok(rank) = plain_text(content).trim().parse() else { break };
                ranks.push(rank);
            }
            Inline::Text(text) if text.trim().is_empty() || text.trim() == "or" => {}
            _ => break,
        }
        is_first = false;
        parts.remove(0);
    }
    let rest: Vec<Inline> = parts.into_iter().cloned().collect();
    let text = lines(&rest);
    let is_remark = is_first && text.starts_with(NAMED_NOT_RANKED);
    (ranks, if is_remark { String::new() } else { text })
}

fn has_stamp(cell: &[Inline]) -> bool {
    labels::in_claims(cell).any(|inline| matches!(inline, Inline::Stamp(_)))
}
