//! The queue.

pub(crate) mod clips;
pub(crate) mod queue_to_its_end;
