//! Which placements a reader wants to see.

use rustc_hash::FxHashSet;

use crate::text;
use crate::video::VideoId;

use crate::matrix::model::level::LevelId;
use crate::matrix::model::role::RoleFilter;
use crate::matrix::model::types::{Matrix, Placement, SkillId};

/// Which placements a reader wants to see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filter {
    /// Those at this level come first; `None` for no level in particular.
    pub level: Option<LevelId>,
    /// Only those of this role; `None` for any.
    pub role: Option<RoleFilter>,
    /// Only those of this video's notes; `None` for any.
    pub video: Option<VideoId>,
}

impl Filter {
    /// Whether a placement counts. The level says what comes first, and leaves nothing out.
    #[must_use]
    pub fn lets_through(&self, placement: &Placement) -> bool {
        self.fits_role(placement) && self.fits_video(placement)
    }

    /// The same filter at no level in particular.
    #[must_use]
    pub fn at_any_level(self) -> Self {
        Self { level: None, ..self }
    }

    pub(in crate::matrix) fn fits_level(&self, placement: &Placement) -> bool {
        self.level.is_none() || placement.level == self.level
    }

    pub(in crate::matrix) fn fits_role(&self, placement: &Placement) -> bool {
        self.role.is_none_or(|role| role == RoleFilter::of(placement.role))
    }

    pub(in crate::matrix) fn fits_video(&self, placement: &Placement) -> bool {
        self.video.is_none() || placement.video == self.video
    }
}

impl Matrix {
    /// What ladders sort their skills under, each once, in the order of rows: its name in addresses, and as
    /// people read it.
    #[must_use]
    pub fn groups(&self) -> Vec<(String, &str)> {
        let mut known = FxHashSet::default();
        let groups = self.skills.iter().filter_map(|skill| skill.group.as_deref());
        let named = groups.map(|group| (text::slug(group), group));
        named.filter(|(id, _)| !id.is_empty() && known.insert(id.clone())).collect()
    }

    /// The skills of a group, by its name in addresses.
    #[must_use]
    pub fn in_group(&self, id: &str) -> FxHashSet<SkillId> {
        let is_in = |group: &String| text::slug(group) == id;
        let skills = self.skills.iter().filter(|skill| skill.group.as_ref().is_some_and(is_in));
        skills.map(|skill| skill.id.clone()).collect()
    }
}
