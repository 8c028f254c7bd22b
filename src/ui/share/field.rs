//! A text to take along: shown, so that it can be selected, with a button that copies it.

use leptos::prelude::*;

use crate::text::slug;
use crate::ui::widgets::copy_button::CopyButton;

/// A text to take along.
#[component]
pub fn CopyField(
    /// What it is.
    label: &'static str,
    /// What stands in the field, ready to be copied.
    text: String,
    /// How many lines of it are seen at once.
    lines: u32,
) -> impl IntoView {
    let id = ["share-", &slug(label)].concat();
    let name = ["Copy: ", label].concat();
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <div class="field-row">
                <textarea id=id readonly rows=lines.to_string() prop:value=text.clone()></textarea>
                <CopyButton text label=name/>
            </div>
        </div>
    }
    .into_any()
}
