//! Waiting for what takes its time. Nothing here sleeps for a fixed while and hopes.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How long a person would wait; slow machines get the benefit of the doubt.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// How soon one looks again: what comes at once is seen at once, and what takes seconds is not asked for all the time.
const SHORTEST_PERIOD: Duration = Duration::from_millis(10);
const LONGEST_PERIOD: Duration = Duration::from_millis(100);

/// By how much the time between two looks grows with the time that has been waited.
const PERIODS: u32 = 8;

/// Looks again and again until there is something.
///
/// Fails after `limit` with `what` was waited for, and with what was seen last.
pub(crate) async fn eventually<T, F>(what: &str, limit: Duration, mut look: F) -> Result<T>
where
    F: AsyncFnMut() -> Result<Seen<T>>,
{
    let start = Instant::now();
    loop {
        let last = match look().await? {
            Seen::Yes(value) => return Ok(value),
            Seen::NotYet(last) => last,
        };
        if start.elapsed() > limit {
            bail!("waited {} s for {what}; saw last: {last}", limit.as_secs());
        }
        let period = (start.elapsed() / PERIODS).clamp(SHORTEST_PERIOD, LONGEST_PERIOD);
        tokio::time::sleep(period).await;
    }
}

/// What a look found.
#[derive(Debug)]
pub(crate) enum Seen<T> {
    /// It is there.
    Yes(T),
    /// It is not there yet; this is there in its place.
    NotYet(String),
}

impl<T> Seen<T> {
    /// What was found, or `last` in its place.
    pub(crate) fn or(found: Option<T>, last: impl FnOnce() -> String) -> Self {
        found.map_or_else(|| Self::NotYet(last()), Self::Yes)
    }
}
