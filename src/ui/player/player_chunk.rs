//! What of the player comes with a chunk, when somebody asks for it.

use leptos::prelude::*;

use crate::ui::widgets::late::in_chunk::in_chunk;
use crate::video::VideoId;

use super::failure::FailureNote;
use super::follow::announcement::PlayerAnnouncement;
use super::follow::back_to_now::BackToNow;
use super::follow::past_end::PastEnd;
use super::follow::transcript_line::TranscriptLine;
use super::follow::video_length::have_length_reader;
use super::options::local_media::PlayItHere;
use super::options::player_options_card::PlayerOptionsCard;
use super::player_controls::PlayerControls;
use super::timeline::Timeline;

in_chunk! {
    /// What of the player is asked for.
    player {
        /// Has videos play in the page.
        fn have_player() -> () {
            crate::browser::player::have_player();
            have_length_reader();
        }

        /// What stands on the card of the player's options.
        fn player_options() -> AnyView {
            view! { <PlayerOptionsCard/> }.into_any()
        }

        /// What notes say in the video, as ticks.
        fn timeline() -> AnyView {
            view! { <Timeline/> }.into_any()
        }

        /// Speed and loop.
        fn controls() -> AnyView {
            view! { <PlayerControls/> }.into_any()
        }

        /// What is said now, to be read, and what the player does or cannot do.
        fn spoken() -> AnyView {
            view! {
                <TranscriptLine/>
                <PastEnd/>
                <PlayerAnnouncement/>
            }
            .into_any()
        }

        /// The way back to what is said now.
        fn back_to_now() -> AnyView {
            view! { <BackToNow/> }.into_any()
        }

        /// A button that plays a recording of the reader's own.
        fn play_it_here(video: VideoId) -> AnyView {
            view! { <PlayItHere video/> }.into_any()
        }

        /// Why nothing plays.
        fn failure() -> AnyView {
            view! { <FailureNote/> }.into_any()
        }
    }
}
