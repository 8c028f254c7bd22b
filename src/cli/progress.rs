//! What a command is doing, on standard error, where somebody looks on and it takes a while.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How often it is said, and how long nothing is.
const INTERVAL: Duration = Duration::from_secs(1);

/// A line on standard error that tells what is being done and for how long; it is gone at the end.
#[derive(Debug)]
pub(super) struct Progress {
    doing: Arc<Mutex<String>>,
    /// Both are there where standard error is a terminal; the line ends with the sender.
    sender: Option<Sender<()>>,
    writer: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins with something that is done now.
    pub(super) fn begin(doing: &str) -> Self {
        let doing = Arc::new(Mutex::new(doing.to_owned()));
        let mut progress = Self { doing, sender: None, writer: None };
        if io::stderr().is_terminal() {
            let (sender, ended) = mpsc::channel();
            let doing = Arc::clone(&progress.doing);
            progress.sender = Some(sender);
            progress.writer = Some(thread::spawn(move || {
                let mut seconds = 0;
                while ended.recv_timeout(INTERVAL) == Err(RecvTimeoutError::Timeout) {
                    seconds += 1;
                    let doing = doing.lock().unwrap_or_else(PoisonError::into_inner).clone();
                    write(&line(&doing, seconds));
                }
                if seconds > 0 {
                    write(CLEARED);
                }
            }));
        }
        progress
    }

    /// Goes on with something else.
    pub(super) fn now(&self, doing: String) {
        *self.doing.lock().unwrap_or_else(PoisonError::into_inner) = doing;
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.sender.take();
        if let Some(writer) = self.writer.take() {
            // It only writes, and what it could not write is no loss.
            writer.join().ok();
        }
    }
}

/// To the start of the line, which is then empty (ECMA-48, EL).
const CLEARED: &str = "\r\x1b[K";

fn line(doing: &str, seconds: u32) -> String {
    format!("{CLEARED}{doing} … {seconds} s")
}

fn write(text: &str) {
    let mut error = io::stderr().lock();
    write!(error, "{text}").and_then(|()| error.flush()).ok();
}
