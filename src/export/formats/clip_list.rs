//! The reader's list as Markdown with boxes to tick, and as CSV that is also fit for flash cards.

use crate::matrix::{Matrix, Skill};
use crate::note::{Claim, Note};
use crate::progress::{ClipList, ListItem};
use crate::vault::Vault;
use crate::vault::video::clip::stamp_named;
use crate::video::{clock, watch_url};

use super::{csv, markdown};

/// An item of a list in words.
#[derive(Clone, Debug)]
pub struct Told {
    /// The skill; the note's title where it is for no skill.
    pub name: String,
    /// The same with the level that it is for.
    pub front: String,
    /// What is said in the clip; what is expected where there is none.
    pub said: String,
    /// Where the clip begins; empty without one.
    pub time: String,
    /// Its address; empty where its note is not here.
    pub url: String,
}

impl Told {
    /// Tells what an item is about, as far as its note is here.
    #[must_use]
    pub fn of(vault: &Vault, matrix: &Matrix, item: &ListItem) -> Self {
        let skill = item.skill.as_ref();
        let note = item.clip.as_ref().and_then(|clip| vault.note(&clip.note));
        let known = skill.and_then(|skill| matrix.skill(skill));
        // What is not here is called as the list calls it.
        let name = match (known, skill, note, &item.clip) {
            (Some(known), ..) => known.name.clone(),
            (None, Some(skill), ..) => skill.to_string(),
            (None, None, Some(note), _) => note.title.clone(),
            (None, None, None, clip) => {
                clip.as_ref().map_or_else(String::new, |clip| clip.note.to_string())
            }
        };
        let level = item.level.filter(|_| skill.is_some());
        let level = level.map(|level| match matrix.has_level(level) {
            true => matrix.level_label(Some(level)).to_owned(),
            false => level.to_string(),
        });
        let front =
            level.map_or_else(|| name.clone(), |level: String| [&name, " · ", &level].concat());
        // A time that can be read in two ways is told as its note reads it by now.
        let (claim, stamp) = note.zip(item.clip.as_ref()).map_or((None, None), |(note, clip)| {
            let claim = claim_at(note, clip.seconds);
            let stamps = claim.into_iter().flat_map(|claim| &claim.stamps);
            let stamp = stamp_named(stamps, clip.seconds);
            (claim, stamp)
        });
        let url = stamp.and_then(|stamp| Some(watch_url(stamp.video?, stamp.seconds)));
        let seconds =
            item.clip.as_ref().map(|clip| stamp.map_or(clip.seconds, |stamp| stamp.seconds));
        let expected = || {
            let placements = known.into_iter().flat_map(|skill| skill.at(item.level));
            placements.filter_map(|placement| placement.text.clone()).collect::<Vec<_>>().join("\n")
        };
        Self {
            front,
            said: claim.map_or_else(expected, |claim| without_name(known, note, &claim.text)),
            name,
            time: seconds.map(clock).unwrap_or_default(),
            url: url.unwrap_or_default(),
        }
    }
}

/// What is said, without the skill's name where that stands in front: it is told anyway.
fn without_name(skill: Option<&Skill>, note: Option<&Note>, said: &str) -> String {
    let placements = skill.into_iter().flat_map(|skill| &skill.placements);
    let mut of_note =
        placements.filter(|placement| note.is_some_and(|note| note.id == placement.note));
    of_note.next().map_or(said, |placement| placement.without_label(said)).to_owned()
}

/// The claim in which a second is named.
fn claim_at(note: &Note, seconds: u32) -> Option<&Claim> {
    let names = |claim: &&Claim| stamp_named(claim.stamps.iter(), seconds).is_some();
    note.claims().iter().find(names)
}

