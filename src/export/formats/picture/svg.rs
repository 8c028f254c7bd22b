//! A picture as SVG, which stands by itself and is sharp at any size.

use crate::export::formats::note_html::escaped;

use super::{FontWeight, Ink, Picture, PictureShape, TYPEFACES};

/// A letter is about so wide, in parts of its size: nothing measures letters here.
const LETTER_WIDTH: f32 = 0.53;

/// The picture as SVG. Texts are cut where they are wider than their place.
#[must_use]
pub fn to_svg(picture: &Picture, title: &str) -> String {
    let (width, height) = (picture.width, picture.height);
    let title = escaped(title);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} \
         {height}\" role=\"img\" font-family=\"{}\"><title>{title}</title><rect width=\"100%\" height=\"100%\" \
         fill=\"{}\"/>",
        escaped(TYPEFACES),
        colour(Ink::Ground)
    );
    for shape in &picture.shapes {
        out.push_str(&drawn(shape));
    }
    out.push_str("</svg>");
    out
}

fn drawn(shape: &PictureShape) -> String {
    match shape {
        PictureShape::Line { x, y, width } => {
            let fill = colour(Ink::Line);
            format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"1\" fill=\"{fill}\"/>")
        }
        PictureShape::Disc { x, y, radius, is_filled } => {
            let accent = colour(Ink::Accent);
            let fill = if *is_filled { &*accent } else { "none" };
            format!(
                "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{fill}\" stroke=\"{accent}\"/>"
            )
        }
        PictureShape::Text { x, y, text, size, weight, ink, widest } => {
            let weight = match weight {
                FontWeight::Normal => "",
                FontWeight::Strong => " font-weight=\"600\"",
            };
            let (fill, text) = (colour(*ink), escaped(&cut(text, *size, *widest)));
            format!(
                "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight} fill=\"{fill}\" \
                 dominant-baseline=\"central\">{text}</text>"
            )
        }
    }
}

/// About how wide a text is, of letters of a size.
#[must_use]
pub fn width_of(text: &str, size: f32) -> f32 {
    // Those of Chinese, Japanese and Korean are as wide as they are high.
    let width = |letter: char| if letter >= '\u{2e80}' { 1.0 } else { LETTER_WIDTH };
    text.chars().map(width).sum::<f32>() * size
}

/// As much of a text as has room, and a sign that there is more.
#[must_use]
pub fn cut(text: &str, size: f32, widest: f32) -> String {
    if width_of(text, size) <= widest {
        return text.to_owned();
    }
    let mut kept = String::new();
    for letter in text.chars() {
        kept.push(letter);
        if width_of(&kept, size) + size > widest {
            kept.pop();
            break;
        }
    }
    [kept.trim_end(), "…"].concat()
}

fn colour(ink: Ink) -> String {
    let [red, green, blue] = ink.rgb();
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_becomes_markup_and_its_texts_never_do() {
        let text = |text: &str, widest| PictureShape::Text {
            x: 8.0,
            y: 8.0,
            text: text.to_owned(),
            size: 10.0,
            weight: FontWeight::Strong,
            ink: Ink::Text,
            widest,
        };
        let shapes = vec![
            PictureShape::Line { x: 0.0, y: 20.0, width: 90.0 },
            PictureShape::Disc { x: 5.0, y: 6.0, radius: 4.5, is_filled: false },
            text("<b>& so", 200.0),
            text("far too long for its place", 60.0),
        ];
        let picture = Picture { width: 100.0, height: 40.0, shapes };
        let svg = to_svg(&picture, "A <map>");
        for part in [
            "viewBox=\"0 0 100 40\"",
            "<title>A &lt;map&gt;</title>",
            "<circle cx=\"5\" cy=\"6\" r=\"4.5\" fill=\"none\" stroke=\"#3a4fd0\"/>",
            ">&lt;b&gt;&amp; so</text>",
            ">far too l…</text>",
            "font-weight=\"600\"",
        ] {
            assert!(svg.contains(part), "{part} in {svg}");
        }
    }

    #[test]
    fn what_is_cut_has_room() {
        for (text, widest) in [("abcdefgh", 30.0), ("漢字漢字", 25.0), ("a", 1.0), ("", 0.0)] {
            let kept = cut(text, 10.0, widest);
            let is_whole = kept == text;
            assert!(is_whole || kept.ends_with('…'), "{kept}");
            assert!(kept.chars().count() < 2 || width_of(&kept, 10.0) <= widest + 10.0, "{kept}");
        }
    }
}
