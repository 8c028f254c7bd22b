//! What the page knows of the notes that it came with, where their texts lie beside it: the reader's own join that, and
//! nothing has to be fetched to be read anew.

use std::cell::RefCell;
use std::sync::Arc;

use crate::export::page::snapshot::{IndexPlace, Prepared};
use crate::matrix::Matrix;
use crate::vault::Vault;

/// What is known of the notes that a page came with.
#[derive(Clone, Debug)]
pub struct PreparedPage {
    /// The notes.
    pub vault: Arc<Vault>,
    /// Which skills matter at which level.
    pub matrix: Arc<Matrix>,
    /// Where their index is.
    pub index: Option<Arc<IndexPlace>>,
}

thread_local! {
    static PAGE: RefCell<Option<PreparedPage>> = const { RefCell::new(None) };
}

impl PreparedPage {
    /// As it was unpacked.
    pub fn of(prepared: Prepared) -> Self {
        let Prepared { vault, matrix, index } = prepared;
        Self { vault: vault.into(), matrix: matrix.into(), index: index.map(Arc::new) }
    }

    /// From now on other notes join these.
    pub fn stay(self) {
        PAGE.with(|page| page.replace(Some(self)));
    }

    /// What other notes join; `None` where the page's own notes do not lie beside it.
    pub fn current() -> Option<Self> {
        PAGE.with(|page| page.borrow().clone())
    }
}
