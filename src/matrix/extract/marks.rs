//! What authors say about their lists, and which of their marks say nothing.

use std::cell::OnceCell;
use std::str::FromStr;

use rustc_hash::FxHashSet;

use crate::note::{AuthorMark, Block, Code, InMatrix, Inline, Item, Note, Problem};

use super::ladder::sheets::own_markdown::is_matrix_mark;
use super::ladder::sheets::sheet::SheetKind;
use super::{evidence, labels, ladder};
use crate::matrix::language::lexicon::Lexicon;
use crate::matrix::language::seniority::Levels;
use crate::matrix::language::terms::Terms;
use crate::matrix::model::level::LevelId;
use crate::matrix::model::role::Role;
use crate::text;

/// A list, with what its author says of it and with the paragraph before it.
pub(in crate::matrix) struct MarkedList<'a> {
    pub(in crate::matrix) start: Option<u64>,
    pub(in crate::matrix) items: &'a [Item],
    pub(in crate::matrix) mark: Option<&'a AuthorMark>,
    pub(in crate::matrix) lead_in: Option<&'a [Inline]>,
}

/// The lists among blocks. A mark speaks of the list after it; only the list's own lead-in may
/// stand between them.
pub(in crate::matrix) fn lists<'a>(blocks: &'a [Block]) -> impl Iterator<Item = MarkedList<'a>> {
    let mut lead_in = None;
    let mut mark = None;
    let mut paragraphs_since_mark = 0;
    blocks.iter().filter_map(move |block| {
        match block {
            Block::List(start, items) => {
                let (mark, lead_in) = (mark.take(), lead_in.take());
                return Some(MarkedList { start: *start, items, mark, lead_in });
            }
            Block::Mark(new, _) => {
                mark = Some(new);
                paragraphs_since_mark = 0;
            }
            Block::Paragraph(inlines) => {
                lead_in = Some(inlines.as_slice());
                paragraphs_since_mark += 1;
                mark = mark.filter(|_| paragraphs_since_mark == 1);
            }
            _ => (mark, lead_in) = (None, None),
        }
        None
    })
}

/// The levels that a mark names: several with commas between. `None` where a word is no level.
pub(in crate::matrix) fn levels(written: &str) -> Option<Levels> {
    let mut levels = Levels::default();
    for word in written.split(',') {
        let level = LevelId::from_str(&text::lowered(word.trim())).ok()?;
        level.known_place()?;
        levels.insert(level);
    }
    Some(levels)
}

/// The author's marks of a note that change nothing.
#[must_use]
pub fn unused_marks(note: &Note) -> Vec<Problem> {
    let mut problems: Vec<Problem> =
        unused_role(note).into_iter().chain(told_of_sheet(note)).collect();
    let marked = MarkedNote { note, is_ladder: OnceCell::new() };
    for (index, section) in note.sections().iter().enumerate() {
        let is_before_heading = index + 1 < note.sections().len();
        unused_in(&section.blocks, (&marked, is_before_heading), &mut problems);
    }
    problems
}

/// A note with marks, of which it is asked once at most whether it is a ladder.
struct MarkedNote<'a> {
    note: &'a Note,
    is_ladder: OnceCell<bool>,
}

impl MarkedNote<'_> {
    fn is_ladder(&self) -> bool {
        *self.is_ladder.get_or_init(|| ladder::cues(self.note, &Terms::new()).is_ladder())
    }
}

