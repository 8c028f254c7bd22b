//! A click on a row of the matrix: it opens the row's skill wherever it meets nothing else.

use std::sync::Arc;

use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent};

use crate::browser::page::listen;
use crate::matrix::SkillId;

/// The skill that a click opens. One listener for the whole table: rows come and go with every level that is chosen.
pub fn clicked_skill(click: &MouseEvent) -> Option<SkillId> {
    if listen::is_for_browser(click) || !listen::is_on_nothing_else(click) {
        return None;
    }
    let target = click.target()?.dyn_into::<Element>().ok()?;
    // A heading's row has no such head.
    let row = target.closest("tr").ok()??;
    let head = row.query_selector("th[data-skill]").ok()??;
    head.get_attribute("data-skill").map(|skill| SkillId(Arc::from(skill)))
}
