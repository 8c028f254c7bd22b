//! Serves a built page to this machine alone, and tells the open page when there is a newer one.

use std::collections::HashMap;
use std::fs;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use anyhow::{Context, Result, anyhow};
use tiny_http::{Header, Request, Response, Server, StatusCode};
use xtask::page::{self, PageFile};

/// The script that offers the newer page. It stands in served pages only, never in built ones.
const RELOAD_SCRIPT: &str = include_str!("reload.js");
/// Its name, which no file of the page has.
const RELOAD_NAME: &str = "xtask-reload.js";
/// Where it asks which page is served.
const STATE_NAME: &str = "xtask-state.json";

/// The files of the page that is served.
#[derive(Debug, Default)]
struct ServedPage {
    files: HashMap<String, Arc<Vec<u8>>>,
    /// The page's version, as it stands in the page; empty as long as there is none.
    version: String,
    /// Whether the last change could not be built.
    has_failed: bool,
}

/// A host that runs until the program ends.
#[derive(Clone, Debug)]
pub(super) struct Host {
    served: Arc<Mutex<ServedPage>>,
}

impl Host {
    /// Takes the port and answers on it; until there is a page it says that one is being built.
    pub(super) fn begin(port: u16) -> Result<Self> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let server =
            Server::http(address).map_err(|error| anyhow!("{error}")).with_context(|| {
                format!("port {port} of 127.0.0.1 cannot be used; take another one with --port N")
            })?;
        let host = Self { served: Arc::default() };
        let answering = host.clone();
        thread::spawn(move || {
            for request in server.incoming_requests() {
                let response = answering.answer(&request);
                // A browser that goes away in the middle needs no answer.
                let _ = request.respond(response);
            }
        });
        Ok(host)
    }

    /// Serves the page in `folder` from now on. It is kept in memory, so that the next one can be built
    /// in the same place.
    pub(super) fn show(&self, folder: &Path) -> Result<()> {
        let mut files = HashMap::new();
        for PageFile { address, path } in page::files(folder)? {
            let content = fs::read(&path).with_context(|| format!("{address} cannot be read"))?;
            files.insert(address, Arc::new(content));
        }
        let page = files.get("index.html").context("the built page has no index.html")?;
        let version = version(&String::from_utf8_lossy(page)).to_owned();
        *self.served() = ServedPage { files, version, has_failed: false };
        Ok(())
    }

    /// Lets the open page say that the last change could not be built.
    pub(super) fn failed(&self) {
        self.served().has_failed = true;
    }

    fn served(&self) -> MutexGuard<'_, ServedPage> {
        self.served.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn answer(&self, request: &Request) -> Response<std::io::Cursor<Vec<u8>>> {
        let path = request.url().split(['?', '#']).next().unwrap_or_default();
        let (status, kind, body) = self.find(path.trim_start_matches('/'));
        let mut response = Response::from_data(body).with_status_code(StatusCode(status));
        // A browser that came too early comes again by itself.
        let again = if status == 503 { "2" } else { "" };
        let headers = [("Content-Type", kind), ("Cache-Control", "no-cache"), ("Refresh", again)];
        let headers = headers.into_iter().filter(|(_, value)| !value.is_empty());
        for header in headers.flat_map(|(name, value)| Header::from_bytes(name, value)) {
            response.add_header(header);
        }
        response
    }

    /// Status, kind and content of what is at a path.
    fn find(&self, path: &str) -> (u16, &'static str, Vec<u8>) {
        let served = self.served();
        let name = if path.is_empty() { "index.html" } else { path };
        match name {
            STATE_NAME => (200, kind(name), served.state().into_bytes()),
            RELOAD_NAME => (200, kind(name), RELOAD_SCRIPT.as_bytes().to_owned()),
            _ if served.version.is_empty() => (
                503,
                "text/plain; charset=utf-8",
                b"The page is being built. Load this again in a while.\n".to_vec(),
            ),
            _ => match served.files.get(name) {
                Some(page) if name == "index.html" => (200, kind(name), watched(page)),
                Some(file) => (200, kind(name), file.to_vec()),
                None => (
                    404,
                    "text/plain; charset=utf-8",
                    b"There is no such file in the page.\n".to_vec(),
                ),
            },
        }
    }
}

impl ServedPage {
    fn state(&self) -> String {
        format!("{{\"version\":\"{}\",\"failed\":{}}}", self.version, self.has_failed)
    }
}

/// The page with the script that offers the next one.
fn watched(page: &[u8]) -> Vec<u8> {
    let script = format!("<script defer src=\"./{RELOAD_NAME}\"></script>\n</head>");
    String::from_utf8_lossy(page).replacen("</head>", &script, 1).into_bytes()
}

/// The version that stands in a page.
fn version(page: &str) -> &str {
    let rest = page.split_once("<meta name=\"skillreel-version\" content=\"");
    rest.and_then(|(_, rest)| rest.split_once('"')).map_or("unknown", |(version, _)| version)
}

/// What a browser is told that a file is.
fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host() -> Host {
        let folder = std::env::temp_dir().join(format!("skillreel-host-{}", std::process::id()));
        fs::create_dir_all(folder.join("pieces")).unwrap();
        fs::write(folder.join("pieces/a.bin"), "words").unwrap();
        let page = "<head><meta name=\"skillreel-version\" content=\"a1\"></head><body></body>";
        fs::write(folder.join("index.html"), page).unwrap();
        fs::write(folder.join("a_bg.wasm"), "\0asm").unwrap();
        let host = Host { served: Arc::default() };
        assert_eq!(host.find("").0, 503, "before there is a page");
        host.show(&folder).unwrap();
        fs::remove_dir_all(folder).unwrap();
        host
    }

    #[test]
    fn files_have_their_kinds_and_what_is_missing_is_missing() {
        let host = host();
        assert_eq!(host.find("a_bg.wasm"), (200, "application/wasm", b"\0asm".to_vec()));
        assert_eq!(host.find("").1, "text/html; charset=utf-8");
        let words = (200, "application/octet-stream", b"words".to_vec());
        assert_eq!(host.find("pieces/a.bin"), words);
        for path in ["gone.js", "../Cargo.toml", "src/", "pieces", "level/senior"] {
            assert_eq!(host.find(path).0, 404, "{path}");
        }
    }

    #[test]
    fn the_page_asks_for_the_next_one_and_is_told_of_it() {
        let host = host();
        let page = String::from_utf8(host.find("index.html").2).unwrap();
        let script = "<script defer src=\"./xtask-reload.js\"></script>\n</head>";
        assert!(page.contains(script), "{page}");
        assert_eq!(host.find(STATE_NAME).2, br#"{"version":"a1","failed":false}"#);
        host.failed();
        assert_eq!(host.find(STATE_NAME).2, br#"{"version":"a1","failed":true}"#);
    }

    #[test]
    fn a_port_that_is_taken_is_said_with_what_to_do() {
        let taken = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = format!("{:#}", Host::begin(port).unwrap_err());
        assert!(error.contains(&format!("port {port} ")) && error.contains("--port N"), "{error}");
    }
}