/// A sheet in which nothing is found that is looked for, or that is of a team.
fn told_of_sheet(note: &Note) -> Option<Problem> {
    let terms = Terms::new();
    let kinds: Vec<SheetKind> = ladder::sheets::sheet::tables(note)
        .map(|(_, table)| ladder::sheets::sheet::kind(table, &terms))
        .collect();
    let is_of_team = |kind: &SheetKind| matches!(kind, SheetKind::Team);
    if kinds.iter().any(is_of_team) {
        let ratings = ladder::sheets::sheet::team(note);
        let people: FxHashSet<&str> = ratings.iter().map(|rating| rating.person.as_str()).collect();
        let message = format!(
            "What {} people of a team can do ({} ratings). It puts nothing into the matrix, and is never handed out \
             unless you ask for it.",
            people.len(),
            ratings.len()
        );
        return Some(Problem::new(1, Code::SheetTeam, message));
    }
    let is_unread = !kinds.is_empty() && !kinds.iter().any(SheetKind::is_of_skills);
    let message = "Nothing of this sheet is in the matrix: its columns name no two levels (such as Junior and Senior), \
                   no skill with a level, no skill with a group, and no people with what they can do.";
    is_unread.then(|| Problem::new(1, Code::SheetUnread, message))
}

/// A role in the front matter that is none.
fn unused_role(note: &Note) -> Option<Problem> {
    let given = note.front_matter().role.as_ref()?;
    if Role::given(&Lexicon::new().read(&given.text)).is_some() {
        return None;
    }
    let message = format!(
        "“{}” is no role that the matrix tells apart, so the note is listed under the roles that \
         its headings name; expected product manager, leader, founder, engineer, designer, \
         researcher, sales or marketing.",
        given.text
    );
    Some(Problem::new(given.line, Code::MarkUnused, message))
}

