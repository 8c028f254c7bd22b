//! What came of the comparison, as lines for people.

use std::fmt;

use super::{Kind, Mistake, Report};

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (missing, extra) = (self.count(Kind::Missing), self.count(Kind::Extra));
        let (precision, recall, f1) = (self.precision(), self.recall(), self.f1());
        write!(
            f,
            "{:>3} notes: {:>4} right, {missing:>3} missing, {extra:>3} extra; precision \
             {precision:.3}, recall {recall:.3}, micro F1 {f1:.3}",
            self.notes, self.right
        )
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            Kind::Missing => "missing",
            Kind::Extra => "extra",
        };
        let level = self.key.level.as_deref().unwrap_or("no level");
        write!(f, "{kind} in {}: “{}”, {level}, ", self.note, self.skill)?;
        match self.key.rank {
            Some(rank) => write!(f, "rank {rank}")?,
            None => f.write_str("no rank")?,
        }
        if let Some(rule) = self.rule {
            write!(f, ", by the rule {rule}")?;
        }
        match &self.place {
            Some(place) => write!(f, "\n{place}"),
            None => f.write_str("\n  its words stand nowhere in the note as they are written"),
        }
    }
}
