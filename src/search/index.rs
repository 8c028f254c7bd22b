//! The words of all that can be found, and the search over them.

use std::cmp::Ordering;

use crate::note::{ClaimId, Note};
use crate::text::words;
use crate::vault::Vault;

use super::score;
use super::{Hit, Target};

/// A skill to be found, as the matrix names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkillEntry {
    /// The skill's id in the matrix.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other spellings of it.
    pub spellings: Vec<String>,
}

/// Everything that a search can find.
#[derive(Debug, Default)]
pub struct Index {
    documents: Vec<Document>,
}

/// Something that can be found, by the folded words of its fields.
#[derive(Debug)]
struct Document {
    hit: Hit,
    fields: Vec<Field>,
    /// Lowers or raises all of it.
    factor: f32,
}

#[derive(Debug)]
struct Field {
    weight: f32,
    words: Vec<String>,
}

impl Index {
    /// Gathers the words of the notes and skills.
    #[must_use]
    pub fn of(vault: &Vault, skills: impl IntoIterator<Item = SkillEntry>) -> Self {
        let mut index = Self::default();
        index.add_skills(skills);
        vault.notes().iter().for_each(|note| index.add_note(note));
        index
    }

    /// Adds the words of skills.
    pub fn add_skills(&mut self, skills: impl IntoIterator<Item = SkillEntry>) {
        self.documents.extend(skills.into_iter().map(skill));
    }

    /// Adds the words of a note.
    pub fn add_note(&mut self, note: &Note) {
        self.documents.push(self::note(note));
        self.documents.extend(claims(note));
    }

    /// The results for a query, the best first: what holds a word for every word of the query,
    /// whole or as its start. An empty query finds nothing.
    #[must_use]
    pub fn search(&self, query: &str, limit: usize) -> Vec<Hit> {
        let query: Vec<String> = words(query).collect();
        if query.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(f32, &Document)> = self
            .documents
            .iter()
            .filter_map(|document| document.score(&query).map(|score| (score, document)))
            .collect();
        // A stable sort: results that fit alike stay in the order of notes and of reading.
        found.sort_by(|(a, _), (b, _)| b.partial_cmp(a).unwrap_or(Ordering::Equal));
        found
            .into_iter()
            .take(limit)
            .map(|(score, document)| Hit { score, ..document.hit.clone() })
            .collect()
    }
}

impl Document {
    /// How well it fits; `None` where a word of the query is nowhere in it, or where all are only
    /// in a field that by itself is no reason to show it.
    fn score(&self, query: &[String]) -> Option<f32> {
        let mut total = 0.0;
        let mut in_own_text = false;
        for word in query {
            let mut best: f32 = 0.0;
            for field in &self.fields {
                let closeness = field.words.iter().map(|w| closeness(w, word)).fold(0.0, f32::max);
                if closeness > 0.0 {
                    best = best.max(score::field(field.weight, closeness, field.words.len()));
                    in_own_text |= field.weight > score::CLAIM_HEADING;
                }
            }
            if best == 0.0 {
                return None;
            }
            total += best;
        }
        in_own_text.then_some(total * self.factor)
    }
}

fn closeness(word: &str, typed: &str) -> f32 {
    match word.strip_prefix(typed) {
        Some("") => score::WHOLE_WORD,
        Some(_) => score::PREFIX,
        None => 0.0,
    }
}

fn skill(entry: SkillEntry) -> Document {
    let names = std::iter::once(&entry.name).chain(&entry.spellings);
    let fields = names
        .map(|name| Field { weight: score::SKILL_NAME, words: words(name).collect() })
        .collect();
    let hit = Hit {
        target: Target::Skill(entry.id),
        title: entry.name.clone(),
        text: entry.name,
        score: 0.0,
    };
    Document { hit, fields, factor: 1.0 }
}

fn note(note: &Note) -> Document {
    let hit = Hit {
        target: Target::Note(note.id.clone()),
        title: note.title.clone(),
        text: note.title.clone(),
        score: 0.0,
    };
    let fields = vec![Field { weight: score::NOTE_TITLE, words: words(&note.title).collect() }];
    Document { hit, fields, factor: 1.0 }
}

fn claims(note: &Note) -> impl Iterator<Item = Document> {
    note.claims.iter().zip(0..).filter(|(claim, _)| !claim.text.is_empty()).map(|(claim, id)| {
        let heading = note.sections.get(claim.section).map_or("", |section| &section.title);
        let seconds = claim.stamps.first().map(|stamp| stamp.seconds);
        let hit = Hit {
            target: Target::Claim { note: note.id.clone(), claim: ClaimId(id), seconds },
            title: note.title.clone(),
            text: claim.text.clone(),
            score: 0.0,
        };
        let fields = vec![
            Field { weight: score::CLAIM_TEXT, words: words(&claim.text).collect() },
            Field { weight: score::CLAIM_HEADING, words: words(heading).collect() },
        ];
        let factor = if seconds.is_some() { 1.0 } else { score::UNSTAMPED };
        Document { hit, fields, factor }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::NoteFile;

    const STAMP: &str = "<a class=\"yt-timestamp\" data-t=\"00:12:22\">[00:12:22]</a>";

    fn index() -> Index {
        let text = format!(
            "---\ntitle: Earning trust\nvideoId: 7gaPPrAd7nc\n---\n## Honesty\n\
             Trust grows slowly. Élan helps {STAMP}. Distrust spreads {STAMP}.\n"
        );
        let vault = Vault::read(&[NoteFile::new("a.md", text)]);
        let trust = SkillEntry {
            id: "earn-trust".into(),
            name: "Earn trust".into(),
            spellings: vec!["Build confidence".into()],
        };
        Index::of(&vault, [trust])
    }

    #[test]
    fn finds_by_every_word_and_puts_names_first() {
        let index = index();
        let cases: [(&str, &[&str]); 8] = [
            ("trust", &["Earn trust", "Earning trust", "Trust grows slowly."]),
            ("tru", &["Earn trust", "Earning trust", "Trust grows slowly."]),
            ("confidence", &["Earn trust"]),
            ("elan", &["Élan helps."]),
            ("honesty élan", &["Élan helps."]),
            ("honesty", &[]),
            ("trust nowhere", &[]),
            ("  ", &[]),
        ];
        for (query, want) in cases {
            let hits = index.search(query, 10);
            let got: Vec<&str> = hits.iter().map(|hit| hit.text.as_str()).collect();
            assert_eq!(got, want, "{query:?}");
        }
        assert_eq!(index.search("trust", 1).len(), 1);
    }

    #[test]
    fn a_claim_says_when_it_is_said() {
        let hits = index().search("distrust", 1);
        let Some(Target::Claim { seconds, .. }) = hits.first().map(|hit| &hit.target) else {
            panic!("expected a claim, got {hits:?}");
        };
        assert_eq!(*seconds, Some(742));
    }
}
