//! The link to what is shown, and the other ways of sharing it.

use leptos::prelude::*;

use crate::browser::address;
use crate::ui::copy_button::CopyButton;

use super::{Sheet, sharing};

/// The link to what is shown, and the other ways of sharing it.
#[component]
pub(super) fn LinkSheet() -> impl IntoView {
    let sharing = sharing();
    let link = address::full();
    let way = |sheet: Sheet, about: &'static str| {
        let title = sheet.title();
        view! {
            <li>
                <button type="button" class="way" on:click=move |_| sharing.open(sheet.clone())>
                    <b>{title}</b>
                    <span class="quiet">{about}</span>
                </button>
            </li>
        }
        .into_any()
    };
    view! {
        <div class="field">
            <label for="share-link">"Link to this view"</label>
            <div class="field-row">
                <input id="share-link" type="text" readonly prop:value=link.clone()/>
                <CopyButton text=link label="Copy the link".to_owned()/>
            </div>
        </div>
        <ul class="ways" role="list">
            {way(Sheet::Save, "With these notes inside. It opens by double-click, without a network.")}
        </ul>
    }
    .into_any()
}
