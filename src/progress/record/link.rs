//! Ratings and a list as a part of an address: `1.` and then text that is packed. No names of people, no days.
//!
//! The text before it is packed has a line for each thing, each with a line end, and a letter in front:
//! `L` a level, `R` the step of a skill at that level (`R2think-big`), `N` a note, `C` a clip of that note
//! (`C742`, with `x` behind it where it is done) and, behind a space, the skill it is for; `S` a skill without
//! a clip, `T` what the list is called. A letter of a later version is passed over and told.

use std::io::{Read, Write};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use crate::matrix::{LevelId, SkillId};
use crate::note::NoteId;
use crate::progress::clip_list::ListItem;
use crate::progress::record::{At, Record};
use crate::progress::step::Step;
use crate::vault::video::clip::ClipRef;

/// The longest text of a link that is read, in characters.
pub const LONGEST_LINK: usize = 20_000;

/// The longest text that a link may unpack to, in bytes: a short link could unpack to gigabytes.
const LONGEST_TEXT: u64 = 256 * 1024;

/// The longest name of a skill or a note, in bytes.
const LONGEST_NAME: usize = 400;

/// What a link holds, with what there is to say about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Received {
    /// The ratings, each skill at a level once.
    pub ratings: Vec<(At, Step)>,
    /// The list, in its order. What is done has no day.
    pub items: Vec<ReceivedItem>,
    /// What the list is called.
    pub list_name: String,
    /// Whether a newer version of the page wrote it.
    pub is_newer: bool,
    /// Whether it ends before its end, as links do that a mail program breaks.
    pub is_cut: bool,
    /// How many parts of it could not be read.
    pub unread: usize,
}

/// An item of a list in a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceivedItem {
    /// The item, without a day.
    pub item: ListItem,
    /// Whether the one who sent it is done with it.
    pub is_done: bool,
}

/// Writes the ratings of a level, and the list where it is asked for.
#[must_use]
pub fn write_link(record: &Record, level: LevelId, with_list: bool) -> String {
    let mut text = ["L", level.as_str(), "\n"].concat();
    for (at, step) in record.rated().filter(|(at, _)| at.level == level) {
        text.extend(["R", &step.place().to_string(), &at.skill.0, "\n"]);
    }
    if with_list {
        write_list(&mut text, record, level);
    }
    let mut packer = DeflateEncoder::new(Vec::new(), Compression::best());
    // Writing into memory does not fail.
    let packed = packer.write_all(text.as_bytes()).and_then(|()| packer.finish());
    ["1.", &URL_SAFE_NO_PAD.encode(packed.unwrap_or_default())].concat()
}

fn write_list(text: &mut String, record: &Record, level: LevelId) {
    if !record.list.name().is_empty() {
        text.extend(["T", record.list.name(), "\n"]);
    }
    let (mut level, mut note) = (level, None);
    for item in record.list.items() {
        if let Some(own) = item.level.filter(|own| *own != level) {
            text.extend(["L", own.as_str(), "\n"]);
            level = own;
        }
        let skill = item.skill.as_ref().map(|skill| &*skill.0);
        match (&item.clip, skill) {
            (Some(clip), skill) => {
                if note != Some(&clip.note) {
                    text.extend(["N", &clip.note.0, "\n"]);
                    note = Some(&clip.note);
                }
                let done = if item.done.is_some() { "x" } else { "" };
                text.extend(["C", &clip.seconds.to_string(), done]);
                text.extend(skill.into_iter().flat_map(|skill| [" ", skill]));
                text.push('\n');
            }
            (None, Some(skill)) => text.extend(["S", skill, "\n"]),
            (None, None) => {}
        }
    }
}

/// Reads what a link holds: what can be read of it.
#[must_use]
pub fn read_link(link: &str) -> Received {
    let mut received = Received::default();
    let Some((version, packed)) = link.split_once('.') else {
        received.is_cut = true;
        return received;
    };
    match version.parse::<u32>() {
        Ok(1) => {}
        Ok(2..) => received.is_newer = true,
        _ => {
            received.unread = 1;
            return received;
        }
    }
    // A mail program may break the line, and put a full stop or a bracket behind it.
    let is_letter = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let letters = packed.chars().filter(|c| !c.is_whitespace()).take_while(is_letter);
    let letters: String = letters.take(LONGEST_LINK).collect();
    let text = unpacked(&letters, &mut received.is_cut);
    let mut at = Reading::default();
    for line in text.split_inclusive('\n') {
        match line.strip_suffix('\n') {
            Some(line) => at.line(line, &mut received),
            // What follows was cut off, and so may the line have been.
            None => received.is_cut = true,
        }
    }
    received
}

