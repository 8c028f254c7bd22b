//! What comes with a chunk of the program: drawn at once where the chunk is there; else a word in its place until it
//! is, and a way to try again where it does not come.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use wasm_bindgen_futures::spawn_local;

use crate::ui::widgets::fresh::fresh;

/// What is drawn once its chunk is there; an error where that did not come.
pub type Arriving<E> = Pin<Box<dyn Future<Output = Result<AnyView, E>>>>;

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Arrival {
    /// It is on its way; the so-manieth time.
    Coming(u32),
    /// It is there.
    There,
    /// It did not come.
    Missing,
}

/// What `draw` draws, whenever it can.
pub fn late<E: 'static>(draw: impl Fn() -> Arriving<E> + Send + Sync + 'static) -> AnyView {
    let mut first = ScopedFuture::new_untracked(draw());
    // With a chunk that is there this needs no turn of the browser's: nothing flickers, nothing moves.
    if let Poll::Ready(Ok(view)) =
        Pin::new(&mut first).poll(&mut Context::from_waker(Waker::noop()))
    {
        return view;
    }
    let arrival = RwSignal::new(Arrival::Coming(1));
    let arrived = StoredValue::new_local(None::<AnyView>);
    let wait = move |arriving: ScopedFuture<Arriving<E>>| {
        spawn_local(async move {
            let next = match arriving.await {
                Ok(view) => {
                    // What waited for it may be gone by now.
                    let _ = arrived.try_set_value(Some(view));
                    Arrival::There
                }
                Err(_) => Arrival::Missing,
            };
            let _ = arrival.try_set(next);
        });
    };
    wait(first);
    let draw = Arc::new(draw);
    fresh(
        move || arrival.get(),
        move |now| match now {
            Arrival::Coming(_) => {
                view! { <p class="quiet coming" role="status">"Loading …"</p> }.into_any()
            }
            Arrival::There => arrived.try_update_value(Option::take).flatten().into_any(),
            Arrival::Missing => {
                let draw = Arc::clone(&draw);
                let again = move || {
                    arrival.update(|arrival| *arrival = Arrival::Coming(2));
                    wait(ScopedFuture::new_untracked(draw()));
                };
                missing_part("This part of the page did not arrive. Check the connection.", again)
            }
        },
    )
}

/// What is said where a part of the program did not come.
pub fn missing_part(text: &'static str, again: impl Fn() + Send + Sync + 'static) -> AnyView {
    view! {
        <div class="missing-part" role="alert">
            <p>{text}</p>
            <button type="button" class="button" on:click=move |_| again()>"Try again"</button>
        </div>
    }
    .into_any()
}
