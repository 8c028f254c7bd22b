//! In what order a reader sees rows.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::str::FromStr;

use rustc_hash::FxHashSet;

use crate::sorting;
use crate::text;

use crate::matrix::model::level::LevelId;
use crate::matrix::model::order::Order;
use crate::matrix::model::types::Skill;
use crate::matrix::query::filter::Filter;

/// The order of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// What is ranked at the chosen level, or at any; then what is named at a level; then the others. Of
    /// those that are alike, what more videos say comes first, then what can be heard, then the better rank.
    #[default]
    Rank,
    /// By the number of videos that place the skill, the most first; at the chosen level, where
    /// there is one. What is alike stands as by rank.
    Videos,
    /// By name.
    Name,
    /// By rank at this level, whichever is chosen: what it ranks, what it names, then the others.
    At(LevelId),
}

/// What begins the name of an order by a level, in addresses.
const LEVEL_PREFIX: &str = "level-";

/// Text that names no order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotASort;

/// What a row is sorted by.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum RowSortKey {
    /// A ladder gives its skills their order, which is the matrix's.
    Ladder,
    Rank(Order),
    Videos(Reverse<usize>, Order),
    At(bool, Option<Order>, Order),
    Name(String),
}

fn key(skill: &Skill, filter: &Filter, sort: Sort) -> RowSortKey {
    let placements = || {
        let counts =
            |placement: &&_| filter.fits_level(placement) && filter.lets_through(placement);
        skill.placements.iter().filter(counts)
    };
    let order = || Order::of(&skill.name, placements());
    match sort {
        Sort::Rank if skill.is_of_ladder() => RowSortKey::Ladder,
        Sort::Rank => RowSortKey::Rank(order()),
        Sort::Videos => {
            let videos: FxHashSet<_> =
                placements().filter_map(|placement| placement.video).collect();
            RowSortKey::Videos(Reverse(videos.len()), order())
        }
        Sort::Name => RowSortKey::Name(text::fold(&skill.name)),
        Sort::At(level) => {
            let at_level = || placements().filter(|placement| placement.level == Some(level));
            let own = at_level().next().map(|_| Order::of(&skill.name, at_level()));
            RowSortKey::At(own.is_none(), own, order())
        }
    }
}

/// Skills in an order, by the placements that count.
pub(super) fn sorted_by<'a>(skills: Vec<&'a Skill>, filter: &Filter, sort: Sort) -> Vec<&'a Skill> {
    sorted(skills.into_iter().map(|skill| (key(skill, filter, sort), skill)).collect())
}

fn sorted(mut rows: Vec<(RowSortKey, &Skill)>) -> Vec<&Skill> {
    sorting::sort_by(&mut rows, |(left, _), (right, _)| left.cmp(right));
    rows.into_iter().map(|(_, skill)| skill).collect()
}

impl Sort {
    /// The orders that are offered in any matrix.
    pub const ALL: [Self; 3] = [Self::Rank, Self::Videos, Self::Name];

    /// The order's name in addresses.
    #[must_use]
    pub fn id(self) -> Cow<'static, str> {
        match self {
            Self::Rank => "rank".into(),
            Self::Videos => "videos".into(),
            Self::Name => "name".into(),
            Self::At(level) => [LEVEL_PREFIX, level.as_str()].concat().into(),
        }
    }
}

impl FromStr for Sort {
    type Err = NotASort;

