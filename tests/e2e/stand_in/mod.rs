//! The stand-in for YouTube's player: a page of ours, under YouTube's own host name, that speaks
//! the messages of YouTube's embedded player, fails in its ways when told to, and reports what it
//! was told.

mod report;
mod switches;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Result;
use hyper::body::Bytes;
use hyper::header::REFERER;
use hyper::{Request, StatusCode};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use crate::harness::http::{Answer, Server, answer, header};
use crate::harness::outside::YOUTUBE;
use crate::harness::wait::{PATIENCE, Seen, eventually};

pub(crate) use report::{Load, Message};
pub(crate) use switches::{Answering, Switches};

const PAGE: &str = include_str!("player.html");

/// The stand-in, until it is dropped.
#[derive(Debug)]
pub(crate) struct Player {
    server: Server,
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    switches: Switches,
    loads: Vec<Load>,
    messages: Vec<Message>,
}

impl Player {
    /// Starts the stand-in.
    pub(crate) async fn start() -> Result<Self> {
        let state = Arc::new(Mutex::new(State::default()));
        let shared = Arc::clone(&state);
        let handler =
            Arc::new(move |request: &Request<Bytes>| respond(request, &mut lock(&shared)));
        Ok(Self { server: Server::start(Some(tls()?), handler).await?, state })
    }

    /// The port of 127.0.0.1 it listens at, with TLS.
    pub(crate) fn port(&self) -> u16 {
        self.server.port
    }

    /// Forgets all, and behaves like this from now on.
    pub(crate) fn reset(&self, switches: Switches) {
        *lock(&self.state) = State { switches, ..State::default() };
    }

    /// The times the player was loaded, in order.
    pub(crate) fn loads(&self) -> Vec<Load> {
        lock(&self.state).loads.clone()
    }

    /// What the player was told, in order.
    pub(crate) fn messages(&self) -> Vec<Message> {
        lock(&self.state).messages.clone()
    }

    /// Waits for a load, the first being number 0.
    pub(crate) async fn load(&self, number: usize) -> Result<Load> {
        let what = format!("load number {number} of the player");
        eventually(&what, PATIENCE, async || {
            let loads = self.loads();
            Ok(Seen::or(loads.get(number).cloned(), || format!("{loads:?}")))
        })
        .await
    }

    /// Waits until the player was told something that `fits`.
    pub(crate) async fn told(
        &self,
        what: &str,
        fits: impl Fn(&Message) -> bool,
    ) -> Result<Message> {
        eventually(&format!("the player to be told {what}"), PATIENCE, async || {
            let messages = self.messages();
            let found = messages.iter().find(|message| fits(message)).cloned();
            Ok(Seen::or(found, || format!("{messages:?}")))
        })
        .await
    }

    /// Waits until all that the player was told, in order, `fits`.
    pub(crate) async fn told_all(
        &self,
        what: &str,
        fits: impl Fn(&[Message]) -> bool,
    ) -> Result<()> {
        eventually(&format!("the player to be told {what}"), PATIENCE, async || {
            let messages = self.messages();
            Ok(Seen::or(fits(&messages).then_some(()), || format!("{messages:?}")))
        })
        .await
    }

    /// Waits until the player follows the order to play.
    pub(crate) async fn told_to_play(&self) -> Result<Message> {
        self.told("to play", |message| message.is_command("playVideo") && message.playing).await
    }
}

fn respond(request: &Request<Bytes>, state: &mut State) -> Answer {
    const HTML: &str = "text/html; charset=utf-8";
    let path = request.uri().path();
    if let Some(video) = path.strip_prefix("/embed/") {
        let query = request.uri().query().unwrap_or_default();
        state.loads.push(Load::new(video, query, header(request, REFERER)));
        let switches = serde_json::to_string(&state.switches).unwrap_or_default();
        return answer(StatusCode::OK, HTML, PAGE.replace("{switches}", &switches));
    }
    if path == "/log" {
        // A report that cannot be read is one of our own page: show it as it is.
        let text = String::from_utf8_lossy(request.body());
        state.messages.push(Message::read(&text));
        return answer(StatusCode::OK, HTML, "");
    }
    answer(StatusCode::NOT_FOUND, HTML, "")
}

/// TLS for YouTube's host with a key made for this run. Browsers are told to take any.
fn tls() -> Result<TlsAcceptor> {
    let made = rcgen::generate_simple_self_signed([YOUTUBE.to_owned()])?;
    let key =
        PrivateKeyDer::try_from(made.signing_key.serialize_der()).map_err(anyhow::Error::msg)?;
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.into()], key)?;
    Ok(TlsAcceptor::from(Arc::new(config)))
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}
