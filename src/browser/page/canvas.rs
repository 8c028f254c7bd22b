//! A picture as a canvas puts it down; what it looks like is the picture's own affair.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

use crate::browser::BrowserError;
use crate::browser::error::document;
use crate::browser::files::download::save_blob;
use crate::export::formats::picture::{FontWeight, Ink, Picture, PictureShape, TYPEFACES};

/// Dots to a CSS pixel, so that the picture is sharp on fine screens.
const DOTS_PER_PX: f32 = 2.0;

/// Draws a picture and hands it to the reader as a PNG.
///
/// # Errors
/// [`BrowserError`] where the browser has no canvas. What fails after that fails in silence.
pub fn save(picture: &Picture, name: &str) -> Result<(), BrowserError> {
    let canvas: HtmlCanvasElement = document()?
        .create_element("canvas")?
        .dyn_into()
        .map_err(|_| BrowserError::Missing("canvas"))?;
    canvas.set_width(dots(picture.width));
    canvas.set_height(dots(picture.height));
    let context = canvas.get_context("2d")?.and_then(|context| context.dyn_into().ok());
    let context: CanvasRenderingContext2d = context.ok_or(BrowserError::Missing("canvas"))?;
    context.scale(DOTS_PER_PX.into(), DOTS_PER_PX.into())?;
    fill(&context, Ink::Ground);
    context.fill_rect(0.0, 0.0, picture.width.into(), picture.height.into());
    context.set_text_baseline("middle");
    for shape in &picture.shapes {
        draw(&context, shape)?;
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

fn draw(context: &CanvasRenderingContext2d, shape: &PictureShape) -> Result<(), BrowserError> {
    match shape {
        PictureShape::Line { x, y, width } => {
            fill(context, Ink::Line);
            context.fill_rect((*x).into(), (*y).into(), (*width).into(), 1.0);
        }
        PictureShape::Disc { x, y, radius, is_filled } => {
            context.begin_path();
            let turn = std::f64::consts::TAU;
            context.arc((*x).into(), (*y).into(), (*radius).into(), 0.0, turn)?;
            if *is_filled {
                fill(context, Ink::Accent);
                context.fill();
            } else {
                context.set_stroke_style_str(&colour(Ink::Accent));
                context.stroke();
            }
        }
        PictureShape::Text { x, y, text, size, weight, ink, widest } => {
            let weight = match weight {
                FontWeight::Normal => "",
                FontWeight::Strong => "600 ",
            };
            context.set_font(&[weight, &size.to_string(), "px ", TYPEFACES].concat());
            fill(context, *ink);
            context.fill_text_with_max_width(text, (*x).into(), (*y).into(), (*widest).into())?;
        }
    }
    Ok(())
}

fn fill(context: &CanvasRenderingContext2d, ink: Ink) {
    context.set_fill_style_str(&colour(ink));
}

fn colour(ink: Ink) -> String {
    let [red, green, blue] = ink.rgb().map(|part| part.to_string());
    ["rgb(", &red, " ", &green, " ", &blue, ")"].concat()
}

fn dots(px: f32) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a picture has some thousands of dots"
    )]
    let dots = (px * DOTS_PER_PX).ceil() as u32;
    dots
}
