//! A record as JSON: how a browser keeps it and how it is handed on. `docs/PROGRESS.md` has the form.

use std::fmt;

use serde_json::{Map, Value, json};

use crate::matrix::{LevelId, SkillId};
use crate::note::NoteId;
use crate::progress::clip_list::{ClipList, ListItem};
use crate::progress::day::Day;
use crate::progress::record::{At, RatingEntry, Record};
use crate::progress::step::Step;
use crate::sorting;
use crate::vault::video::clip::ClipRef;

/// The version of the form that is written, and the newest that is understood in whole.
pub const UNDERSTOOD_VERSION: u64 = 1;

/// What says that a file is a record.
const FORMAT_NAME: &str = "skillreel-progress";

/// A record that was read, with what there is to say about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadRecord {
    /// What could be read.
    pub record: Record,
    /// Whether a newer version of the page wrote it: it must not be written over.
    pub is_newer: bool,
    /// How many parts of it could not be read. The record keeps them as they are.
    pub unread: usize,
}

/// Text that is no record, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotARecord(String);

impl Record {
    /// The record as JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        let ratings = self.ratings.iter().map(|(at, entries)| {
            let history: Vec<Value> = entries.iter().map(entry_to_json).collect();
            let skill = &*at.skill.0;
            json!({ "skill": skill, "name": self.name(&at.skill), "level": at.level.as_str(), "history": history })
        });
        // It was JSON when it was put there.
        let unread = self.unread.iter().filter_map(|part| serde_json::from_str(part).ok());
        let ratings: Vec<Value> = ratings.chain(unread).collect();
        let list = list_to_json(&self.list);
        json!({ "format": FORMAT_NAME, "version": UNDERSTOOD_VERSION, "ratings": ratings, "list": list })
            .to_string()
    }

    /// Reads a record from JSON: what can be read of it.
    ///
    /// # Errors
    /// [`NotARecord`] where it is no JSON or something else.
    pub fn from_json(text: &str) -> Result<ReadRecord, NotARecord> {
        let value: Value = serde_json::from_str(text.trim_start_matches('\u{feff}'))
            .map_err(|error| NotARecord(error.to_string()))?;
        let file = value.as_object().filter(|file| file.get("format") == Some(&json!(FORMAT_NAME)));
        let Some(file) = file else {
            return Err(NotARecord(["it does not say \"format\": \"", FORMAT_NAME, "\""].concat()));
        };
        let version = file.get("version").and_then(Value::as_u64).unwrap_or_default();
        let mut read =
            ReadRecord { is_newer: version > UNDERSTOOD_VERSION, ..ReadRecord::default() };
        for value in array(file, "ratings") {
            match rating_of_json(value) {
                Some((at, name, entries)) => {
                    let mut of_skill = Record::default();
                    of_skill.names.insert(at.skill.clone(), name);
                    of_skill.ratings.insert(at, entries);
                    read.record.merge(&of_skill);
                }
                None => read.record.unread.push(value.to_string()),
            }
        }
        read.unread = read.record.unread.len();
        if let Some(list) = file.get("list").and_then(Value::as_object) {
            let (list, unread) = list_of_json(list);
            read.record.list = list;
            read.unread += unread;
        }
        Ok(read)
    }
}

fn entry_to_json(entry: &RatingEntry) -> Value {
    let step = entry.step.map(Step::as_str);
    json!({ "revision": entry.revision, "day": entry.day.to_string(), "step": step })
}

fn rating_of_json(value: &Value) -> Option<(At, String, Vec<RatingEntry>)> {
    let rating = value.as_object()?;
    let skill = SkillId(text(rating, "skill")?.into());
    let level: LevelId = text(rating, "level")?.parse().ok()?;
    let name = text(rating, "name").unwrap_or(&skill.0).to_owned();
    let entries = array(rating, "history").iter().map(entry_of_json);
    let mut entries: Vec<RatingEntry> = entries.collect::<Option<_>>()?;
    sorting::sort_by(&mut entries, Ord::cmp);
    entries.dedup();
    (!entries.is_empty()).then_some((At { skill, level }, name, entries))
}

fn entry_of_json(value: &Value) -> Option<RatingEntry> {
    let entry = value.as_object()?;
    let step = match entry.get("step")? {
        Value::Null => None,
        Value::String(name) => Some(Step::from_name(name)?),
        _ => return None,
    };
    let day = text(entry, "day")?.parse().ok()?;
    Some(RatingEntry { revision: number(entry, "revision").unwrap_or_default(), day, step })
}

fn list_to_json(list: &ClipList) -> Value {
    let items = |items: &[ListItem]| items.iter().map(item_to_json).collect::<Vec<_>>();
    json!({
        "name": list.name,
        "name_revision": list.name_revision,
        "order_revision": list.order_revision,
        "items": items(&list.items),
        "taken_out": items(&list.taken_out),
    })
}

fn item_to_json(item: &ListItem) -> Value {
    json!({
        "skill": item.skill.as_ref().map(|skill| &*skill.0),
        "level": item.level.as_ref().map(LevelId::as_str),
        "note": item.clip.as_ref().map(|clip| &*clip.note.0),
        "seconds": item.clip.as_ref().map(|clip| clip.seconds),
        "done": item.done.map(|day| day.to_string()),
        "revision": item.revision,
    })
}

