//! Rows of tables and labelled paragraphs: in a section of skills each names one, as the items of a list do.

use crate::note::{AuthorMark, Block, Inline, plain_text};

use super::classify::{ListScope, classify, scope};
use super::evidence::{FEWEST, NameWithEvidence, labels_in_a_row, of_paragraphs, of_row};
use super::label_filter;
use super::marks;
use super::reader::NoteReader;
use crate::matrix::language::heading_cues::HeadingCues;
use crate::matrix::model::rule::Rule;

impl<'a> NoteReader<'a> {
    /// Reads the tables and the labelled paragraphs among blocks of a section; `given` is what its author says of
    /// all that is in it.
    pub(in crate::matrix) fn labelled(
        &mut self,
        section: usize,
        blocks: &'a [Block],
        (chain, classified): (&[HeadingCues], &[HeadingCues]),
        given: Option<&AuthorMark>,
    ) {
        let (mut mark, mut lead_in) = (None, None);
        let mut rest = blocks;
        while let [block, after @ ..] = rest {
            rest = after;
            match block {
                Block::Mark(new, _) => {
                    mark = Some(new);
                    continue;
                }
                Block::Table(table) => {
                    let rows = || table.rows.iter().filter_map(|row| of_row(row)).collect();
                    let said = (mark.or(given), lead_in);
                    self.named_together(section, rows, said, (chain, classified));
                }
                Block::Paragraph(inlines) => match labels_in_a_row(block, after) {
                    0..FEWEST => {
                        lead_in = Some(inlines.as_slice());
                        continue;
                    }
                    labels => {
                        rest = after.get(labels - 1..).unwrap_or_default();
                        let paragraphs = || of_paragraphs(block, after);
                        let said = (mark.or(given), lead_in);
                        self.named_together(section, paragraphs, said, (chain, classified));
                    }
                },
                _ => {}
            }
            (mark, lead_in) = (None, None);
        }
    }

    fn named_together(
        &mut self,
        section: usize,
        labelled: impl FnOnce() -> Vec<NameWithEvidence>,
        (mark, lead_in): (Option<&AuthorMark>, Option<&[Inline]>),
        (chain, classified): (&[HeadingCues], &[HeadingCues]),
    ) {
        let lead_in = lead_in
            .map(|inlines| HeadingCues::by_lead_in(&plain_text(inlines), false, self.lexicon));
        let found = scope(lead_in.as_ref(), chain);
        let (rule, made) = match mark {
            Some(AuthorMark::NoSkills) => (Rule::MarkedNoSkills, false),
            Some(AuthorMark::Skills(_)) => (Rule::MarkedSkills, true),
            None => classify(lead_in.as_ref(), classified),
        };
        if !made {
            self.explain_table(section, (rule, false), 0);
            return;
        }
        let (labelled, is_marked) = (labelled(), mark.is_some());
        if labelled.len() < FEWEST && !is_marked {
            return;
        }
        let names: Vec<String> = labelled.iter().map(|(name, _)| name.clone()).collect();
        if !is_marked && self.are_no_skills(&names) {
            return;
        }
        let scope = match mark {
            Some(AuthorMark::Skills(Some(level))) => {
                ListScope { levels: marks::levels(level).unwrap_or(found.levels), ..found }
            }
            _ => found,
        };
        let mut placed = 0;
        for (name, evidence) in labelled {
            if is_marked || !label_filter::names_no_skill(&name, self.lexicon) {
                placed += 1;
                self.place(section, &name, scope, (rule, None), &evidence);
            }
        }
        self.explain_table(section, (rule, made), placed);
    }
}

#[cfg(test)]
mod tests {
    use crate::matrix::Matrix;
    use crate::note::Note;
    use crate::vault::Vault;

    /// The skills of a note about a video: name, level, seconds.
    fn placed(body: &str) -> Vec<String> {
        let text = format!("---\ntitle: A talk\nvideoId: aaaaaaaaaaa\n---\n{body}");
        let matrix = Matrix::of(&Vault::of(vec![Note::read("a.md", &text)]));
        let placements = matrix.skills.iter().flat_map(|skill| &skill.placements);
        let told = placements.map(|place| {
            let level = place.level.map(|level| level.to_string()).unwrap_or_default();
            let at: Vec<String> = place.stamps.iter().map(|at| at.seconds.to_string()).collect();
            format!("{} {level} {}", place.as_written, at.join(","))
        });
        let mut told: Vec<String> = told.collect();
        told.sort();
        told
    }

    const TABLE: &str =
        "| Name | Why |\n|---|---|\n| Knead | so [0:10] |\n| Fold: twice | so [0:20] |\n";
    const PARAGRAPHS: &str = "**Knead:** so it is [0:10].\n\n**Fold**: twice [0:20].\n";

    #[test]
    fn rows_and_labelled_paragraphs_of_a_section_of_skills_name_skills() {
        for part in [TABLE, PARAGRAPHS] {
            for (before, want) in [
                ("## Skills of senior engineers\n\n", &["Fold senior 20", "Knead senior 10"][..]),
                ("## Key skills of engineers\n\n", &["Fold  20", "Knead  10"]),
                (
                    "## Bread\n\nThe most important skills of new engineers:\n\n",
                    &["Fold new 20", "Knead new 10"],
                ),
                ("## Bread\n\n", &[]),
                ("## Mistakes of senior engineers\n\n", &[]),
            ] {
                assert_eq!(placed(&format!("{before}{part}")), want, "{before}{part}");
            }
        }
        // One alone may be anything.
        assert!(
            placed("## Key skills of engineers\n\n**Knead:** so [0:10].\n\nAnd so on.\n")
                .is_empty()
        );
        let one = "## Key skills of engineers\n\n| Name | Why |\n|---|---|\n| Knead | so |\n";
        assert!(placed(one).is_empty());
    }

    #[test]
    fn a_mark_wins_before_a_list_a_table_paragraphs_and_a_heading() {
        let list = "- **Knead**: so [0:10]\n- **Fold**: twice [0:20]\n";
        let headings = "### Knead\n\nSo it is [0:10].\n\n### Fold\n\nTwice [0:20].\n";
        for part in [list, TABLE, PARAGRAPHS] {
            let marked = format!("## Bread\n\n<!-- skills: senior -->\n\n{part}");
            assert_eq!(placed(&marked), ["Fold senior 20", "Knead senior 10"], "{marked}");
            let marked = format!("## Key skills of engineers\n\n<!-- no skills -->\n\n{part}");
            assert!(placed(&marked).is_empty(), "{marked}");
        }
        for part in [list, TABLE, PARAGRAPHS, headings] {
            let marked = format!(
                "Hello.\n\n<!-- skills: senior -->\n\n## Bread\n\n{part}\n## Tea\n\n{list}"
            );
            assert_eq!(placed(&marked), ["Fold senior 20", "Knead senior 10"], "{marked}");
            let marked = format!(
                "Hello.\n\n<!-- no skills -->\n\n## Key skills of engineers\n\n{part}\n### More skills of engineers\n\n{list}"
            );
            assert!(placed(&marked).is_empty(), "{marked}");
        }
    }
}
