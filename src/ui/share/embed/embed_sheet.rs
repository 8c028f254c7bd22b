//! What one pastes into another page: chosen on one side, seen on the other.

use std::sync::Arc;

use leptos::html::Iframe;
use leptos::prelude::*;

use crate::browser::embed::frames;
use crate::browser::page::address;
use crate::export::formats::embed::{Embed, Height};
use crate::matrix::{Matrix, RowGroup, Skill, SkillId};
use crate::ui::import::note_import::note_import;
use crate::ui::share::save::save_sheet::OWN_ACCENT;
use crate::ui::share::sharing::sharing;
use crate::ui::state::library::Library;
use crate::ui::state::search_index::search_index;
use crate::ui::state::view::view;
use crate::ui::widgets::check::Check;
use crate::ui::widgets::select::{Select, SelectOption};
use crate::view_state::{Form, Ground, PageOptions, PlayerPlace, Theme, ViewState};

use super::seen_as::{PREVIEW_WIDTHS_PX, SeenAs};
use super::snippet::{Snippet, SnippetView};

/// How high the frame is until it has told, in pixels.
const FIRST_HEIGHT: u32 = 640;

/// What one pastes into another page.
#[component]
pub fn EmbedSheet(
    /// The notes that are shown.
    library: Arc<Library>,
) -> impl IntoView {
    let view = view();
    let index = search_index();
    let title = untrack(|| note_import().title());
    let first = {
        let mut first = view.state().get_untracked().of_the_matrix();
        first.query = view.query.get_untracked();
        first.skill = view.state().read_untracked().skill.clone();
        first
    };
    let state = RwSignal::new(first);
    let options = RwSignal::new(PageOptions { form: Form::Embedded, ..PageOptions::default() });
    let fixed = RwSignal::new(None::<u32>);
    let told = RwSignal::new(FIRST_HEIGHT);
    let kind = RwSignal::new(Snippet::Frame);
    // A file has no address that others could show.
    let hosted = address::origin().is_some();
    let page = RwSignal::new(if hosted { address::without_query() } else { String::new() });
    let height = move || fixed.get().map_or_else(|| Height::Auto(told.get()), Height::Fixed);

    let seen_in = RwSignal::new(Theme::Auto);
    let source = {
        let title = title.clone();
        // The preview follows what is chosen, and not the height that it tells itself.
        Memo::new(move |_| {
            let (page, view, mut options) = (page.read(), state.read(), options.get());
            // A reader's system may be either where neither is chosen.
            if options.theme == Theme::Auto {
                options.theme = seen_in.get();
            }
            let height = Height::Auto(FIRST_HEIGHT);
            Embed { page: &page, title: &title, view: &view, options, height }.address()
        })
    };
    let width = RwSignal::new(PREVIEW_WIDTHS_PX[1]);
    let preview = NodeRef::<Iframe>::new();
    // It ends with the sheet, whose owner drops the stored value.
    let escape = StoredValue::new_local(None);
    let sharing = sharing();
    let on_load = move |_| {
        let frame = preview.get_untracked();
        escape
            .set_value(frame.and_then(|frame| frames::on_escape(&frame, move || sharing.close())));
    };
    StoredValue::new_local(frames::on_height(move |from, height| {
        let is_ours = preview.get_untracked().is_some_and(|frame| frames::is_of(&frame, from));
        if is_ours {
            told.set(height);
        }
    }));
    let matrix = {
        let library = library.clone();
        Callback::new(move |()| {
            let state = state.read();
            let found = index.find(&library, &state.query);
            let all = &library.matrix;
            let group = state.group.as_ref().map(|group| all.in_group(group));
            let is_shown = |id: &SkillId| {
                found.shows(id) && group.as_ref().is_none_or(|group| group.contains(id))
            };
            let rows = RowGroup::asked_for(all, &state.filter(), state.sort, None, is_shown);
            let wanted =
                |skill: &&Skill| state.skill.as_ref().is_none_or(|wanted| *wanted == skill.id);
            Matrix {
                levels: all.levels.clone(),
                videos: all.videos.clone(),
                skills: rows.into_iter().filter(wanted).cloned().collect(),
            }
        })
    };
    let code = {
        let (title, library) = (title.clone(), library.clone());
        Signal::derive(move || {
            let (page, view) = (page.read(), state.read());
            let (options, height) = (options.get(), height());
            let embed = Embed { page: &page, title: &title, view: &view, options, height };
            kind.get().written(&embed, &library.vault, || matrix.run(()))
        })
    };

    let levels = std::iter::once(choice("", "All"))
        .chain(library.matrix.levels.iter().map(|level| choice(level.id.as_str(), &level.label)));
    let skills = std::iter::once(choice("", "All"))
        .chain(library.matrix.skills.iter().map(|skill| choice(&skill.id.0, &skill.name)));
    let themes = [Theme::Auto, Theme::Light, Theme::Dark]
        .map(|theme| choice(value_of(theme), theme_name(theme)));
    let kinds = Snippet::ALL.map(|kind| choice(kind.name(), kind.label()));
    let edit = move |edit: fn(&mut ViewState, String)| {
        Callback::new(move |value: String| {
            let mut next = state.get_untracked();
            edit(&mut next, value);
            state.set(next);
        })
    };
    let address_field = (!hosted).then(|| {
        view! {
            <div class="field">
                <label for="embed-page">"Address of the page on its host"</label>
                <input
                    id="embed-page"
                    type="text"
                    placeholder="https://example.org/skills/index.html"
                    on:input=move |event| page.set(event_target_value(&event).trim().to_owned())
                />
            </div>
        }
        .into_any()
    });
    let seen = match hosted {
        true => view! {
            <iframe
                class="embed-preview" data-anchor="embed-preview"
                node_ref=preview
                title="Preview"
                src=move || source.get()
                width=move || width.get().to_string()
                height=move || height().px().to_string()
                on:load=on_load
            ></iframe>
        }
        .into_any(),
        false => view! {
            <p class="quiet">
                "This page is a file, so there is no preview. Put it on a host, give its address, \
                 and the frame and the element work from there; table, data and picture work anywhere."
            </p>
        }
        .into_any(),
    };
    let is_open = Signal::derive(move || options.read().theme == Theme::Auto);
    let seen_as = hosted.then(|| view! { <SeenAs width theme=seen_in is_open/> }.into_any());
    view! {
        <div class="embed-code" data-anchor="embed-code">
            {address_field}
            <Select
                label="To paste"
                choices=kinds.into()
                chosen=Signal::derive(move || kind.get().name().to_owned())
                on_choose=Callback::new(move |value: String| kind.set(Snippet::from_name(&value)))
            />
            <SnippetView library=Arc::clone(&library) kind code matrix title=title.clone()/>
        </div>
        <div class="embed">
            <div class="fields">
                <Select
                    label="Level"
                    choices=levels.collect()
                    chosen=Signal::derive(move || state.read().level.map_or_else(String::new, |level| level.to_string()))
                    on_choose=edit(|state, value| state.level = value.parse().ok())
                />
                <Select
                    label="Skill"
                    choices=skills.collect()
                    chosen=Signal::derive(move || {
                        state.read().skill.as_ref().map_or_else(String::new, |id| id.0.to_string())
                    })
                    on_choose=edit(|state, value| {
                        state.skill = (!value.is_empty()).then(|| SkillId(value.into()));
                    })
                />
                <div class="field">
                    <label for="embed-query">"Search"</label>
                    <input
                        id="embed-query"
                        type="text"
                        maxlength="200"
                        prop:value=move || state.read().query.clone()
                        on:change=move |event| {
                            state.update(|state| state.query = event_target_value(&event));
                        }
                    />
                </div>
                <Select
                    label="Colours"
                    choices=themes.into()
                    chosen=Signal::derive(move || value_of(options.read().theme).to_owned())
                    on_choose=Callback::new(move |value: String| {
                        options.update(|options| options.theme = Theme::from_name(&value));
                    })
                />
                <div class="field across">
                    <label for="embed-accent">"Accent colour"</label>
                    <input
                        id="embed-accent"
                        type="color"
                        value=OWN_ACCENT
                        on:change=move |event| {
                            options.update(|options| {
                                let chosen = event_target_value(&event);
                                options.accent = chosen.parse().ok().filter(|_| chosen != OWN_ACCENT);
                            });
                        }
                    />
                </div>
                <Check
                    label="With the player"
                    checked=Signal::derive(move || options.read().player == PlayerPlace::Inside)
                    on_change=Callback::new(move |is_inside| {
                        options.update(|options| {
                            options.player =
                                if is_inside { PlayerPlace::Inside } else { PlayerPlace::Elsewhere };
                        });
                    })
                />
                <Check
                    label="On the other page’s own ground"
                    checked=Signal::derive(move || options.read().ground == Ground::Hosts)
                    on_change=Callback::new(move |is_hosts| {
                        options.update(|options| {
                            options.ground = if is_hosts { Ground::Hosts } else { Ground::Own };
                        });
                    })
                />
                <div class="field across">
                    <label for="embed-height">"Height in pixels, or empty to fit"</label>
                    <input
                        id="embed-height"
                        type="number"
                        min="100"
                        max="20000"
                        on:change=move |event| fixed.set(event_target_value(&event).parse().ok())
                    />
                </div>
            </div>
            // What scrolls can be scrolled by keys.
            <div class="embed-side">
                {seen_as}
                <div class="embed-seen" tabindex="0" role="region" aria-label="Preview">{seen}</div>
            </div>
        </div>
    }
    .into_any()
}

fn choice(value: &str, label: &str) -> SelectOption {
    SelectOption { value: value.to_owned(), label: label.to_owned(), count: None }
}

/// The theme's name in addresses; empty for the one that no address has to name.
fn value_of(theme: Theme) -> &'static str {
    if theme == Theme::Auto { "" } else { theme.as_str() }
}

fn theme_name(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => "As the reader’s system",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    }
}
