//! Small signs: the ring with a rank, or without one.

use leptos::prelude::*;

/// A rank in a ring; a hollow ring where a skill is named but not ranked.
pub fn rank_ring(rank: Option<u32>) -> AnyView {
    match rank {
        Some(rank) => {
            let rank = rank.to_string();
            let label = ["rank ", &rank].concat();
            view! { <span class="rank" role="img" aria-label=label>{rank}</span> }.into_any()
        }
        None => view! {
            <span
                class="rank unranked"
                role="img"
                aria-label="named, not ranked"
                title="named, not ranked"
            ></span>
        }
        .into_any(),
    }
}
