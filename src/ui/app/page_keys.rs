//! Keys that work anywhere on the page.

use leptos::html::Dialog;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::anchor::Anchor;
use crate::browser::page::{focus, listen};
use crate::ui::matrix::table::table_keys;
use crate::ui::player::playback::playback;
use crate::ui::player::player_keys::press;
use crate::ui::state::view::{Opened, view};
use crate::ui::widgets::dialog::{keep_focus, show};

/// Every key of the page with what it does, for the dialog that lists them.
pub const PAGE_KEYS: [(&[&str], &str); 14] = [
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

/// Listens for the keys of the page as long as it is there.
pub fn listen(help: NodeRef<Dialog>) {
    let (view, playback) = (view(), playback());
    let on_key = move |key: &KeyboardEvent| {
        if listen::is_chord(key)
            || listen::is_typing(key)
            || key.default_prevented()
            || focus::is_dialog_open()
        {
            return;
        }
        match key.key().as_str() {
            "/" => {
                if let Some(search) = focus::first(Anchor::SearchField) {
                    key.prevent_default();
                    focus::give(&search);
                }
            }
            "?" => show(help),
            "Escape" if *view.opened.read_untracked() != Opened::Nothing => {
                // For the page around this one, which may have a use for it, too.
                key.prevent_default();
                // Whoever came from a row goes on there.
                let skill = match view.opened.get_untracked() {
                    Opened::Skill(skill)
                        if focus::first(Anchor::Detail)
                            .is_some_and(|detail| focus::is_in(&detail)) =>
                    {
                        Some(skill)
                    }
                    _ => None,
                };
                view.close();
                match skill {
                    Some(skill) => table_keys::come_back_to(skill),
                    None => keep_focus(),
                }
            }
            _ => press(&playback, key),
        }
    };
    // The listener ends with the page's owner, who drops the stored value.
    StoredValue::new_local(listen::on_key(on_key));
}
