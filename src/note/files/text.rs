//! A note's text, as it is or as it stands in a page.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::text_packs::PackedPlace;

/// A note's text. Cheap to clone.
///
/// A page holds its notes as one JSON text. Making texts of their own of all of them takes longer than
/// everything that the page has to show first, so each is taken out when somebody asks for it.
#[derive(Clone, Debug)]
pub struct NoteText(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Plain(Arc<str>),
    /// A string of JSON, quotes included, among others.
    Json(Arc<[u8]>, Range<usize>),
    /// In a pack beside the page, which may not have come.
    Beside(PackedPlace),
}

impl NoteText {
    /// The text that stands as a string of JSON in a place of some bytes. `None` where nothing stands there.
    #[must_use]
    pub fn in_json(json: &Arc<[u8]>, place: Range<usize>) -> Option<Self> {
        let string = json.get(place.clone())?;
        (string.len() >= 2 && string.starts_with(b"\"") && string.ends_with(b"\""))
            .then(|| Self(Kind::Json(Arc::clone(json), place)))
    }

    /// The text of a place in a pack.
    #[must_use]
    pub fn beside(place: PackedPlace) -> Self {
        Self(Kind::Beside(place))
    }

    /// Whether it can be read. Else [`NoteText::want`] makes it come.
    #[must_use]
    pub fn is_here(&self) -> bool {
        match &self.0 {
            Kind::Plain(_) | Kind::Json(..) => true,
            Kind::Beside(place) => place.is_here(),
        }
    }

    /// Says that somebody waits for it, where it is not here.
    pub fn want(&self) {
        if let Kind::Beside(place) = &self.0 {
            place.want();
        }
    }

    /// The text; empty where it is not here.
    #[must_use]
    pub fn read(&self) -> Cow<'_, str> {
        match &self.0 {
            Kind::Plain(text) => Cow::Borrowed(text),
            Kind::Beside(place) => Cow::Owned(place.read().unwrap_or_default()),
            Kind::Json(json, place) => {
                let string = json.get(place.clone()).unwrap_or_default();
                // A page that was damaged has no right checksum, and was refused before this.
                serde_json::from_slice(string).unwrap_or_default()
            }
        }
    }

    /// About how long it is, in bytes, without taking it out: a line's end counts twice in a page.
    #[must_use]
    pub fn about_bytes(&self) -> usize {
        match &self.0 {
            Kind::Plain(text) => text.len(),
            Kind::Json(_, place) => place.len(),
            Kind::Beside(place) => place.len(),
        }
    }
}

impl<T: Into<Arc<str>>> From<T> for NoteText {
    fn from(text: T) -> Self {
        Self(Kind::Plain(text.into()))
    }
}

impl PartialEq for NoteText {
    fn eq(&self, other: &Self) -> bool {
        self.read() == other.read()
    }
}

impl Eq for NoteText {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_taken_out_of_json() {
        let json: Arc<[u8]> = br#"["a\n\u00e9 \"b\"","",3]"#.as_slice().into();
        let place = |of: &[u8]| {
            let start =
                json.windows(of.len()).position(|window| window == of).expect("it is there");
            start..start + of.len()
        };
        let cases: [(&[u8], Option<&str>); 4] = [
            (br#""a\n\u00e9 \"b\"""#, Some("a\né \"b\"")),
            (br#""""#, Some("")),
            (b"3", None),
            (b"\"", None),
        ];
        for (of, want) in cases {
            let text = NoteText::in_json(&json, place(of));
            assert_eq!(text.as_ref().map(NoteText::read).as_deref(), want);
            assert_eq!(text, want.map(NoteText::from));
        }
        assert_eq!(NoteText::in_json(&json, 90..92), None);
    }
}
