//! A sheet whose author says that it is a ladder: a row above the others reads `ladder: true`.

use crate::note::{Inline, Table, plain_text};

/// The table below such a row; `None` where the first row that holds anything is none.
pub(in crate::matrix) fn below(table: &Table) -> Option<Table> {
    let filled = |row: &Vec<Vec<Inline>>| -> Vec<String> {
        let texts = row.iter().map(|cell| plain_text(cell).trim().to_ascii_lowercase());
        texts.filter(|text| !text.is_empty()).collect()
    };
    let place = table.rows.iter().position(|row| !filled(row).is_empty())?;
    let [only] = <[String; 1]>::try_from(filled(table.rows.get(place)?)).ok()?;
    let (key, value) = only.split_once(':')?;
    let is_mark = key.trim_end() == "ladder" && value.trim_start() == "true";
    is_mark.then(|| Table { rows: table.rows[place + 1..].to_vec(), ..table.clone() })
}
