//! Work on many things at once, where there are threads: natively. In a browser it is done one after the other.
//! What comes out is the same, whatever the number of threads.

#[cfg(not(target_arch = "wasm32"))]
use rayon::prelude::*;

/// What some work makes of each of many things, in their order.
#[cfg(not(target_arch = "wasm32"))]
pub fn map<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Send + Sync) -> Vec<R> {
    all.par_iter().map(work).collect()
}

/// What some work makes of each of many things, in their order.
#[cfg(target_arch = "wasm32")]
pub fn map<T: Sync, R: Send>(all: &[T], work: impl Fn(&T) -> R + Send + Sync) -> Vec<R> {
    all.iter().map(work).collect()
}

/// What two pieces of work make.
#[cfg(not(target_arch = "wasm32"))]
pub fn both<A: Send, B: Send>(
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B + Send,
) -> (A, B) {
    rayon::join(one, other)
}

/// What two pieces of work make.
#[cfg(target_arch = "wasm32")]
pub fn both<A: Send, B: Send>(
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B + Send,
) -> (A, B) {
    (one(), other())
}
