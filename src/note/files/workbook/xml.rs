//! The XML of a workbook's parts, element by element.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What stands next in a part.
pub(super) enum Token<'a> {
    /// An element begins.
    Open(Tag<'a>),
    /// The element of this name ends, without its prefix.
    Close(Vec<u8>),
    /// Text between tags.
    Text(String),
}

/// The tag with which an element begins.
pub(super) struct Tag<'a>(BytesStart<'a>);

/// A part that is being read. What is no XML ends it: what stands before that counts.
pub(super) struct XmlPart<'a> {
    reader: Reader<&'a [u8]>,
    is_cut: bool,
}

impl<'a> XmlPart<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut reader = Reader::from_reader(bytes);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        Self { reader, is_cut: false }
    }

    /// Whether it ended before its end.
    pub(super) fn is_cut(&self) -> bool {
        self.is_cut
    }
}

impl<'a> Iterator for XmlPart<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            return Some(match self.reader.read_event() {
                Ok(Event::Start(tag)) => Token::Open(Tag(tag)),
                Ok(Event::End(tag)) => Token::Close(tag.local_name().as_ref().to_vec()),
                Ok(Event::Text(text)) => Token::Text(text.decode().unwrap_or_default().into()),
                Ok(Event::CData(text)) => Token::Text(text.decode().unwrap_or_default().into()),
                Ok(Event::GeneralRef(entity)) => {
                    let name = entity.decode().unwrap_or_default();
                    let character = match &*name {
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "amp" => Some('&'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        _ => entity.resolve_char_ref().ok().flatten(),
                    };
                    Token::Text(character.map(String::from).unwrap_or_default())
                }
                Ok(Event::Eof) => return None,
                Ok(_) => continue,
                Err(_) => {
                    self.is_cut = true;
                    return None;
                }
            });
        }
    }
}

impl Tag<'_> {
    /// Whether it is of an element of this name, whatever its prefix.
    pub(super) fn is(&self, name: &str) -> bool {
        self.0.local_name().as_ref() == name.as_bytes()
    }

    /// An attribute's value, whatever its prefix.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let mut attributes = attributes.with_checks(false).flatten();
        let found =
            attributes.find(|attribute| attribute.key.local_name().as_ref() == name.as_bytes())?;
        let value = quick_xml::escape::unescape(std::str::from_utf8(&found.value).ok()?).ok()?;
        Some(Cow::into_owned(value))
    }

    /// Whether an attribute says yes.
    pub(super) fn says(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| matches!(value.as_str(), "1" | "true"))
    }

    /// An attribute's number.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.get(name)?.parse().ok()
    }
}
