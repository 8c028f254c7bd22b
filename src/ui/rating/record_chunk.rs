//! What reads, writes and joins records of what was rated: a chunk that comes before the page where an earlier visit
//! kept one, else once the page is at rest, or with the first rating.

use std::sync::OnceLock;

use crate::browser::BrowserError;
use crate::browser::storage::progress_store::{ProgressStore, StoredRecordWarning};
use crate::progress::{NotARecord, ReadRecord, Record};
use crate::ui::widgets::late::in_chunk::{NotHere, in_chunk};

/// A record, and whether it will outlast the tab.
pub type KeptRecord = (Record, Result<(), BrowserError>);

/// What is done to records besides changing them.
#[derive(Clone, Copy)]
pub struct RecordKeeper {
    /// What the browser keeps: [`ProgressStore::load`].
    pub load: fn(&ProgressStore) -> (Record, Option<StoredRecordWarning>),
    /// Keeps a record beside what other tabs kept: [`ProgressStore::merge_in`].
    pub merge_in: fn(&ProgressStore, Record) -> KeptRecord,
    /// Makes two of them one: [`Record::merge`].
    pub merge: fn(&mut Record, &Record),
    /// Makes one that was begun without knowing of an earlier one come after it: [`Record::follow`].
    pub follow: fn(&mut Record, &Record),
    /// Reads one from a file: [`Record::from_json`].
    pub read: fn(&str) -> Result<ReadRecord, NotARecord>,
    /// Writes one for a file: [`Record::to_json`].
    pub write: fn(&Record) -> String,
}

impl RecordKeeper {
    fn new() -> Self {
        Self {
            load: ProgressStore::load,
            merge_in: ProgressStore::merge_in,
            merge: Record::merge,
            follow: Record::follow,
            read: Record::from_json,
            write: Record::to_json,
        }
    }
}

in_chunk! {
    /// What is done to records.
    record {
        /// All of it.
        fn functions_of_records() -> RecordKeeper {
            RecordKeeper::new()
        }
    }
}

static KEEPER: OnceLock<RecordKeeper> = OnceLock::new();

/// Fetches it.
pub async fn have_keeper() -> Result<RecordKeeper, NotHere> {
    let keeper = record::functions_of_records().await?;
    // It is always the same.
    Ok(*KEEPER.get_or_init(|| keeper))
}

/// It, where it is there.
pub fn keeper() -> Option<RecordKeeper> {
    #[cfg(not(feature = "chunks"))]
    KEEPER.get_or_init(RecordKeeper::new);
    KEEPER.get().copied()
}
