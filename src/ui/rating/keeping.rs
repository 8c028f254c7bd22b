//! How what the reader rates is kept, with what does so in a chunk that may not have come: nothing is written over that
//! was not read, and what is not kept yet says so.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::progress::Record;
use crate::ui::widgets::late::in_chunk::NotHere;

use super::ratings::{Ratings, RecordLack, in_words};
use super::record_chunk::{RecordKeeper, have_keeper, keeper};

/// What is done to a record.
pub(super) type Change = Box<dyn FnOnce(&mut Record)>;

/// Why something cannot be done now.
pub const DID_NOT_COME: &str =
    "a part of the page did not arrive; check the connection, and try again";

impl Ratings {
    /// What is not done yet with what the browser keeps, because a part of the program did not come.
    pub fn lack(self) -> Option<RecordLack> {
        self.lack.get()
    }

    /// Changes the record, and keeps it, now or once what does so has come.
    pub(super) fn change(self, change: Change) {
        let mut record = self.record.get_untracked();
        change(&mut record);
        match (keeper(), self.lack.get_untracked()) {
            (Some(keeper), None) => self.keep(keeper, record),
            _ => {
                self.record.set(record);
                self.try_again();
            }
        }
    }

    /// Does what was not done ([`Ratings::lack`]).
    pub fn try_again(self) {
        spawn_local(async move {
            match have_keeper().await {
                Ok(keeper) => self.catch_up(keeper),
                Err(NotHere) => {
                    let lacks =
                        |lack: &mut Option<RecordLack>| *lack = lack.or(Some(RecordLack::Unkept));
                    let _ = self.lack.try_update(lacks);
                }
            }
        });
    }

    fn catch_up(self, keeper: RecordKeeper) {
        let Some(mut record) = self.record.try_get_untracked() else { return };
        if self.lack.get_untracked() != Some(RecordLack::Unread) {
            return self.keep(keeper, record);
        }
        let (kept, warning) = (keeper.load)(&self.store.get_value());
        let is_untouched = record.is_empty();
        (keeper.follow)(&mut record, &kept);
        self.lack.set(None);
        if is_untouched {
            self.record.set(record);
        } else {
            self.keep(keeper, record);
        }
        if let Some(warning) = warning {
            self.warning.set(in_words(&warning));
        }
    }

    /// Takes over what another tab did.
    pub(super) fn take_over(self) {
        spawn_local(async move {
            let Ok(keeper) = have_keeper().await else {
                let _ = self.lack.try_set(Some(RecordLack::Unread));
                return;
            };
            if self.lack.try_get_untracked() == Some(Some(RecordLack::Unread)) {
                return self.catch_up(keeper);
            }
            let Some(mut record) = self.record.try_get_untracked() else { return };
            let (theirs, _) = (keeper.load)(&self.store.get_value());
            (keeper.merge)(&mut record, &theirs);
            self.record.set(record);
        });
    }

    fn keep(self, keeper: RecordKeeper, record: Record) {
        let (record, kept) = (keeper.merge_in)(&self.store.get_value(), record);
        self.record.set(record);
        self.lack.set(None);
        self.warning.set(match kept {
            Ok(()) => String::new(),
            Err(error) => [
                "Your ratings last for this tab only: ",
                &error.to_string(),
                ". Export them to keep them.",
            ]
            .concat(),
        });
    }

    /// What keeps records, after all is done that was not ([`Ratings::lack`]): a file is to hold all of it, and what one
    /// holds joins all of it.
    async fn caught_up(self) -> Result<RecordKeeper, NotHere> {
        let keeper = have_keeper().await?;
        if self.lack.get_untracked().is_some() {
            self.catch_up(keeper);
        }
        Ok(keeper)
    }

    /// What is rated and listed, as a file.
    ///
    /// # Errors
    /// [`NotHere`] where what writes it did not come.
    pub async fn export(self) -> Result<String, NotHere> {
        let keeper = self.caught_up().await?;
        Ok((keeper.write)(&self.record.get_untracked()))
    }

    /// Makes what a file holds and what is here one, and says what was read.
    ///
    /// # Errors
    /// Why nothing was changed.
    pub async fn import(self, text: &str) -> Result<String, String> {
        let keeper = self.caught_up().await.map_err(|NotHere| DID_NOT_COME.to_owned())?;
        let read = (keeper.read)(text).map_err(|error| error.to_string())?;
        let count = read.record.rated().count();
        let mut record = self.record.get_untracked();
        (keeper.merge)(&mut record, &read.record);
        self.keep(keeper, record);
        let mut told = match count {
            1 => "1 rating read.".to_owned(),
            _ => [&count.to_string(), " ratings read."].concat(),
        };
        if read.is_newer {
            told.push_str(
                " A newer version of this page wrote the file; what is understood of it is here.",
            );
        }
        match read.unread {
            0 => {}
            1 => told.push_str(" 1 part cannot be read and is kept as it is."),
            unread => told.extend([
                " ",
                &unread.to_string(),
                " parts cannot be read and are kept as they are.",
            ]),
        }
        Ok(told)
    }
}
