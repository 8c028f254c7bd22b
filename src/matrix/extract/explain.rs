//! What is told of each list, and of headings that name skills, where somebody asks why.

use crate::note::AuthorMark;

use super::classify::ListScope;
use super::explanation::MarkToWrite;
use super::explanation::{ExplainedPart, Why};
use super::labels;
use super::marks::MarkedList;
use super::reader::NoteReader;
use crate::matrix::language::heading_cues::HeadingCues;
use crate::matrix::model::rule::Rule;

impl NoteReader<'_> {
    /// Writes down what became of a list.
    pub(in crate::matrix) fn explain(
        &mut self,
        section: usize,
        list: &MarkedList<'_>,
        (rule, made): (Rule, bool),
        (found, over): (ListScope, [Option<&HeadingCues>; 2]),
    ) {
        let Some(line) = list.items.first().map(|item| item.line) else { return };
        let marked = list.items.iter().filter_map(labels::marked_label).count();
        let names = match list.mark {
            Some(AuthorMark::Skills(_)) => marked,
            _ => self.names(list.items).iter().flatten().count(),
        };
        let made = made && names > 0;
        let can_be_marked = !made && list.mark.is_none() && marked > 0;
        self.whys.push(Why {
            kind: ExplainedPart::List {
                items: list.items.len(),
                labels: list.items.iter().filter_map(labels::label).count(),
            },
            names,
            made,
            levels: found.levels.iter().collect(),
            is_of_people: over.into_iter().flatten().any(HeadingCues::is_of_people),
            mark: can_be_marked.then_some(MarkToWrite::Skills { level: None, above: line }),
            ..self.why(section, line, rule)
        });
    }

    /// Writes down that headings are names.
    pub(in crate::matrix) fn explain_headings(&mut self, section: usize, names: usize) {
        if self.explains {
            let line = self.note.sections().get(section).map_or(1, |section| section.line);
            self.whys.push(Why { names, ..self.why(section, line, Rule::SubHeadings) });
        }
    }

    /// Writes down what became of a table whose author or heading says what it names.
    pub(in crate::matrix) fn explain_table(
        &mut self,
        section: usize,
        (rule, made): (Rule, bool),
        names: usize,
    ) {
        if self.explains && (made || rule == Rule::MarkedNoSkills) {
            let line = self.note.sections().get(section).map_or(1, |section| section.line);
            let why = self.why(section, line, rule);
            self.whys.push(Why { kind: ExplainedPart::Table, names, made: names > 0, ..why });
        }
    }

    /// A group of headings that names skills.
    fn why(&self, section: usize, line: u32, rule: Rule) -> Why {
        let heading = self.note.sections().get(section).map(|section| section.title.clone());
        Why {
            kind: ExplainedPart::Headings,
            line,
            section,
            heading: heading.unwrap_or_default(),
            rule,
            made: true,
            names: 0,
            levels: Vec::new(),
            is_of_people: false,
            mark: None,
        }
    }
}
