//! What the tests stand on: browsers, a host for the page, and a world outside of our own making.

pub(crate) mod browser;
mod driver;
pub(crate) mod extras;
pub(crate) mod http;
pub(crate) mod life;
pub(crate) mod outside;
pub(crate) mod run;
mod session;
pub(crate) mod settings;
pub(crate) mod site;
pub(crate) mod visit;
pub(crate) mod wait;

pub(crate) use run::{
    everywhere, everywhere_but_webkit, everywhere_but_webkit_nightly, everywhere_first,
    everywhere_nightly, from_file, from_file_nightly, in_chromium, over_http, over_http_but_webkit,
    over_http_first,
};