fn unused_in(
    blocks: &[Block],
    (marked, is_before_heading): (&MarkedNote<'_>, bool),
    problems: &mut Vec<Problem>,
) {
    for (at, block) in blocks.iter().enumerate() {
        match block {
            Block::Mark(mark, line) => {
                let after = blocks.get(at + 1..).unwrap_or_default();
                if is_matrix_mark(mark) && matches!(after, [Block::Table(_), ..]) {
                    continue;
                }
                let list = lists(&blocks[at..]).next().filter(|list| list.mark == Some(mark));
                let is_of_others = match (list.is_some(), after) {
                    (true, _) => false,
                    (_, []) => is_before_heading && !marked.is_ladder(),
                    _ => is_of_others(mark, after, marked),
                };
                if let Some(message) = unused(mark, list.as_ref(), is_of_others, marked.note) {
                    problems.push(Problem::new(*line, Code::MarkUnused, message));
                }
            }
            Block::List(_, items) => {
                items.iter().for_each(|item| unused_in(&item.blocks, (marked, false), problems));
            }
            Block::Quote(blocks) | Block::Details(_, blocks) | Block::Footnote(_, blocks) => {
                unused_in(blocks, (marked, false), problems);
            }
            _ => {}
        }
    }
}

/// Whether a mark speaks of the table or the labelled paragraphs after it. A ladder's tables are read by their
/// levels, whatever a mark says but that they are none.
fn is_of_others(mark: &AuthorMark, after: &[Block], marked: &MarkedNote<'_>) -> bool {
    let speaks = evidence::begins_with_names;
    let after_lead_in = match after {
        [Block::Paragraph(_), rest @ ..] => rest,
        _ => after,
    };
    (speaks(after) || speaks(after_lead_in))
        && (*mark == AuthorMark::NoSkills || !marked.is_ladder())
}

fn unused(
    mark: &AuthorMark,
    list: Option<&MarkedList<'_>>,
    is_of_others: bool,
    note: &Note,
) -> Option<String> {
    let written = match mark {
        AuthorMark::NoSkills => "no skills".to_owned(),
        AuthorMark::Skills(None) => "skills".to_owned(),
        AuthorMark::Skills(Some(level)) => format!("skills: {level}"),
    };
    if list.is_none() && !is_of_others {
        return Some(format!(
            "“{written}” stands before no list, table or heading of skills; put it right above one."
        ));
    }
    let AuthorMark::Skills(level) = mark else {
        return None;
    };
    if let Some(level) = level.as_deref().filter(|level| levels(level).is_none()) {
        return Some(format!(
            "“{level}” is no level, so what follows is read without it; \
             expected new, mid, senior, staff, principal, lead, director or executive."
        ));
    }
    if note.front_matter().in_matrix == InMatrix::No {
        return Some(format!("“{written}” has no effect: “matrix: false” keeps the note out."));
    }
    let names_none = list?.items.iter().all(|item| labels::marked_label(item).is_none());
    names_none.then(|| format!("“{written}”: no item of the list is short enough to name a skill."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unused(body: &str) -> Vec<(u32, String)> {
        let note = Note::read("n.md", &format!("---\ntitle: N\n---\n{body}"));
        unused_marks(&note)
            .into_iter()
            .map(|problem| {
                assert_eq!(problem.code, Code::MarkUnused);
                (problem.line, problem.message)
            })
            .collect()
    }

    #[test]
    fn accepts_marks_that_stand_before_a_list() {
        let bodies = [
            "<!-- skills -->\n- **Bake**",
            "<!-- skills -->\n- bake bread",
            "<!-- skills: senior -->\n1. **Bake**",
            "<!-- skills: new, senior -->\n\nThis is asked of them:\n- **Bake**",
            "This is asked of them:\n\n<!-- skills: Senior -->\n- **Bake**",
            "<!-- no skills -->\n- **Bake**",
            "- **Bake**\n  <!-- skills -->\n  - **Brew**",
            "> <!-- skills -->\n> - **Bake**",
            "<!-- a remark -->",
            "## H\n\n<!-- no skills -->\n## I\n- **Bake**",
            "## H\n\n<!-- skills: new -->\n## I\n\n### Bake\n\n### Brew",
            "<!-- skills -->\n\n| Name | Why |\n|---|---|\n| Bake | so |\n| Brew | so |",
            "<!-- skills -->\n\n**Bake:** so\n\n**Brew:** so",
        ];
        for body in bodies {
            assert_eq!(unused(body), [], "{body:?}");
        }
    }

    #[test]
    fn reports_marks_that_change_nothing() {
        let cases = [
            ("## H\n\n<!-- skills -->\n\nNo list.", 6, "before no list"),
            ("<!-- skills -->\n\nOne.\n\nTwo.\n\n- **Bake**", 4, "before no list"),
            ("<!-- skills: chef -->\n- **Bake**", 4, "“chef” is no level"),
            ("<!-- skills -->\n<!-- no skills -->\n- **Bake**", 4, "before no list"),
            ("<!-- skills -->\n- They bake all day and they also brew and sell", 4, "no item"),
        ];
        for (body, line, words) in cases {
            let found = unused(body);
            assert_eq!(found.len(), 1, "{body:?}: {found:?}");
            assert_eq!(found[0].0, line, "{body:?}");
            assert!(found[0].1.contains(words), "{body:?}: {found:?}");
        }
    }

    #[test]
    fn reports_a_role_that_is_none() {
        let problems = |role: &str| {
            unused_marks(&Note::read("n.md", &format!("---\ntitle: N\nrole: {role}\n---\nx")))
        };
        assert_eq!(problems("Product Manager"), []);
        assert_eq!(problems(""), []);
        let found = problems("senior baker");
        assert_eq!((found.len(), found[0].code, found[0].line), (1, Code::MarkUnused, 3));
        assert!(found[0].message.starts_with("“senior baker” is no role"), "{found:?}");
        for role in Role::ALL {
            assert!(found[0].message.contains(&role.label().to_lowercase()), "{role:?}");
        }
    }

    #[test]
    fn reports_a_mark_in_a_note_that_is_kept_out() {
        let text =
            "---\nmatrix: false\n---\n<!-- skills -->\n- **Bake**\n\nx\n\n<!-- no skills -->\n- x";
        let found = unused_marks(&Note::read("n.md", text));
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("matrix: false"));
    }
}
