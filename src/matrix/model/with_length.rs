//! The matrix once it is known how long a video is.

use rustc_hash::FxHashSet;

use crate::video::VideoId;

use super::explaining;
use super::types::{Matrix, Placement};

impl Matrix {
    /// The matrix once the length of a video is known, in seconds ([`crate::vault::Vault::with_length`]).
    #[must_use]
    pub fn with_length(&self, video: VideoId, length_secs: f64) -> Self {
        let mut matrix = self.clone();
        let placements = matrix.skills.iter_mut().flat_map(|skill| &mut skill.placements);
        let is_of =
            |placement: &&mut Placement| placement.video == Some(video) || placement.is_chosen();
        for placement in placements.filter(is_of) {
            let mut known = FxHashSet::default();
            for stamp in placement.stamps.iter_mut().filter(|stamp| stamp.video == Some(video)) {
                *stamp = stamp.in_video_of(length_secs);
            }
            // Two readings may meet in one second.
            placement.stamps.retain(|stamp| known.insert((stamp.seconds, stamp.video)));
        }
        explaining::settle(&mut matrix.skills);
        matrix
    }
}