/// The list, and how many items of it could not be read.
fn list_of_json(list: &Map<String, Value>) -> (ClipList, usize) {
    let mut read = ClipList::default();
    read.rename(
        text(list, "name").unwrap_or_default(),
        number(list, "name_revision").unwrap_or_default(),
    );
    read.order_revision = number(list, "order_revision").unwrap_or_default();
    let mut unread = 0;
    for (key, items) in [("items", &mut read.items), ("taken_out", &mut read.taken_out)] {
        for value in array(list, key) {
            match item_of_json(value) {
                Some(item) if items.iter().all(|known| known.key() != item.key()) => {
                    items.push(item);
                }
                Some(_) => {}
                None => unread += 1,
            }
        }
    }
    (read, unread)
}

fn item_of_json(value: &Value) -> Option<ListItem> {
    let item = value.as_object()?;
    let clip = text(item, "note").zip(number(item, "seconds"));
    let clip = clip.map(|(note, seconds)| ClipRef { note: NoteId(note.into()), seconds });
    let skill = text(item, "skill").map(|skill| SkillId(skill.into()));
    let is_something = clip.is_some() || skill.is_some();
    is_something.then(|| ListItem {
        skill,
        level: text(item, "level").and_then(|level| level.parse().ok()),
        clip,
        done: text(item, "done").and_then(|day| day.parse::<Day>().ok()),
        revision: number(item, "revision").unwrap_or_default(),
    })
}

fn text<'a>(of: &'a Map<String, Value>, key: &str) -> Option<&'a str> {
    of.get(key)?.as_str().filter(|text| !text.is_empty())
}

fn number(of: &Map<String, Value>, key: &str) -> Option<u32> {
    of.get(key)?.as_u64().and_then(|number| u32::try_from(number).ok())
}

fn array<'a>(of: &'a Map<String, Value>, key: &str) -> &'a [Value] {
    of.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

impl fmt::Display for NotARecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(why) = self;
        write!(f, "these are no ratings of Skillreel: {why}")
    }
}

impl std::error::Error for NotARecord {}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> Record {
        let day = |day| Day::new(2026, 3, day).expect("a day");
        let mut record = Record::default();
        let at = |skill: &str| At { skill: SkillId(skill.into()), level: LevelId::SENIOR };
        record.rate(at("bake"), "Bake <b>", Some(Step::NotYet), day(1));
        record.rate(at("bake"), "Bake <b>", Some(Step::TeachIt), day(2));
        record.rate(at("boil"), "Boil", Some(Step::Alone), day(2));
        record.rate(at("boil"), "Boil", None, day(3));
        let clip = |seconds| ClipRef { note: NoteId("a/b".into()), seconds };
        record.change_list(|list, revision| {
            list.add([ListItem::of_clip(clip(1)), ListItem::of_clip(clip(2))], revision);
            let skill = ListItem::for_skill(SkillId("bake".into()), LevelId::NEW, None);
            list.add([skill], revision);
        });
        record.change_list(|list, revision| list.rename("For \"May\"", revision));
        record.change_list(|list, revision| list.tick(&clip(2), Some(day(4)), revision));
        record.change_list(|list, revision| list.take_out(0, revision));
        record
    }

    #[test]
    fn a_record_is_read_as_it_was_written() {
        let record = record();
        let read = Record::from_json(&record.to_json()).expect("a record");
        assert_eq!(read, ReadRecord { record, ..ReadRecord::default() });
        let empty = Record::from_json(&Record::default().to_json()).expect("a record");
        assert!(empty.record.is_empty());
    }

    #[test]
    fn what_can_be_read_is_read_and_the_rest_is_kept() {
        let ratings = |ratings: &str, version: u32| {
            format!(
                r#"{{"format":"skillreel-progress","version":{version},"ratings":[{ratings}]}}"#
            )
        };
        let good = r#"{"skill":"a","level":"new","history":[{"day":"2026-01-01","step":"alone"}]}"#;
        let cases = [
            (ratings("", 1), 0, 0, false),
            (ratings(good, 1), 1, 0, false),
            (ratings(&format!("{good},{good}"), 1), 1, 0, false),
            (
                ratings(
                    &format!(r#"{good},{{"skill":"b","level":"Not A Level","history":[]}},7"#),
                    1,
                ),
                1,
                2,
                false,
            ),
            (ratings(&good.replace("alone", "half-way"), 1), 0, 1, false),
            (ratings(&good.replace("2026-01-01", "yesterday"), 1), 0, 1, false),
            (ratings(&good.replace(r#""level""#, r#""mood":3,"level""#), 7), 1, 0, true),
            (ratings(good, 0), 1, 0, false),
        ];
        for (text, rated, unread, is_newer) in cases {
            let read = Record::from_json(&text).expect("a record");
            let told = (read.record.rated().count(), read.unread, read.is_newer);
            assert_eq!(told, (rated, unread, is_newer), "{text}");
            // Nothing is lost by writing it back.
            let again = Record::from_json(&read.record.to_json()).expect("a record");
            assert_eq!((again.record, again.unread), (read.record, read.unread), "{text}");
        }
    }

    #[test]
    fn what_is_no_record_is_told() {
        let whole = record().to_json();
        let cut = &whole[..whole.len() / 2];
        for text in ["", "null", "[]", "{}", r#"{"format":"other"}"#, cut, "<html>"] {
            let error = Record::from_json(text).expect_err(text).to_string();
            assert!(error.starts_with("these are no ratings of Skillreel: "), "{error}");
        }
        let deep = "[".repeat(100_000);
        assert!(Record::from_json(&deep).is_err());
    }
}
