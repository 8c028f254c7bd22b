//! What comes with a chunk of the program: drawn at once where the chunk is there; else a word in its place until it
//! is, and a way to try again where it does not come.

use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use wasm_bindgen_futures::spawn_local;

use crate::ui::widgets::fresh::fresh;

use super::in_chunk::NotHere;

/// What is drawn once its chunk is there.
pub type Arriving = Pin<Box<dyn Future<Output = Result<AnyView, NotHere>>>>;

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Arrival {
    /// It is on its way.
    Coming,
    /// It is there.
    There,
    /// It did not come.
    Missing,
}

/// What `draw` draws, whenever it can.
pub fn late(draw: impl Fn() -> Arriving + Send + Sync + 'static) -> AnyView {
    late_with(draw, Meanwhile::default())
}

/// What stands where something is not there.
#[derive(Clone, Copy)]
pub struct Meanwhile {
    /// While it is on its way.
    pub coming: fn() -> AnyView,
    /// Beside the word that it did not come: a way out of what has its own way out in what is missing.
    pub way_out: fn() -> AnyView,
}

impl Default for Meanwhile {
    /// A word, and no way out.
    fn default() -> Self {
        let coming = || view! { <p class="quiet coming" role="status">"Loading …"</p> }.into_any();
        Self { coming, way_out: || ().into_any() }
    }
}

/// What `draw` draws, whenever it can, and something else until then.
pub fn late_with(
    draw: impl Fn() -> Arriving + Send + Sync + 'static,
    meanwhile: Meanwhile,
) -> AnyView {
    drawn(Arc::new(draw), meanwhile)
}

/// Once for all that comes late: what it has in common is the most of it.
fn drawn(draw: Arc<dyn Fn() -> Arriving + Send + Sync>, meanwhile: Meanwhile) -> AnyView {
    // What is drawn belongs to what is around it, also where it is asked for by a button that is gone by then.
    let owner = Owner::current().unwrap_or_default();
    let mut first = ScopedFuture::new_untracked(draw());
    // With a chunk that is there this needs no turn of the browser's: nothing flickers, nothing moves.
    let polled = Pin::new(&mut first).poll(&mut Context::from_waker(Waker::noop()));
    let (first, begins) = match polled {
        Poll::Ready(Ok(view)) => return view,
        Poll::Ready(Err(_)) => (None, Arrival::Missing),
        Poll::Pending => (Some(first), Arrival::Coming),
    };
    let arrival = RwSignal::new(begins);
    let arrived = StoredValue::new_local(None::<AnyView>);
    let wait = move |mut arriving: ScopedFuture<Arriving>| {
        spawn_local(async move {
            // What waited for it may be gone by now, and with it all that would be asked for while drawing.
            let still = poll_fn(|context| match arrival.try_get_untracked() {
                Some(_) => Pin::new(&mut arriving).poll(context).map(Some),
                None => Poll::Ready(None),
            });
            let next = match still.await {
                Some(Ok(view)) => {
                    let _ = arrived.try_set_value(Some(view));
                    Arrival::There
                }
                Some(Err(_)) => Arrival::Missing,
                None => return,
            };
            let _ = arrival.try_set(next);
        });
    };
    if let Some(first) = first {
        wait(first);
    }
    fresh(
        move || arrival.get(),
        move |now| match now {
            Arrival::Coming => (meanwhile.coming)(),
            Arrival::There => arrived.try_update_value(Option::take).flatten().into_any(),
            Arrival::Missing => {
                let (draw, owner) = (Arc::clone(&draw), owner.clone());
                let again = move || {
                    let arriving = draw();
                    let arriving = owner.with(|| ScopedFuture::new_untracked(arriving));
                    arrival.set(Arrival::Coming);
                    wait(arriving);
                };
                let text = "This part of the page did not arrive. Check the connection, or load the page again.";
                view! { {(meanwhile.way_out)()} {missing_part(text.to_owned(), again)} }.into_any()
            }
        },
    )
}

/// What is said where a part of the program did not come.
pub fn missing_part(text: String, again: impl Fn() + Send + Sync + 'static) -> AnyView {
    view! {
        <div class="missing-part" role="alert">
            <p>{text}</p>
            <button type="button" class="button" on:click=move |_| again()>"Try again"</button>
        </div>
    }
    .into_any()
}
