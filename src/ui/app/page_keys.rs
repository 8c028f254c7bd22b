//! Keys that work anywhere on the page.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use crate::anchor::Anchor;
use crate::browser::page::{focus, listen};
use crate::ui::matrix::table::table_keys;
use crate::ui::player::playback::playback;
use crate::ui::player::player_keys::press;
use crate::ui::state::view::{Opened, view};
use crate::ui::widgets::dialog::keep_focus;
use crate::ui::widgets::late::late_dialog::DialogHandle;

/// Listens for the keys of the page as long as it is there.
pub fn listen(help: DialogHandle) {
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
            "?" => help.show(),
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
