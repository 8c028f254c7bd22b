//! All that is not this machine, as the browsers of the tests see it: a proxy that leads YouTube's
//! host to the stand-in player, leads nowhere else, and keeps a list of what was asked for.
//!
//! A proxy is the one way that the browsers have in common. No name is looked up and no
//! packet leaves the machine, and the page still speaks with `https://www.youtube-nocookie.com`.

use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Result;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, copy_bidirectional};
use tokio::net::TcpStream;
use tokio::task::{AbortHandle, JoinSet};

use super::http::listen;
use super::wait::{PATIENCE, Seen, eventually};

/// The host that the stand-in player stands in for.
pub(crate) const YOUTUBE: &str = "www.youtube-nocookie.com";

/// What Chromium asks for updates and for its own services, those that cannot be switched off.
const CHROMIUMS: [&str; 6] = [
    "accounts.google.com",
    "android.clients.google.com",
    "clients2.google.com",
    "content-autofill.googleapis.com",
    "optimizationguide-pa.googleapis.com",
    "update.googleapis.com",
];

/// The domains of Firefox's maker.
const FIREFOXES: [&str; 4] = ["mozilla.com", "mozilla.org", "mozilla.net", "firefox.com"];

/// The way out, until it is dropped.
#[derive(Debug)]
pub(crate) struct Outside {
    /// The port of 127.0.0.1 that browsers are given as their proxy.
    pub(crate) port: u16,
    state: Arc<Mutex<State>>,
    task: AbortHandle,
}

#[derive(Debug, Default)]
struct State {
    hosts: Vec<String>,
    youtube_is_cut_off: bool,
    /// Ended with the state they belong to: a browser that keeps one open has no need to ask again.
    connections: JoinSet<()>,
}

impl Outside {
    /// Leads YouTube's host to `player`, a port of this machine.
    pub(crate) async fn open(player: u16) -> Result<Self> {
        let (listener, port) = listen().await?;
        let state = Arc::new(Mutex::new(State::default()));
        let shared = Arc::clone(&state);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let state = Arc::clone(&shared);
                let connections = &mut lock(&shared).connections;
                connections.spawn(async move {
                    // A connection that breaks is the browser's doing, or the end of the test.
                    lead(stream, player, &state).await.ok();
                });
                while connections.try_join_next().is_some() {}
            }
        });
        Ok(Self { port, state, task: task.abort_handle() })
    }

    /// Cuts YouTube off, as a company's network does.
    pub(crate) fn cut_off_youtube(&self) {
        lock(&self.state).youtube_is_cut_off = true;
    }

    /// As it was at the start.
    pub(crate) fn reset(&self) {
        *lock(&self.state) = State::default();
    }

    /// The hosts that were asked for, but those that the browsers themselves call when they please,
    /// whatever page is open.
    pub(crate) fn hosts(&self) -> Vec<String> {
        let own = |host: &str| {
            CHROMIUMS.contains(&host) || FIREFOXES.iter().any(|domain| host.ends_with(domain))
        };
        lock(&self.state).hosts.iter().filter(|host| !own(host)).cloned().collect()
    }

    /// Waits until a host was asked for.
    pub(crate) async fn asked_for(&self, host: &str) -> Result<()> {
        eventually(&format!("a request to {host}"), PATIENCE, async || {
            let hosts = self.hosts();
            let found = hosts.iter().any(|asked| asked == host);
            Ok(Seen::or(found.then_some(()), || format!("{hosts:?}")))
        })
        .await
    }
}

impl Drop for Outside {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Serves one connection of a browser: `CONNECT host:port` for a tunnel, or a plain request.
async fn lead(stream: TcpStream, player: u16, state: &Mutex<State>) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    let mut first = String::new();
    stream.read_line(&mut first).await?;
    let mut line = String::new();
    // The rest of the head says nothing that matters here.
    while stream.read_line(&mut line).await? > 2 {
        line.clear();
    }
    let target = first.split(' ').nth(1).unwrap_or_default();
    let target = target.strip_prefix("http://").unwrap_or(target);
    let host = target.split(['/', ':']).next().unwrap_or_default().to_owned();
    let open = {
        let mut state = lock(state);
        state.hosts.push(host.clone());
        first.starts_with("CONNECT ") && host == YOUTUBE && !state.youtube_is_cut_off
    };
    if !open {
        return stream.write_all(b"HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n").await;
    }
    let mut inside = TcpStream::connect(("127.0.0.1", player)).await?;
    stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await?;
    copy_bidirectional(&mut stream, &mut inside).await.map(|_| ())
}

fn lock(state: &Mutex<State>) -> std::sync::MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}
