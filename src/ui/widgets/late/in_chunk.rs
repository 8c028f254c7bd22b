//! What comes with a chunk of the program, and not with the page: functions that load their chunk first.
//!
//! The build takes the program apart at these functions (`xtask/split`); without the feature `chunks` it stays one,
//! and they are there at once.

use std::future::Future;
use std::pin::Pin;

/// What is done in its own time.
pub type Work<T> = Pin<Box<dyn Future<Output = T>>>;

/// A part of the program that did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotHere;

#[cfg(feature = "chunks")]
impl From<leptos::wasm_split::SplitLoaderError> for NotHere {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// Declares a chunk and the functions that come with it: `share { fn sheet(…) -> AnyView { … } }`. It becomes a module
/// with asynchronous functions of these names, which give [`NotHere`] where the chunk does not come, and with `fetch`,
/// after which they need not wait.
///
/// The chunk has one border: a function that hands out all others. What loads a chunk calls a function of another
/// WebAssembly module, of which the compiler knows nothing but its type; the tool that makes that module sees to it
/// that it has it. That is why there is unsafe code in what is generated here, and nowhere else in the program.
macro_rules! in_chunk {
    ($(#[$about:meta])* $chunk:ident {$(
        $(#[$attribute:meta])*
        fn $name:ident($($argument:ident: $type:ty),* $(,)?) -> $given:ty $body:block
    )*}) => {
        $(#[$about])*
        pub mod $chunk {
            use std::sync::OnceLock;

            use super::*;
            use $crate::ui::widgets::late::in_chunk::NotHere;

            /// What comes with the chunk.
            #[derive(Clone, Copy)]
            struct Functions { $($name: fn($($type),*) -> $given),* }

            static FUNCTIONS: OnceLock<Functions> = OnceLock::new();

            mod inside {
                use super::*;

                $(pub(super) fn $name($($argument: $type),*) -> $given $body)*
            }

            #[cfg(feature = "chunks")]
            #[allow(
                unsafe_code, improper_ctypes, improper_ctypes_definitions, reason = "see in_chunk.rs"
            )]
            mod border {
                use super::{Functions, NotHere, inside};

                #[::leptos::wasm_split::wasm_split(
                    $chunk, wasm_split_path = ::leptos::wasm_split, fallible
                )]
                pub(super) fn functions() -> Result<Functions, NotHere> {
                    Ok(Functions { $($name: inside::$name),* })
                }
            }

            #[cfg(not(feature = "chunks"))]
            mod border {
                use super::{Functions, NotHere, inside};

                #[allow(clippy::unused_async, reason = "with chunks it waits for one")]
                pub(super) async fn functions() -> Result<Functions, NotHere> {
                    Ok(Functions { $($name: inside::$name),* })
                }
            }

            async fn functions() -> Result<Functions, NotHere> {
                if let Some(functions) = FUNCTIONS.get() {
                    return Ok(*functions);
                }
                let functions = border::functions().await?;
                // They are always the same.
                let _ = FUNCTIONS.set(functions);
                Ok(functions)
            }

            /// Waits until the chunk is there.
            #[allow(dead_code, reason = "not every chunk is waited for without a wish")]
            pub async fn fetch() -> Result<(), NotHere> {
                functions().await.map(|_| ())
            }

            $(
                $(#[$attribute])*
                pub async fn $name($($argument: $type),*) -> Result<$given, NotHere> {
                    Ok((functions().await?.$name)($($argument),*))
                }
            )*
        }
    };
}

pub(crate) use in_chunk;
