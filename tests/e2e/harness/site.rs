//! The page's host: serves a folder, keeps a list of what was asked for, and can be made to fail
//! as real hosts and caches do.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use hyper::body::Bytes;
use hyper::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderValue, LAST_MODIFIED};
use hyper::{Request, StatusCode};

use super::http::{Answer, Server, answer, header};

/// When all files were changed last, by their host's account: some browsers keep only what they can ask about.
const SOME_DAY: &str = "Thu, 01 Jan 2026 00:00:00 GMT";

/// What is wrong with a host.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    /// It sends this policy as a header of every answer.
    Policy(&'static str),
    /// It forbids browsers to keep what it sends.
    NoStore,
    /// Files whose name ends so are not sent as they are.
    File {
        /// The end of their name.
        ending: &'static str,
        /// What is sent in their place.
        instead: Instead,
        /// Whether a request that asks past all caches is answered as it should be.
        only_cached: bool,
    },
    /// Files whose name ends so are not sent as they are the first times they are asked for.
    AtFirst {
        /// The end of their name.
        ending: &'static str,
        /// What is sent in their place.
        instead: Instead,
        /// How many times.
        times: usize,
    },
}

/// What a host sends in place of a file.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Instead {
    /// Nothing: the file is not there.
    NotFound,
    /// Its first half.
    Half,
    /// A page of the network one has to sign in to first.
    SignInPage,
    /// That the host has trouble of its own.
    ServerError,
    /// The file of another version: as long, and not the same.
    OtherVersion,
    /// The file, of a kind that the host does not know.
    Untyped,
}

/// A host that runs until it is dropped. Each has a port and so an origin of its own: no storage
/// and no history of another test is in it.
#[derive(Debug)]
pub(crate) struct Site {
    server: Server,
    asked: Arc<Mutex<Vec<String>>>,
    is_healed: Arc<AtomicBool>,
}

impl Site {
    /// Serves a folder.
    pub(crate) async fn serve(folder: PathBuf, faults: Vec<Fault>) -> Result<Self> {
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (list, is_healed) = (Arc::clone(&asked), Arc::<AtomicBool>::default());
        let heals = Arc::clone(&is_healed);
        let handler = Arc::new(move |request: &Request<Bytes>| {
            let path = request.uri().path();
            let mut list = list.lock().unwrap_or_else(PoisonError::into_inner);
            list.push(path.to_owned());
            let time = list.iter().filter(|asked| *asked == path).count();
            drop(list);
            let faults = if heals.load(Ordering::Relaxed) { &[] } else { faults.as_slice() };
            respond(&folder, path, request, faults, time)
        });
        Ok(Self { server: Server::start(None, handler).await?, asked, is_healed })
    }

    /// The address of a file of the folder.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}/{path}", self.origin())
    }

    /// The origin of the page.
    pub(crate) fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.server.port)
    }

    /// From now on nothing is wrong with it.
    pub(crate) fn heal(&self) {
        self.is_healed.store(true, Ordering::Relaxed);
    }

    /// The paths that were asked for, in order.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Answers a request, the so many-th for this path.
fn respond(
    folder: &Path,
    path: &str,
    request: &Request<Bytes>,
    faults: &[Fault],
    time: usize,
) -> Answer {
    let name = path.trim_start_matches('/');
    let name = if name.is_empty() { "index.html" } else { name };
    let past_caches =
        header(request, CACHE_CONTROL).is_some_and(|value| value.contains("no-cache"));
    let instead = faults.iter().find_map(|fault| match fault {
        Fault::File { ending, instead, only_cached }
            if name.ends_with(ending) && !(*only_cached && past_caches) =>
        {
            Some(*instead)
        }
        Fault::AtFirst { ending, instead, times } if name.ends_with(ending) && time <= *times => {
            Some(*instead)
        }
        _ => None,
    });
    // Only plain names are served: nothing above the folder can be asked for.
    let plain = !name.split('/').any(|part| part.is_empty() || part.starts_with('.'));
    let body = if plain { std::fs::read(folder.join(name)).ok() } else { None };
    let mut answer = match (body, instead) {
        (None, _) | (_, Some(Instead::NotFound)) => {
            answer(StatusCode::NOT_FOUND, "text/plain; charset=utf-8", "not here")
        }
        (Some(body), None) => answer(StatusCode::OK, mime(name), body),
        (Some(mut body), Some(Instead::Half)) => {
            body.truncate(body.len() / 2);
            answer(StatusCode::OK, mime(name), body)
        }
        (Some(_), Some(Instead::ServerError)) => {
            answer(StatusCode::INTERNAL_SERVER_ERROR, "text/plain; charset=utf-8", "trouble")
        }
        (Some(mut body), Some(Instead::OtherVersion)) => {
            if let Some(last) = body.last_mut() {
                *last ^= 1;
            }
            answer(StatusCode::OK, mime(name), body)
        }
        (Some(body), Some(Instead::Untyped)) => {
            answer(StatusCode::OK, "application/octet-stream", body)
        }
        (Some(_), Some(Instead::SignInPage)) => {
            let page = "<!doctype html><title>Sign in</title><p>Welcome to this network.";
            answer(StatusCode::OK, "text/html; charset=utf-8", page)
        }
    };
    // As static hosts do: what is kept is asked about each time.
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    answer.headers_mut().insert(LAST_MODIFIED, HeaderValue::from_static(SOME_DAY));
    for fault in faults {
        match fault {
            Fault::Policy(policy) => {
                let value = HeaderValue::from_static(policy);
                answer.headers_mut().append(CONTENT_SECURITY_POLICY, value);
            }
            Fault::NoStore => {
                let value = HeaderValue::from_static("no-store");
                answer.headers_mut().insert(CACHE_CONTROL, value);
            }
            Fault::File { .. } | Fault::AtFirst { .. } => {}
        }
    }
    answer
}

/// What a static host says of a file of ours.
fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json" | "webmanifest") => "application/json",
        _ => "application/octet-stream",
    }
}
