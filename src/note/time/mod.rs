//! Times: how they are written, where they stand, and what they mean in a video.

pub(in crate::note) mod anchors;
pub(in crate::note) mod each_stamp;
pub(in crate::note) mod edge_times;
pub(in crate::note) mod edges;
pub(in crate::note) mod found_times;
pub(in crate::note) mod scale;
pub(in crate::note) mod stamps;
pub(in crate::note) mod time_evidence;
pub(in crate::note) mod times;
pub(in crate::note) mod unread;
