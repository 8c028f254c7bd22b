//! A picture as a PNG, drawn without a browser, with the letters of a font of this machine.

use anyhow::{Context, Result, ensure};
use fontdb::{Database, Family, Query};
use fontdue::{Font, FontSettings};
use skillreel::export::formats::picture::{FontWeight, Ink, Picture, PictureShape};

/// The families that are looked for, the best first; the last ones have signs that others lack.
const FAMILIES: [Family<'_>; 7] = [
    Family::Name("Liberation Sans"),
    Family::Name("Noto Sans"),
    Family::Name("Arial"),
    Family::Name("Helvetica"),
    Family::Name("DejaVu Sans"),
    Family::Name("Noto Sans CJK SC"),
    Family::SansSerif,
];

/// The fonts of a weight, the best first.
struct Fonts(Vec<Font>);

/// Dots in rows, three bytes each.
struct Canvas {
    width: usize,
    height: usize,
    dots: Vec<u8>,
}

/// The picture as a PNG, a dot for a pixel.
pub(crate) fn png(picture: &Picture) -> Result<Vec<u8>> {
    let mut database = Database::new();
    database.load_system_fonts();
    let fonts = |weight| Fonts::of(&database, weight);
    let (normal, strong) = (fonts(fontdb::Weight::NORMAL), fonts(fontdb::Weight::BOLD));
    ensure!(
        !normal.0.is_empty() && !strong.0.is_empty(),
        "no font is installed, so the picture that links show cannot be drawn: install one, such as \
         Liberation Sans (fonts-liberation), or build without SKILLREEL_URL"
    );
    let mut canvas = Canvas::of(picture);
    for shape in &picture.shapes {
        match shape {
            PictureShape::Line { x, y, width } => canvas.line(*x, *y, *width),
            PictureShape::Disc { x, y, radius, is_filled } => {
                canvas.disc((*x, *y), *radius, *is_filled);
            }
            PictureShape::Text { x, y, text, size, weight, ink, widest } => {
                let fonts = match weight {
                    FontWeight::Normal => &normal,
                    FontWeight::Strong => &strong,
                };
                canvas.text(fonts, &fonts.cut(text, *size, *widest), (*x, *y), *size, *ink);
            }
        }
    }
    canvas.into_png()
}

impl Fonts {
    fn of(database: &Database, weight: fontdb::Weight) -> Self {
        let found = FAMILIES.iter().filter_map(|family| {
            let query = Query { families: &[*family], weight, ..Query::default() };
            let id = database.query(&query)?;
            let read = |bytes: &[u8], index| {
                let settings = FontSettings { collection_index: index, ..FontSettings::default() };
                Font::from_bytes(bytes, settings).ok()
            };
            database.with_face_data(id, read)?
        });
        Self(found.collect())
    }

    /// The font that has a letter; the first where none has it.
    fn with(&self, letter: char) -> Option<&Font> {
        let has = |font: &&Font| font.lookup_glyph_index(letter) != 0;
        self.0.iter().find(has).or_else(|| self.0.first())
    }

    fn width(&self, text: &str, size: f32) -> f32 {
        let advance =
            |letter| self.with(letter).map_or(0.0, |font| font.metrics(letter, size).advance_width);
        text.chars().map(advance).sum()
    }

    /// As much of a text as fits, and a sign that there is more.
    fn cut(&self, text: &str, size: f32, widest: f32) -> String {
        if self.width(text, size) <= widest {
            return text.to_owned();
        }
        let mut end = String::new();
        for letter in text.chars() {
            end.push(letter);
            if self.width(&end, size) + self.width("…", size) > widest {
                end.pop();
                break;
            }
        }
        [end.trim_end(), "…"].concat()
    }
}

impl Canvas {
    fn of(picture: &Picture) -> Self {
        let (width, height) = (whole(picture.width), whole(picture.height));
        let dots = Ink::Ground.rgb().repeat(width * height);
        Self { width, height, dots }
    }

    fn line(&mut self, x: f32, y: f32, width: f32) {
        for left in whole(x)..whole(x + width) {
            self.blend(left, whole(y), Ink::Line, u8::MAX);
        }
    }

    /// A disc, or an edge of one dot and a half, with soft borders.
    fn disc(&mut self, (x, y): (f32, f32), radius: f32, is_filled: bool) {
        let inner = if is_filled { 0.0 } else { radius - 1.5 };
        for top in whole(y - radius)..=whole(y + radius) {
            for left in whole(x - radius)..=whole(x + radius) {
                let (across, down) = (left as f32 + 0.5 - x, top as f32 + 0.5 - y);
                let from_middle = across.hypot(down);
                let inside = (radius - from_middle + 0.5).clamp(0.0, 1.0);
                let outside =
                    if is_filled { 1.0 } else { (from_middle - inner + 0.5).clamp(0.0, 1.0) };
                self.blend(left, top, Ink::Accent, whole(inside * outside * 255.0) as u8);
            }
        }
    }

    fn text(&mut self, fonts: &Fonts, text: &str, (x, y): (f32, f32), size: f32, ink: Ink) {
        let mut pen = x;
        // The middle of capitals, which is where a browser has the middle of a line.
        let base = y + size * 0.36;
        for letter in text.chars() {
            let Some(font) = fonts.with(letter) else { continue };
            let (metrics, coverage) = font.rasterize(letter, size);
            #[expect(clippy::cast_precision_loss, reason = "a letter has some tens of dots")]
            let top = base - metrics.height as f32 - metrics.ymin as f32;
            #[expect(clippy::cast_precision_loss, reason = "a letter has some tens of dots")]
            let left = pen + metrics.xmin as f32;
            for (index, share) in coverage.iter().enumerate() {
                let (column, row) = (index % metrics.width, index / metrics.width);
                self.blend(whole(left) + column, whole(top) + row, ink, *share);
            }
            pen += metrics.advance_width;
        }
    }

    fn blend(&mut self, x: usize, y: usize, ink: Ink, share: u8) {
        if x >= self.width || y >= self.height {
            return;
        }
        let start = (y * self.width + x) * 3;
        let Some(dot) = self.dots.get_mut(start..start + 3) else { return };
        for (part, ink) in dot.iter_mut().zip(ink.rgb()) {
            let (before, after) = (u16::from(*part), u16::from(ink));
            let share = u16::from(share);
            let mixed = (before * (255 - share) + after * share) / 255;
            *part = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
    }

    fn into_png(self) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let (width, height) = (u32::try_from(self.width)?, u32::try_from(self.height)?);
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header().context("writing the picture")?;
        writer.write_image_data(&self.dots).context("writing the picture")?;
        writer.finish().context("writing the picture")?;
        Ok(bytes)
    }
}

fn whole(px: f32) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it is no less than nothing, and no more than a picture is wide"
    )]
    let px = px.round().max(0.0) as usize;
    px
}
