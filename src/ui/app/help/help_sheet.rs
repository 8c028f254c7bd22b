//! What the dialog holds that helps: the keys, and how notes are written.

use leptos::prelude::*;

use super::writing_guide::WritingGuide;

/// Every key of the page with what it does, for the dialog that lists them.
pub const KEYS: [(&[&str], &str); 14] = [
    (&["/"], "Search"),
    (&["↓", "↑"], "From the search box through the results"),
    (&["↓", "↑", "→", "←"], "In the matrix: through the skills, and through a skill’s times"),
    (&["+"], "In the matrix: the skill’s clips into your list, and out again"),
    (&["Enter"], "Open or play the result; in the search box the first one"),
    (&["Ctrl Enter"], "Open the note at the result"),
    (&["Esc"], "Clear the search, then leave it; close what is open"),
    (&["Space", "k"], "Pause the video, or go on"),
    (&["←", "→"], "5 seconds back or ahead"),
    (&["j", "l"], "10 seconds back or ahead"),
    (&[",", "."], "Play the claim before or after"),
    (&["<", ">"], "Play slower or faster"),
    (&["Tab"], "On to the next link or button"),
    (&["?"], "Show these keys"),
];

/// What the dialog holds that helps.
#[component]
pub fn HelpSheet() -> impl IntoView {
    let rows: Vec<AnyView> = KEYS
        .iter()
        .map(|(keys, what)| {
            let keys: Vec<AnyView> =
                keys.iter().map(|key| view! { <kbd>{*key}</kbd> }.into_any()).collect();
            view! { <div class="key"><dt>{keys}</dt><dd>{*what}</dd></div> }.into_any()
        })
        .collect();
    view! {
            <dl class="keys">{rows}</dl>
            <p class="quiet">
                "What you look at stands in the page’s address: copy it to share the same view."
            </p>
            <WritingGuide/>
    }
    .into_any()
}
