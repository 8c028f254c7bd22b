//! A small HTTP server on loopback, plain or with TLS: what the page's host and the stand-in for
//! YouTube have in common.

use std::collections::HashSet;
use std::convert::Infallible;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result};
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{HeaderName, HeaderValue};
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::task::{AbortHandle, JoinSet};
use tokio_rustls::TlsAcceptor;

/// A whole answer.
pub(crate) type Answer = Response<Full<Bytes>>;

/// Gives the answer to a request whose body has arrived.
pub(crate) type Handler = Arc<dyn Fn(&Request<Bytes>) -> Answer + Send + Sync>;

/// A server that runs until it is dropped.
#[derive(Debug)]
pub(crate) struct Server {
    /// The port of 127.0.0.1 it listens at.
    pub(crate) port: u16,
    task: AbortHandle,
}

impl Server {
    /// Starts a server at a free port.
    pub(crate) async fn start(tls: Option<TlsAcceptor>, handler: Handler) -> Result<Self> {
        let (listener, port) = listen().await?;
        let task = tokio::spawn(async move {
            // Dropped with this task, and with it every connection.
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                let (tls, handler) = (tls.clone(), Arc::clone(&handler));
                connections.spawn(async move {
                    match tls {
                        None => serve(stream, handler).await,
                        // Browsers open and drop connections as they like: not our business.
                        Some(tls) => {
                            if let Ok(stream) = tls.accept(stream).await {
                                serve(stream, handler).await;
                            }
                        }
                    }
                });
                while connections.try_join_next().is_some() {}
            }
        });
        Ok(Self { port, task: task.abort_handle() })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// A listener at a free port of loopback, which no other of these tests has had before it: a browser that was
/// handed on still has what it keeps of that origin, and its worker answers in place of another host.
pub(crate) async fn listen() -> Result<(TcpListener, u16)> {
    static HAD: Mutex<Option<HashSet<u16>>> = Mutex::new(None);
    // Held until there is a new one, so that the system does not give it again.
    let mut passed_over = Vec::new();
    loop {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await;
        let listener = listener.context("no port of 127.0.0.1 can be listened at")?;
        let port = listener.local_addr()?.port();
        let mut had = HAD.lock().unwrap_or_else(PoisonError::into_inner);
        if had.get_or_insert_default().insert(port) {
            return Ok((listener, port));
        }
        passed_over.push(listener);
    }
}

async fn serve<S: AsyncRead + AsyncWrite + Unpin + Send + 'static>(stream: S, handler: Handler) {
    let service = service_fn(|request: Request<Incoming>| {
        let handler = Arc::clone(&handler);
        async move {
            let (head, body) = request.into_parts();
            let body = body.collect().await.map(|body| body.to_bytes()).unwrap_or_default();
            Ok::<_, Infallible>(handler(&Request::from_parts(head, body)))
        }
    });
    let connection = hyper::server::conn::http1::Builder::new();
    // A browser that leaves in the middle of an answer is no fault of the server.
    connection.serve_connection(TokioIo::new(stream), service).await.ok();
}

/// An answer with a body of a kind.
pub(crate) fn answer(status: StatusCode, mime: &'static str, body: impl Into<Bytes>) -> Answer {
    let mut answer = Response::new(Full::new(body.into()));
    *answer.status_mut() = status;
    let headers = answer.headers_mut();
    headers.insert(hyper::header::CONTENT_TYPE, HeaderValue::from_static(mime));
    headers.insert(hyper::header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

/// The value of a header, as text.
pub(crate) fn header(request: &Request<Bytes>, name: HeaderName) -> Option<String> {
    Some(request.headers().get(name)?.to_str().ok()?.to_owned())
}