    fn from_str(text: &str) -> Result<Self, NotASort> {
        // Addresses of former versions sorted by notes, of which a talk may have many.
        let text = if text == "notes" { "videos" } else { text };
        if let Some(level) = text.strip_prefix(LEVEL_PREFIX) {
            return level.parse().map(Self::At).map_err(|_| NotASort);
        }
        Self::ALL.into_iter().find(|sort| sort.id() == text).ok_or(NotASort)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::Matrix;
    use crate::matrix::model::role::{Role, RoleFilter};
    use crate::note::Note;
    use crate::vault::Vault;

    fn matrix() -> Matrix {
        let notes = [
            "## Skills of new designers\n1. **Zeal**\n2. **Bend**\n",
            "## Skills of senior designers\n1. **Bend**\n2. **Ébauche**\n3. **Wait**\n",
            "## Skills of senior engineers\n1. **Wait**\n2. **Bend**\n3. **Weld**\n",
            "## Skills of senior engineers\n- **Weld**\n- **Hope**\n",
        ];
        let notes = notes.iter().zip(0..);
        let read = |(text, number): (&&str, u32)| {
            let video = number.to_string().repeat(11);
            Note::read(&format!("{number}.md"), &format!("---\nvideoId: {video}\n---\n{text}"))
        };
        Matrix::of(&Vault::of(notes.map(read).collect()))
    }

    /// The rows' ids, with a `|` before the rest.
    fn rows(filter: Filter, sort: Sort) -> String {
        let matrix = matrix();
        let (mut first, mut rest) = (Vec::new(), Vec::new());
        for skill in matrix.skills.iter().filter(|skill| &*skill.id.0 != "hope") {
            let mut counted = skill.placements.iter().filter(|place| filter.lets_through(place));
            if counted.clone().any(|placement| filter.fits_level(placement)) {
                first.push(skill);
            } else if counted.next().is_some() {
                rest.push(skill);
            }
        }
        let names = |skills: Vec<&Skill>| {
            skills.iter().map(|skill| skill.id.0.to_string()).collect::<Vec<_>>().join(" ")
        };
        let (first, rest) =
            (sorted_by(first, &filter, sort), sorted_by(rest, &filter.at_any_level(), sort));
        [names(first), names(rest)].join(" | ")
    }

    /// Ranked before named before neither; then more videos, then what can be heard, then the name.
    #[test]
    fn ranked_skills_come_first_whatever_the_order_of_notes() {
        let note = |path: &str, video: &str, body: &str| {
            Note::read(path, &format!("---\n{video}\n---\n{body}"))
        };
        let (first_video, second_video) = ("videoId: aaaaaaaaaaa", "videoId: bbbbbbbbbbb");
        let notes = vec![
            note(
                "a.md",
                first_video,
                "## Key skills\n- **Zest** [0:10]\n- **Yarn** [0:20]\n- **Darn**\n",
            ),
            note("b.md", first_video, "## Key skills\n- **Darn**\n"),
            note("c.md", second_video, "## Key skills\n- **Yarn** [0:30]\n"),
            note("d.md", "title: D", "## Skills of new designers\n- **Hem** [0:40]\n"),
            note(
                "e.md",
                second_video,
                "## Skills of new designers\n- **Sew** [0:50]\n- **Mend**\n",
            ),
            note(
                "f.md",
                second_video,
                "## Skills of senior designers\n1. **Cut** [1:00]\n2. **Pin** [1:10]\n",
            ),
            note(
                "g.md",
                first_video,
                "## Skills of new designers\n1. **Pin** [1:20]\n2. **Baste**\n",
            ),
        ];
        let matrix = Matrix::of(&Vault::of(notes));
        let all = matrix.skills.iter().collect();
        let rows = sorted_by(all, &Filter::default(), Sort::Rank);
        let names = |skills: &[&Skill]| -> Vec<String> {
            skills.iter().map(|skill| skill.name.clone()).collect()
        };
        let want = ["Pin", "Cut", "Baste", "Sew", "Mend", "Hem", "Yarn", "Zest", "Darn"];
        assert_eq!(names(&rows), want);
        // Exports and the command line list them alike.
        assert_eq!(names(&matrix.skills.iter().collect::<Vec<_>>()), want);
    }

    #[test]
    fn rows_are_filtered_and_sorted() {
        let any = Filter::default();
        let senior = Filter { level: Some(LevelId::SENIOR), ..any };
        let engineers = Some(RoleFilter::Named(Role::Engineer));
        let cases = [
            (any, Sort::Rank, "bend wait weld zeal ebauche | "),
            (any, Sort::Videos, "bend wait weld zeal ebauche | "),
            (any, Sort::Name, "bend ebauche wait weld zeal | "),
            (senior, Sort::Rank, "bend wait weld ebauche | zeal"),
            (senior, Sort::Videos, "bend wait weld ebauche | zeal"),
            (senior, Sort::Name, "bend ebauche wait weld | zeal"),
            // Only the engineers' notes and ranks count.
            (Filter { role: engineers, ..any }, Sort::Rank, "weld wait bend | "),
            (Filter { role: engineers, ..senior }, Sort::Rank, "weld wait bend | "),
            (Filter { role: engineers, ..senior }, Sort::Videos, "weld wait bend | "),
            (
                Filter { role: engineers, level: Some(LevelId::NEW), ..any },
                Sort::Name,
                " | bend wait weld",
            ),
            (Filter { role: Some(RoleFilter::Unnamed), ..any }, Sort::Name, " | "),
            (any, Sort::At(LevelId::SENIOR), "bend wait weld ebauche zeal | "),
            (any, Sort::At(LevelId::NEW), "zeal bend wait weld ebauche | "),
        ];
        for (filter, sort, want) in cases {
            assert_eq!(rows(filter, sort), want, "{filter:?} {sort:?}");
        }
    }
}
