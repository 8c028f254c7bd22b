//! Playing and following.

pub(crate) mod following;
pub(crate) mod length;
pub(crate) mod own_media;
pub(crate) mod pace;
pub(crate) mod playing;
pub(crate) mod poster;
pub(crate) mod timeline;
pub(crate) mod trouble;
pub(crate) mod watch;
