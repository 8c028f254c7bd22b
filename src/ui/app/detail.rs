//! What is open beside the matrix: a skill, a note, a topic, problems, or the list of notes. A sheet on narrow pages.

use std::sync::Arc;

use leptos::html::Section;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::anchor::Anchor;
use crate::browser::page::{focus, listen, scheduler};
use crate::ui::state::reading_chunks::reading;

use super::opened_chunks;
use crate::ui::note::note_list::NoteList;
use crate::ui::player::late_parts::while_up;
use crate::ui::player::playback::playback;
use crate::ui::player::player_chunk::player;
use crate::ui::state::environment::environment;
use crate::ui::state::library::Library;
use crate::ui::state::view::{Opened, view};
use crate::ui::widgets::close_button::CloseButton;
use crate::ui::widgets::fresh::fresh;
use crate::ui::widgets::late::late_view::{Arriving, Meanwhile, late_with};
use crate::view_state::Form;

/// What is open beside the matrix.
#[component]
pub fn Detail(
    /// The notes that are shown.
    library: Arc<Library>,
    /// Whether it covers the rest of the page.
    covered: Memo<bool>,
) -> impl IntoView {
    let view = view();
    let element = NodeRef::<Section>::new();
    // A sheet that covers the rest takes the focus, and gives it back to the skill it was about. What
    // was open when the page came takes none: a reader begins where the browser begins.
    Effect::new(move |before: Option<(bool, Opened)>| {
        let now = (covered.get(), view.opened.get());
        let was_covered = before.as_ref().is_some_and(|(covered, _)| *covered);
        if now.0 && before.as_ref().is_some_and(|before| *before != now) {
            // In another page's frame it is not there to have the focus until it is drawn.
            spawn_local(async move {
                scheduler::next_task().await;
                if let Some(element) = element.try_get_untracked().flatten() {
                    element.set_scroll_top(0);
                    focus::give_in_place(&element);
                }
            });
        } else if let Some((_, Opened::Skill(skill))) =
            before.as_ref().filter(|_| was_covered && !now.0)
        {
            let names = focus::all(Anchor::SkillHead);
            let of_skill = |element: &&web_sys::HtmlElement| {
                element.get_attribute("data-skill").as_deref() == Some(&*skill.0)
            };
            let link = names.iter().find(of_skill).and_then(|name| name.first_element_child());
            if let Some(link) = link.and_then(|link| wasm_bindgen::JsCast::dyn_into(link).ok()) {
                focus::give_in_place(&link);
            }
        }
        now
    });
    // The listeners end with the owner, who drops the stored value.
    let (following, scrolling) = (playback().following(), StoredValue::new_local(Vec::new()));
    Effect::new(move || {
        if let Some(element) = element.get() {
            scrolling.set_value(listen::on_scrolling(&element, move || following.scrolled()));
        }
    });
    let content = fresh(
        move || view.opened.get(),
        move |opened| {
            let library = Arc::clone(&library);
            match opened {
                // In another page's frame the matrix is what there is, until something is asked for.
                Opened::Nothing if environment().form == Form::Embedded => ().into_any(),
                Opened::Nothing => view! { <NoteList library/> }.into_any(),
                Opened::Problems => late_or_close(move || {
                    reading(opened_chunks::problems::problems(Arc::clone(&library)))
                }),
                opened => late_or_close(move || {
                    reading(opened_chunks::opened::opened(Arc::clone(&library), opened.clone()))
                }),
            }
        },
    );
    view! {
        <section
            class="detail"
            data-anchor=Anchor::Detail.name()
            node_ref=element
            tabindex="-1"
            aria-label="What is open"
            data-open=move || (*view.opened.read() != Opened::Nothing).then_some("true")
        >
            {content}
            {while_up(|| Box::pin(player::back_to_now()))}
        </section>
    }
    .into_any()
}

/// What comes with a chunk, with a way back to the matrix where it does not: on a narrow page it covers that.
fn late_or_close(draw: impl Fn() -> Arriving + Send + Sync + 'static) -> AnyView {
    let way_out = || {
        let view = view();
        view! { <CloseButton label="Close" class="detail-close" on_close=move || view.close()/> }
            .into_any()
    };
    late_with(draw, Meanwhile { way_out, ..Meanwhile::default() })
}
