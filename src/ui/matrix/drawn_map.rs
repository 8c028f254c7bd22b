//! The map as it is drawn: marks that open their skill, and levels that are chosen.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::files::download;
use crate::browser::page::canvas;
use crate::export::formats::picture::map::{MapChoice, MapTarget, MatrixMap};
use crate::export::formats::picture::{FontWeight, Ink, Picture, PictureShape, svg};
use crate::matrix::{LevelId, OverviewBand, overview};
use crate::text::slug;
use crate::ui::search::found::search;
use crate::ui::state::environment::environment;
use crate::ui::state::library::Library;
use crate::ui::state::view::{open_skill, view};
use crate::ui::widgets::fresh::fresh;

/// How wide the map is drawn where there is room, on narrow pages, and where it is handed out, in CSS pixels.
const WIDE: f32 = 760.0;
const NARROW: f32 = 350.0;
const SAVED: f32 = 960.0;

/// The map of what the filters leave, whatever level is chosen, with ways to keep it as a picture.
#[component]
pub fn DrawnMap(
    /// The notes that are shown.
    library: Arc<Library>,
    /// What the page is called.
    title: Signal<String>,
) -> impl IntoView {
    let (view, search, environment) = (view(), search(), environment());
    let bands = Memo::new(move |_| {
        let found = search.painted.read();
        overview(&library.matrix, &view.filter.read(), |skill| found.shows(skill))
    });
    let drawn = fresh(
        move || (bands.get(), environment.is_wide.get(), view.level.get()),
        move |(bands, is_wide, chosen): (Vec<OverviewBand>, bool, Option<LevelId>)| {
            let map = MatrixMap::of(&bands, if is_wide { WIDE } else { NARROW }, None);
            let targets: Vec<AnyView> = map
                .targets
                .into_iter()
                .map(|target| {
                    let is_chosen = chosen.map(MapChoice::Level).as_ref() == Some(&target.chooses);
                    let chooses = target.chooses.clone();
                    let choose = move || match &chooses {
                        MapChoice::Skill(skill) => view.change(|state| open_skill(state, skill)),
                        MapChoice::Level(level) => {
                            // What is chosen already is let go of.
                            let level = (!is_chosen).then_some(*level);
                            environment.choose_reader(|reader| reader.level = level);
                            view.change(|state| state.level = level);
                        }
                    };
                    pressed(target, is_chosen, choose)
                })
                .collect();
            picture(&map.picture, targets)
        },
    );
    let said = RwSignal::new(String::new());
    let keep = move |is_png: bool| {
        let title = title.get_untracked();
        let map = MatrixMap::of(&bands.get_untracked(), SAVED, Some(&title));
        let stem = [&slug(&title), "-map"].concat();
        let outcome = if is_png {
            canvas::save(&map.picture, &[&stem, ".png"].concat())
        } else {
            let text = svg::to_svg(&map.picture, &title);
            download::save(&[&stem, ".svg"].concat(), "image/svg+xml", text.as_bytes())
        };
        said.set(match outcome {
            Ok(()) => "Saved.".to_owned(),
            Err(error) => ["It was not saved: ", &error.to_string(), "."].concat(),
        });
    };
    view! {
        <figure class="map-figure">
            {drawn}
            <figcaption class="map-tools">
                <button type="button" class="button" on:click=move |_| keep(false)>"Save as SVG"</button>
                <button type="button" class="button" on:click=move |_| keep(true)>"Save as PNG"</button>
                <span class="quiet" role="status" prop:textContent=move || said.get()></span>
            </figcaption>
        </figure>
    }
    .into_any()
}

/// A picture in the page's own colours. Those who cannot see it have the table.
pub fn picture(picture: &Picture, targets: Vec<AnyView>) -> AnyView {
    let shapes: Vec<AnyView> = picture.shapes.iter().map(shape).collect();
    let (width, height) = (picture.width.to_string(), picture.height.to_string());
    let view_box = ["0 0 ", &width, " ", &height].concat();
    view! {
        <svg
            class="map-picture"
            viewBox=view_box
            role="img"
            aria-label="A mark for each skill, level by level. The table has the same in words."
        >
            {shapes}
            {targets}
        </svg>
    }
    .into_any()
}

fn shape(shape: &PictureShape) -> AnyView {
    match shape {
        PictureShape::Line { x, y, width } => view! {
            <rect class="map-line" x=x.to_string() y=y.to_string() width=width.to_string() height="1"/>
        }
        .into_any(),
        PictureShape::Disc { x, y, radius, is_filled } => {
            let class = if *is_filled { "map-mark filled" } else { "map-mark" };
            view! { <circle class=class cx=x.to_string() cy=y.to_string() r=radius.to_string()/> }
                .into_any()
        }
        PictureShape::Text { x, y, text, size, weight, ink, widest } => {
            let class = match (ink, weight) {
                (Ink::OnAccent, _) => "map-text on-accent",
                (Ink::Muted, _) => "map-text muted",
                (_, FontWeight::Strong) => "map-text strong",
                _ => "map-text",
            };
            let text = svg::cut(text, *size, *widest);
            let (x, y, size) = (x.to_string(), y.to_string(), size.to_string());
            view! { <text class=class x=x y=y font-size=size translate="no">{text}</text> }
                .into_any()
        }
    }
}

/// What is pressed lies over what is seen.
fn pressed(target: MapTarget, is_chosen: bool, choose: impl Fn() + 'static) -> AnyView {
    let [x, y, width, height] =
        [target.x, target.y, target.width, target.height].map(|part| part.to_string());
    view! {
        <rect
            class="map-target"
            data-anchor="map-target"
            data-chosen=is_chosen.then_some("true")
            x=x
            y=y
            width=width
            height=height
            rx="4"
            on:click=move |_| choose()
        >
            <title>{target.says}</title>
        </rect>
    }
    .into_any()
}
