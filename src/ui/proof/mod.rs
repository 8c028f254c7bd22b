//! What a ladder expects and no clip shows: where that is so, what may be proof of it, and the choice.

pub mod chosen_clip;
mod clues;
mod proof_hit;
pub mod proof_offer;
pub mod without_clip;
