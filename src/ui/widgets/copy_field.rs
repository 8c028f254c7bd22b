//! A text to take along: shown, so that it can be selected, with a button that copies it.

use leptos::prelude::*;

use crate::text::slug;

use super::copy_button::CopyButton;

/// A text to take along.
#[component]
pub fn CopyField(
    /// What it is; no other field of the page is called so.
    label: &'static str,
    /// The text in the field, ready to be copied.
    text: String,
    /// How many lines of it are seen at once.
    #[prop(default = 1)]
    lines: u32,
) -> impl IntoView {
    let id = ["copy-", &slug(label)].concat();
    let name = ["Copy: ", label].concat();
    let field = match lines {
        1 => view! { <input id=id.clone() type="text" readonly prop:value=text.clone()/> }.into_any(),
        lines => view! {
            <textarea id=id.clone() readonly rows=lines.to_string() prop:value=text.clone()></textarea>
        }
        .into_any(),
    };
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <div class="field-row">
                {field}
                <CopyButton text label=name/>
            </div>
        </div>
    }
    .into_any()
}