/// As much of the text as can be unpacked.
fn unpacked(letters: &str, is_cut: &mut bool) -> String {
    // Four letters are three bytes; a single letter more is no byte yet.
    let whole = if letters.len() % 4 == 1 { letters.len() - 1 } else { letters.len() };
    *is_cut |= whole < letters.len();
    let whole = letters.get(..whole).unwrap_or_default();
    let lenient = base64::engine::GeneralPurpose::new(
        &base64::alphabet::URL_SAFE,
        base64::engine::general_purpose::NO_PAD.with_decode_allow_trailing_bits(true),
    );
    let packed = lenient.decode(whole).unwrap_or_default();
    let mut unpacker = DeflateDecoder::new(packed.as_slice()).take(LONGEST_TEXT + 1);
    let mut bytes = Vec::new();
    let mut piece = [0; 512];
    loop {
        match unpacker.read(&mut piece) {
            Ok(0) => break,
            Ok(length) => bytes.extend(piece.iter().take(length)),
            Err(_) => {
                *is_cut = true;
                break;
            }
        }
    }
    if u64::try_from(bytes.len()).is_ok_and(|length| length > LONGEST_TEXT) {
        *is_cut = true;
    }
    match std::str::from_utf8(&bytes) {
        Ok(text) => text.to_owned(),
        Err(error) => {
            *is_cut = true;
            String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or_default())
                .into_owned()
        }
    }
}

/// Where one is in reading: which level and which note the next line is about.
#[derive(Default)]
struct Reading {
    level: Option<LevelId>,
    note: Option<NoteId>,
    /// Whether the level is one that could not be read.
    is_lost: bool,
}

impl Reading {
    fn line(&mut self, line: &str, received: &mut Received) {
        let mut letters = line.chars();
        let kind = letters.next();
        let rest = letters.as_str();
        let is_read = match kind {
            _ if rest.len() > LONGEST_NAME || rest.contains(char::is_control) => None,
            Some('L') => {
                self.level = rest.parse().ok();
                self.is_lost = self.level.is_none();
                self.level.map(|_| ())
            }
            Some('R') => self.rating(rest, received),
            Some('N') => {
                self.note = (!rest.is_empty()).then(|| NoteId(rest.into()));
                self.note.as_ref().map(|_| ())
            }
            Some('C') => self.clip(rest, received),
            Some('S') => self.skill(rest, received),
            Some('T') => {
                received.list_name = rest.to_owned();
                Some(())
            }
            _ => None,
        };
        received.unread += usize::from(is_read.is_none());
    }

    fn rating(&self, rest: &str, received: &mut Received) -> Option<()> {
        let (step, skill) = rest.split_at_checked(1)?;
        let (step, skill) = (Step::at(step.parse().ok()?)?, skill_id(skill)?);
        let at = At { skill, level: self.level? };
        received.ratings.retain(|(known, _)| *known != at);
        received.ratings.push((at, step));
        Some(())
    }

    fn clip(&self, rest: &str, received: &mut Received) -> Option<()> {
        let (time, skill) =
            rest.split_once(' ').map_or((rest, None), |(time, skill)| (time, Some(skill)));
        let (seconds, is_done) = time.strip_suffix('x').map_or((time, false), |time| (time, true));
        let clip = ClipRef { note: self.note.clone()?, seconds: seconds.parse().ok()? };
        let item = ListItem::of_clip(clip);
        let item = match skill {
            Some(skill) => ListItem { skill: Some(skill_id(skill)?), level: self.level, ..item },
            None => item,
        };
        push(received, ReceivedItem { item, is_done });
        Some(())
    }

    fn skill(&self, rest: &str, received: &mut Received) -> Option<()> {
        let item = ListItem::for_skill(skill_id(rest)?, self.level?, None);
        push(received, ReceivedItem { item, is_done: false });
        Some(())
    }
}

fn push(received: &mut Received, item: ReceivedItem) {
    let key = item.item.key();
    if received.items.iter().all(|known| known.item.key() != key) {
        received.items.push(item);
    }
}

fn skill_id(text: &str) -> Option<SkillId> {
    (!text.is_empty()).then(|| SkillId(text.into()))
}

#[cfg(test)]
#[path = "link_tests.rs"]
mod tests;
