//! Which video a note is about, and what is told where it is another medium.

pub(in crate::note) mod other_medium;
pub(in crate::note) mod which_video;
