//! Serves one measurement's files to a browser on this machine, and takes its result.

use std::collections::HashMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use anyhow::{Context, Result, ensure};
use walkdir::WalkDir;

/// A server on a free port of this machine. It serves until the program ends.
#[derive(Debug)]
pub(crate) struct Server {
    pub port: u16,
    files: Arc<Mutex<ServedFiles>>,
    results: Receiver<String>,
}

/// Where the number of bytes stands that were sent as a static host sends them.
const SENT: &str = "sent";

/// What is served: folders by the first part of an address, and files that are in memory.
#[derive(Debug, Default)]
struct ServedFiles {
    folders: Vec<(&'static str, PathBuf)>,
    data: HashMap<&'static str, Arc<Vec<u8>>>,
    /// Files that are sent as static hosts send them, and not isolated.
    hosted: HashMap<String, Hosted>,
    /// How many bytes of them were sent.
    sent: usize,
}

/// A file as static hosts send it: compressed beforehand, where that makes it smaller.
#[derive(Clone, Debug)]
struct Hosted {
    body: Arc<Vec<u8>>,
    is_packed: bool,
}

impl Server {
    /// Starts to serve.
    pub(crate) fn start() -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no port is free")?;
        let port = listener.local_addr()?.port();
        let files = Arc::<Mutex<ServedFiles>>::default();
        let (sender, results) = channel();
        let shared = Arc::clone(&files);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (files, sender) = (Arc::clone(&shared), sender.clone());
                // A browser that goes away in the middle is told of by its missing result.
                thread::spawn(move || drop(answer(stream, &files, &sender)));
            }
        });
        Ok(Self { port, files, results })
    }

    /// Serves a folder under a name; the empty one is the root.
    pub(crate) fn folder(&self, name: &'static str, folder: &Path) {
        self.files().folders.push((name, folder.to_owned()));
    }

    /// Serves the files of a folder, under a name that ends with a slash or is empty, as static hosts do: compressed
    /// beforehand, and without the isolation that finer clocks need.
    pub(crate) fn host(&self, name: &str, folder: &Path) -> Result<()> {
        for entry in WalkDir::new(folder) {
            let entry = entry.context("there is nothing to serve")?;
            if entry.file_type().is_file() {
                let inner = entry.path().strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
                let hosted = Hosted::of(fs::read(entry.path())?)?;
                self.files().hosted.insert(format!("{name}{inner}"), hosted);
            }
        }
        Ok(())
    }

    /// Serves a file of a hosted folder no more.
    pub(crate) fn forget(&self, path: &str) {
        self.files().hosted.remove(path);
    }

    /// Serves a file from memory.
    pub(crate) fn data(&self, name: &'static str, data: Vec<u8>) {
        self.files().data.insert(name, Arc::new(data));
    }

    /// The results as they come.
    pub(crate) fn results(&self) -> &Receiver<String> {
        &self.results
    }

    fn files(&self) -> std::sync::MutexGuard<'_, ServedFiles> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Hosted {
    fn of(bytes: Vec<u8>) -> Result<Self> {
        let packed = brotli(&bytes)?;
        let is_packed = packed.len() < bytes.len();
        Ok(Self { body: Arc::new(if is_packed { packed } else { bytes }), is_packed })
    }
}

impl ServedFiles {
    /// What is sent as a static host would, counted.
    fn send(&mut self, path: &str) -> Option<Hosted> {
        let hosted = self.hosted.get(path)?.clone();
        self.sent += hosted.body.len();
        Some(hosted)
    }

    fn find(&self, path: &str) -> Option<Arc<Vec<u8>>> {
        if let Some(data) = self.data.get(path) {
            return Some(Arc::clone(data));
        }
        let is_plain = path.split('/').all(|part| !part.is_empty() && part != "..");
        let read = |(name, folder): &(&str, PathBuf)| {
            let inner = path.strip_prefix(name)?;
            fs::read(folder.join(inner)).ok()
        };
        if is_plain { self.folders.iter().find_map(read).map(Arc::new) } else { None }
    }
}

fn answer(stream: TcpStream, files: &Mutex<ServedFiles>, results: &Sender<String>) -> Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut line = String::new();
    reader.read_line(&mut line)?;
    let mut words = line.split_whitespace();
    let (method, address) = (words.next().unwrap_or(""), words.next().unwrap_or("/").to_owned());
    let is_result = method == "POST";
    let mut length = 0;
    loop {
        let mut header = String::new();
        ensure!(reader.read_line(&mut header)? > 0, "the request ends in its head");
        let header = header.trim().to_ascii_lowercase();
        if header.is_empty() {
            break;
        }
        if let Some(value) = header.strip_prefix("content-length:") {
            length = value.trim().parse()?;
        }
    }
    if is_result {
        let mut body = vec![0; length];
        reader.read_exact(&mut body)?;
        results.send(String::from_utf8(body)?)?;
        return respond(stream, "204 No Content", "text/plain", &[], ISOLATED);
    }
    let path = address.split('?').next().unwrap_or("").trim_start_matches('/');
    let path = if path.is_empty() { "index.html" } else { path };
    // Nothing is read under the lock but small files of a folder.
    let (hosted, found) = {
        let mut files = files.lock().unwrap_or_else(PoisonError::into_inner);
        if path == SENT {
            let sent = files.sent.to_string();
            return respond(stream, "200 OK", "application/json", sent.as_bytes(), ISOLATED);
        }
        (files.send(path), files.find(path))
    };
    match (hosted, found) {
        (Some(hosted), _) => {
            let as_host = if hosted.is_packed { AS_PACKED } else { AS_IT_IS };
            respond(stream, "200 OK", kind(path), &hosted.body, as_host)
        }
        (None, Some(data)) => respond(stream, "200 OK", kind(path), &data, ISOLATED),
        (None, None) => respond(stream, "404 Not Found", "text/plain", &[], ISOLATED),
    }
}

/// Pages that are isolated like this have finer clocks:
/// <https://developer.mozilla.org/en-US/docs/Web/API/Performance/now#security_requirements>.
const ISOLATED: &str = "Cross-Origin-Opener-Policy: same-origin\r\n\
    Cross-Origin-Embedder-Policy: require-corp\r\nCache-Control: no-store";

/// As static hosts send files.
const AS_IT_IS: &str = "Cache-Control: max-age=600";

/// The same, compressed.
const AS_PACKED: &str = "Content-Encoding: br\r\nCache-Control: max-age=600";

fn respond(mut stream: TcpStream, status: &str, kind: &str, body: &[u8], more: &str) -> Result<()> {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Connection: close\r\n{more}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body)?;
    Ok(())
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner())
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or("") {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript",
        "css" => "text/css",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        "json" => "application/json",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}
