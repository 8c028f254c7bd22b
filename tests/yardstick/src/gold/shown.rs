//! What came of the comparison, as lines for people.

use std::fmt;

use super::{Kind, LEAST_PRECISION, LEAST_RECALL, Mistake, Report};

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for error in &self.errors {
            writeln!(f, "{error}")?;
        }
        writeln!(
            f,
            "{} notes: {} placements right, {} missing, {} extra",
            self.notes,
            self.right,
            self.count(Kind::Missing),
            self.count(Kind::Extra)
        )?;
        write!(
            f,
            "precision {:.3} (at least {LEAST_PRECISION:.2}), recall {:.3} (at least \
             {LEAST_RECALL:.2}), micro F1 {:.3}",
            self.precision(),
            self.recall(),
            self.f1()
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
        match &self.place {
            Some(place) => write!(f, "\n{place}"),
            None => f.write_str("\n  its words stand nowhere in the note as they are written"),
        }
    }
}
