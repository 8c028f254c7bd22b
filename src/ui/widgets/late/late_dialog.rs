//! A dialog whose content is drawn when it is first shown.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::ui::widgets::dialog::{TitledDialog, show};

/// A dialog that can be shown.
#[derive(Clone, Copy)]
pub struct DialogHandle {
    element: NodeRef<Dialog>,
    was_shown: RwSignal<bool>,
}

impl DialogHandle {
    /// A dialog that was never shown.
    pub fn new() -> Self {
        Self { element: NodeRef::new(), was_shown: RwSignal::new(false) }
    }

    /// Shows it above the page.
    pub fn show(self) {
        self.was_shown.set(true);
        show(self.element);
    }

    /// Closes it.
    pub fn close(self) {
        if let Some(dialog) = self.element.get_untracked() {
            dialog.close();
        }
    }
}

/// A dialog with a title whose content is drawn when it is first shown.
#[component]
pub fn LateDialog(
    /// The dialog.
    dialog: DialogHandle,
    /// The name of its title in the page.
    id: &'static str,
    /// The heading, by which the dialog is named aloud.
    title: &'static str,
    /// Draws what it holds.
    content: impl Fn() -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let DialogHandle { element, was_shown } = dialog;
    let content = move || was_shown.get().then(&content);
    view! { <TitledDialog dialog=element id title>{move || content()}</TitledDialog> }.into_any()
}
