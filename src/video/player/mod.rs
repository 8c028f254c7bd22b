//! The player as a state machine.
//!
//! It knows no clock and no frame, so every way in which a video can fail is tested without a
//! browser. The messages are those of YouTube's embedded player
//! (<https://developers.google.com/youtube/iframe_api_reference>).

mod machine;
pub mod pace;
mod types;

pub use machine::Player;
pub use types::{
    Activity, Attempt, Failure, Info, Input, Message, Moment, Phase, PlayerCommand, Standing,
    Stretch,
};