/// The list as a task list of GitHub's Markdown: what is done has its box ticked.
#[must_use]
pub fn to_markdown(vault: &Vault, matrix: &Matrix, list: &ClipList) -> String {
    let mut out = String::new();
    if !list.name().is_empty() {
        out.extend(["# ", &markdown::escaped(list.name()), "\n\n"]);
    }
    for item in list.items() {
        let told = Told::of(vault, matrix, item);
        let tick = if item.done.is_some() { "x" } else { " " };
        out.extend(["- [", tick, "] **", &markdown::escaped(&told.front), "**"]);
        if !told.said.is_empty() {
            out.extend([": ", &markdown::escaped(&told.said)]);
        }
        match (told.time.is_empty(), told.url.is_empty()) {
            (true, _) => {}
            (false, true) => out.extend([" ", &told.time]),
            (false, false) => out.extend([" [", &told.time, "](", &told.url, ")"]),
        }
        out.push('\n');
    }
    out
}

/// The list as CSV (RFC 4180) with a header line, a line for each item. As flash cards: `front` is the skill and
/// the level, `back` what is said, with its address.
#[must_use]
pub fn to_csv(vault: &Vault, matrix: &Matrix, list: &ClipList) -> String {
    let mut out = String::from("front,back,time,done\r\n");
    for item in list.items() {
        let told = Told::of(vault, matrix, item);
        let said = told.said.replace('\n', " ");
        let back = [said.as_str(), &told.url]
            .iter()
            .filter(|part| !part.is_empty())
            .copied()
            .collect::<Vec<_>>();
        let done = item.done.map_or_else(String::new, |day| day.to_string());
        let fields = [csv::text(&told.front), csv::text(&back.join(" ")), told.time.clone(), done];
        out.extend([&fields.join(","), "\r\n"]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::{LevelId, SkillId};
    use crate::note::NoteId;
    use crate::progress::{Day, Record};
    use crate::vault::video::clip::ClipRef;

    #[test]
    fn a_list_is_written_with_boxes_and_as_cards() {
        let talk = "---\ntitle: A talk\nvideoId: aaaaaaaaaaa\n---\n## Skills of senior designers\n\
                    1. **Draw** *big* [1:00]\n2. =SUM(A1), \"said\" [2:00]\n";
        let ladder =
            "# Ladder\n| Skill | Junior | Senior |\n|---|---|---|\n| Bend | a bit | it all |\n";
        let vault = Vault::of(vec![Note::read("a.md", talk), Note::read("b.md", ladder)]);
        let matrix = Matrix::of(&vault);
        let clip = |seconds| Some(ClipRef { note: NoteId("a".into()), seconds });
        let skill = |id: &str, clip| ListItem::for_skill(SkillId(id.into()), LevelId::SENIOR, clip);
        let mut record = Record::default();
        record.change_list(|list, revision| {
            list.rename("For <May>", revision);
            let loose = clip(120).map(ListItem::of_clip);
            list.add([skill("draw", clip(60)), skill("bend", None), skill("gone", None)], revision);
            list.add(loose, revision);
        });
        let done = Day::new(2026, 3, 2);
        record.change_list(|list, revision| {
            if let Some(clip) = clip(60) {
                list.tick(&clip, done, revision);
            }
        });
        let url = "https://www.youtube.com/watch?v=aaaaaaaaaaa&t=";
        assert_eq!(
            to_markdown(&vault, &matrix, &record.list),
            format!(
                "# For &lt;May>\n\n- [x] **Draw · Senior**: Draw big [1:00]({url}60s)\n- [ ] **Bend · Senior**: it all\n\
                 - [ ] **gone · Senior**\n- [ ] **A talk**: =SUM(A1), \"said\" [2:00]({url}120s)\n"
            )
        );
        assert_eq!(
            to_csv(&vault, &matrix, &record.list),
            format!(
                "front,back,time,done\r\nDraw · Senior,Draw big {url}60s,1:00,2026-03-02\r\nBend · Senior,it all,,\r\n\
                 gone · Senior,,,\r\nA talk,\"'=SUM(A1), \"\"said\"\" {url}120s\",2:00,\r\n"
            )
        );
    }
}
