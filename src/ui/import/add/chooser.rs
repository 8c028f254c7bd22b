//! The two buttons by which notes are chosen: files, or a folder.

use leptos::html::Input;
use leptos::prelude::*;

use crate::browser::files::pick;

use crate::ui::import::note_import::note_import;

/// The two buttons by which notes are chosen. Their inputs are out of sight: browsers label them in
/// words of their own.
#[component]
pub fn Chooser(
    /// What else happens once something is chosen.
    #[prop(optional)]
    on_chosen: Option<Callback<()>>,
) -> impl IntoView {
    let (files, folder) = (NodeRef::<Input>::new(), NodeRef::<Input>::new());
    let open = |input: NodeRef<Input>| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let note_import = note_import();
    let take = move |input: NodeRef<Input>| {
        let Some(input) = input.get_untracked() else { return };
        let items = pick::chosen(&input);
        // Else choosing the same once more would be no change.
        input.set_value("");
        if let Some(on_chosen) = on_chosen {
            on_chosen.run(());
        }
        note_import.take_items(items);
    };
    view! {
        <div class="chooser">
            <button type="button" class="button" on:click=move |_| open(files)>
                "Choose files"
            </button>
            <button type="button" class="button" on:click=move |_| open(folder)>
                "Choose a folder"
            </button>
            <input
                node_ref=files
                class="choose-files"
                type="file"
                multiple
                accept=".md,.markdown,.html,.csv,.tsv,.xlsx,.vtt,.srt,.txt,.zip"
                hidden
                aria-label="Files of notes"
                on:change=move |_| take(files)
            />
            <input
                node_ref=folder
                class="choose-folder"
                type="file"
                prop:webkitdirectory=true
                hidden
                aria-label="Folder of notes"
                on:change=move |_| take(folder)
            />
        </div>
    }
    .into_any()
}
