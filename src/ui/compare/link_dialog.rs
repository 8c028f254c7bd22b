//! Ratings as a link, for somebody who rates, too.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::browser::page::address;
use crate::matrix::LevelId;
use crate::progress::write_link;
use crate::ui::state::view::view;
use crate::ui::widgets::check::Check;
use crate::ui::widgets::copy_field::CopyField;
use crate::ui::widgets::dialog::TitledDialog;
use crate::ui::widgets::fresh::fresh;
use crate::view_state::ViewState;

use crate::ui::rating::ratings::ratings;

/// A dialog with the link: the ratings of this level, and the list if one likes. No names, no days.
#[component]
pub fn LinkDialog(
    /// The dialog's element.
    dialog: NodeRef<Dialog>,
    /// The level that is aimed at.
    target: LevelId,
) -> impl IntoView {
    let (view, ratings) = (view(), ratings());
    let with_list = RwSignal::new(true);
    let link = Memo::new(move |_| {
        let record = ratings.record().get();
        let ViewState { compare, role, video, .. } = view.state().get();
        let rate = Some(write_link(&record, target, with_list.get()));
        let state = ViewState { compare, role, video, rate, ..ViewState::default() };
        let page = address::full();
        let page = page.split_once('#').map_or(&*page, |(page, _)| page);
        [page, "#", &state.to_fragment()].concat()
    });
    let field = fresh(
        move || link.get(),
        |text| view! { <CopyField label="Link to your ratings" text/> }.into_any(),
    );
    let from_file = address::origin().is_none().then(|| {
        view! {
            <p>
                "This page is a file. The link works for whoever has the same file: they put what stands behind its “#” behind the address of theirs."
            </p>
        }
        .into_any()
    });
    view! {
        <TitledDialog dialog id="rate-link-title" title="Send to somebody">
            {field}
            <Check
                label="With your plan"
                checked=with_list
                on_change=Callback::new(move |is_wanted| with_list.set(is_wanted))
            />
            {from_file}
            <p class="quiet">
                "It holds how you rated this level: no names, no days, nothing else. Who opens it sees it beside their own."
            </p>
        </TitledDialog>
    }
    .into_any()
}
