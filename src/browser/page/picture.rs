//! The matrix as a picture, drawn on a canvas.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

use crate::browser::BrowserError;
use crate::browser::error::document;
use crate::browser::files::download::save_blob;
use crate::export::formats::table;
use crate::matrix::Matrix;
use crate::vault::Vault;

/// Dots to a CSS pixel, so that the picture is sharp on fine screens.
const SCALE: f64 = 2.0;
const MARGIN: f64 = 32.0;
const ROW: f64 = 36.0;
const NAME: f64 = 320.0;
const COLUMN: f64 = 150.0;
/// The most rows of one picture: browsers limit the size of a canvas.
const MOST_ROWS: usize = 150;

const FACE: &str = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";

/// Draws the matrix and hands it to the reader as a PNG.
///
/// # Errors
/// [`BrowserError`] where the browser has no canvas. What fails after that fails in silence.
pub fn save(vault: &Vault, matrix: &Matrix, title: &str, name: &str) -> Result<(), BrowserError> {
    let canvas: HtmlCanvasElement = document()?
        .create_element("canvas")?
        .dyn_into()
        .map_err(|_| BrowserError::Missing("canvas"))?;
    let columns = table::columns(matrix);
    let rows = matrix.skills.len().min(MOST_ROWS);
    let width = MARGIN * 2.0 + NAME + COLUMN * count(columns.len());
    let height = MARGIN * 2.0 + ROW * (count(rows) + 2.5);
    canvas.set_width(dots(width));
    canvas.set_height(dots(height));
    let context = canvas.get_context("2d")?.and_then(|context| context.dyn_into().ok());
    let context: CanvasRenderingContext2d = context.ok_or(BrowserError::Missing("canvas"))?;
    context.scale(SCALE, SCALE)?;
    fill(&context, "#ffffff");
    context.fill_rect(0.0, 0.0, width, height);
    context.set_text_baseline("middle");

    let mut top = MARGIN + ROW / 2.0;
    write(&context, title, MARGIN, top, "600 20px ", "#1d2030", width - MARGIN * 2.0)?;
    top += ROW * 1.25;
    let left = |column: usize| MARGIN + NAME + COLUMN * count(column);
    for (index, &column) in columns.iter().enumerate() {
        let name = table::column_name(matrix, column);
        write(&context, name, left(index), top, "13px ", "#5d6172", COLUMN)?;
    }
    for skill in matrix.skills.iter().take(rows) {
        fill(&context, "#e4e5ec");
        context.fill_rect(MARGIN, top + ROW / 2.0, width - MARGIN * 2.0, 1.0);
        top += ROW;
        write(&context, &skill.name, MARGIN, top, "600 15px ", "#1d2030", NAME - 16.0)?;
        for (index, &column) in columns.iter().enumerate() {
            let Some(cell) = table::cell(vault, skill, column) else { continue };
            let ranks: Vec<String> = cell.ranks.iter().map(u32::to_string).collect();
            let rank = if ranks.is_empty() { "○".to_owned() } else { ranks.join(" or ") };
            write(&context, &rank, left(index), top, "600 15px ", "#3a4fd0", 40.0)?;
            if let Some(moment) = cell.moments.first() {
                let x = left(index) + 48.0;
                write(&context, &moment.time(), x, top, "14px ", "#1d2030", COLUMN - 52.0)?;
            }
        }
    }
    let name = name.to_owned();
    let done = Closure::once_into_js(move |blob: JsValue| {
        if let Some(blob) = blob.dyn_ref::<Blob>() {
            // The click that asked for it is answered already, so there is nobody to tell.
            let _ = save_blob(&name, blob);
        }
    });
    Ok(canvas.to_blob(done.unchecked_ref())?)
}

fn fill(context: &CanvasRenderingContext2d, colour: &str) {
    context.set_fill_style_str(colour);
}

fn write(
    context: &CanvasRenderingContext2d,
    text: &str,
    x: f64,
    y: f64,
    size: &str,
    colour: &str,
    widest: f64,
) -> Result<(), BrowserError> {
    context.set_font(&[size, FACE].concat());
    fill(context, colour);
    Ok(context.fill_text_with_max_width(text, x, y, widest)?)
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(0.0, f64::from)
}

fn dots(px: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a picture has some thousands of dots"
    )]
    let dots = (px * SCALE).ceil() as u32;
    dots
}
