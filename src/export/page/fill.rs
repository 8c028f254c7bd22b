//! A built page as text: the parts that hold the notes, and how they are filled.
//!
//! The command line, the build and the page itself ("save this page") all fill pages, and any of
//! them may be handed a page that was filled before. So the parts are told by fixed marks that
//! stay in the page. Scripts and styles are never touched: the page's Content-Security-Policy
//! holds their hashes.

use std::borrow::Cow;
use std::fmt;

use crate::export::formats::note_html::escaped;

/// A part of a page between two marks; the first pair in the page counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// What a person calls the part.
    pub name: &'static str,
    /// The text right before the part.
    pub open: &'static str,
    /// The text right after the part.
    pub close: &'static str,
}

/// The document's title. It stands in the head, before anything else that could hold the mark.
pub const TITLE_REGION: Region = Region { name: "title", open: "<title>", close: "</title>" };

/// The element the program takes over, with what stands in it until then. The marks are outside
/// of the element, so that they outlive a program that empties it.
pub const APP_REGION: Region =
    Region { name: "static content", open: "<!--skillreel:app-->", close: "<!--/skillreel:app-->" };

/// The notes themselves, packed.
pub const NOTES_REGION: Region = Region {
    name: "notes",
    open: r#"<script type="text/plain" id="skillreel-notes" data-encoding="gzip+base64">"#,
    close: "</script>",
};

/// What was found out about the notes, packed. Pages that were built before this was do without.
pub const SNAPSHOT_REGION: Region = Region {
    name: "catalog",
    open: r#"<script type="text/plain" id="skillreel-catalog" data-encoding="gzip+base64">"#,
    close: "</script>",
};

/// What a page says of its own address in its head, where that is known when it is built.
pub const ADDRESS_REGION: Region = Region {
    name: "address",
    open: "<!--skillreel:address-->",
    close: "<!--/skillreel:address-->\n",
};

/// What a page is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageContent<'a> {
    /// The title, as text.
    pub title: &'a str,
    /// What a reader sees before the program runs, or without it: safe HTML.
    pub static_html: &'a str,
    /// The notes, as base64 of gzip.
    pub notes_block: &'a str,
    /// What was found out about the notes, likewise; may be empty.
    pub snapshot_block: &'a str,
}

/// Why a page cannot be filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageError {
    /// The page lacks a mark.
    Missing {
        /// The part that has no place.
        region: &'static str,
        /// The mark that was looked for.
        mark: &'static str,
    },
    /// The content would end its part early, or is not of its part's kind.
    Unfit {
        /// The part it was meant for.
        region: &'static str,
        /// The text that must not stand in it.
        found: String,
    },
}

impl Region {
    /// The text of this part in `page`.
    ///
    /// # Errors
    /// [`PageError::Missing`] when a mark is not there.
    pub fn find<'a>(&self, page: &'a str) -> Result<&'a str, PageError> {
        let (start, end) = self.bounds(page)?;
        Ok(&page[start..end])
    }

    /// `page` with `content` in place of this part's text.
    ///
    /// # Errors
    /// [`PageError::Missing`] when a mark is not there, [`PageError::Unfit`] when the content
    /// holds a mark, because then the next filling would cut the page in the wrong place.
    pub fn replace(&self, page: &str, content: &str) -> Result<String, PageError> {
        let (start, end) = self.bounds(page)?;
        for mark in [self.open, self.close] {
            if content.contains(mark) {
                return Err(PageError::Unfit { region: self.name, found: mark.to_owned() });
            }
        }
        Ok([&page[..start], content, &page[end..]].concat())
    }

    fn bounds(&self, page: &str) -> Result<(usize, usize), PageError> {
        let missing = |mark| PageError::Missing { region: self.name, mark };
        let start = page.find(self.open).ok_or(missing(self.open))? + self.open.len();
        let length = page[start..].find(self.close).ok_or(missing(self.close))?;
        Ok((start, start + length))
    }
}

/// Fills a page; a page that was filled before takes the new content in place of the old.
///
/// # Errors
/// [`PageError`] when the page is not one of ours, or the content does not fit its part.
pub fn fill(page: &str, content: &PageContent<'_>) -> Result<String, PageError> {
    Ok(pieces(page, content)?.concat())
}

/// A filled page as the texts that it consists of, in order: one of many notes is too large to be copied without need.
///
/// # Errors
/// [`PageError`] when the page is not one of ours, or the content does not fit its part.
pub fn pieces<'a>(
    page: &'a str,
    content: &PageContent<'a>,
) -> Result<Vec<Cow<'a, str>>, PageError> {
    check(content)?;
    let PageContent { title, static_html, notes_block, snapshot_block } = *content;
    let mut parts = vec![
        (TITLE_REGION, vec![escaped(title).into()]),
        (APP_REGION, vec![r#"<div id="app">"#.into(), static_html.into(), "</div>".into()]),
        (NOTES_REGION, vec![notes_block.into()]),
    ];
    if page.contains(SNAPSHOT_REGION.open) {
        parts.push((SNAPSHOT_REGION, vec![snapshot_block.into()]));
    }
    let mut placed = Vec::with_capacity(parts.len());
    for (region, texts) in parts {
        placed.push((region.bounds(page)?, region, texts));
    }
    placed.sort_by_key(|((start, _), ..)| *start);
    let (mut pieces, mut end) = (Vec::new(), 0);
    for ((start, next), region, texts) in placed {
        let missing = PageError::Missing { region: region.name, mark: region.open };
        pieces.push(page.get(end..start).ok_or(missing)?.into());
        pieces.extend(texts);
        end = next;
    }
    pieces.push(page.get(end..).unwrap_or_default().into());
    Ok(pieces)
}

/// Whether the content may stand in a page.
fn check(content: &PageContent<'_>) -> Result<(), PageError> {
    // The static content is markup already. What it may not hold are the marks of other parts:
    // a page is searched from its start, and they would be found there first.
    for mark in [
        NOTES_REGION.open,
        SNAPSHOT_REGION.open,
        NOTES_REGION.close,
        "<!--skillreel:",
        "<!--/skillreel:",
    ] {
        if content.static_html.contains(mark) {
            return Err(PageError::Unfit { region: APP_REGION.name, found: mark.to_owned() });
        }
    }
    let is_base64 = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=' | '\n');
    for (region, block) in
        [(NOTES_REGION, content.notes_block), (SNAPSHOT_REGION, content.snapshot_block)]
    {
        if let Some(odd) = block.chars().find(|c| !is_base64(c)) {
            return Err(PageError::Unfit { region: region.name, found: odd.to_string() });
        }
    }
    Ok(())
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { region, mark } => write!(
                f,
                "the page has no place for its {region}: expected {mark} in it; \
                 take a page that Skillreel's build made, such as dist/skillreel.html"
            ),
            Self::Unfit { region, found } => {
                write!(f, "the page's {region} must not hold {found:?}; nothing was written")
            }
        }
    }
}

impl std::error::Error for PageError {}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = concat!(
        "<html><head><title>old</title><style>a{}</style></head><body>\n",
        "<!--skillreel:app--><div id=\"app\">before</div><!--/skillreel:app-->\n",
        "<script>run()</script>",
        "<script type=\"text/plain\" id=\"skillreel-catalog\" data-encoding=\"gzip+base64\">",
        "b2xkIGs=</script>",
        "<script type=\"text/plain\" id=\"skillreel-notes\" data-encoding=\"gzip+base64\">",
        "b2xk</script></body></html>",
    );
    const CONTENT: PageContent<'_> = PageContent {
        title: "Notes",
        static_html: "<h1>Notes</h1>",
        notes_block: "bmV3",
        snapshot_block: "bmV3IGs=",
    };

    #[test]
    fn fills_every_part_and_nothing_else() {
        let page = fill(PAGE, &CONTENT).unwrap();
        let want = PAGE
            .replace("old", "Notes")
            .replace("before", "<h1>Notes</h1>")
            .replace("b2xkIGs=", "bmV3IGs=")
            .replace("b2xk", "bmV3");
        assert_eq!(page, want);
        assert_eq!(TITLE_REGION.find(&page), Ok("Notes"));
        assert_eq!(NOTES_REGION.find(&page), Ok("bmV3"));
        assert_eq!(SNAPSHOT_REGION.find(&page), Ok("bmV3IGs="));
    }

    #[test]
    fn a_page_that_was_built_before_there_were_catalogs_does_without() {
        let (before, rest) = PAGE.split_once(SNAPSHOT_REGION.open).unwrap();
        let former = [before, rest.split_once(SNAPSHOT_REGION.close).unwrap().1].concat();
        let page = fill(&former, &CONTENT).unwrap();
        assert_eq!(NOTES_REGION.find(&page), Ok(CONTENT.notes_block));
        assert!(!page.contains(CONTENT.snapshot_block), "{page}");
    }

    #[test]
    fn a_filled_page_can_be_filled_again() {
        let once = fill(PAGE, &CONTENT).unwrap();
        assert_eq!(fill(&once, &CONTENT).unwrap(), once);
        let other_page =
            PageContent { title: "Other", static_html: "", notes_block: "", snapshot_block: "" };
        assert_eq!(fill(&fill(&once, &other_page).unwrap(), &CONTENT).unwrap(), once);
    }

    #[test]
    fn nothing_breaks_out_of_its_part() {
        let title = "</title><script>alert(1)</script>";
        let page = fill(PAGE, &PageContent { title, ..CONTENT }).unwrap();
        assert_eq!(
            TITLE_REGION.find(&page),
            Ok("&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;"),
            "a title is text"
        );
        for notes_block in ["</script>", "a b", "<!--", "\u{e9}"] {
            let error = fill(PAGE, &PageContent { notes_block, ..CONTENT }).unwrap_err();
            assert!(matches!(error, PageError::Unfit { region: "notes", .. }), "{notes_block}");
            let content = PageContent { snapshot_block: notes_block, ..CONTENT };
            let error = fill(PAGE, &content).unwrap_err();
            assert!(matches!(error, PageError::Unfit { region: "catalog", .. }), "{notes_block}");
        }
        let marks = [
            "<!--/skillreel:app-->",
            "<!--skillreel:style-->",
            NOTES_REGION.open,
            SNAPSHOT_REGION.open,
        ];
        for static_html in marks {
            let error = fill(PAGE, &PageContent { static_html, ..CONTENT }).unwrap_err();
            assert!(matches!(error, PageError::Unfit { region: "static content", .. }));
        }
    }

    #[test]
    fn a_page_without_a_mark_is_refused_by_name() {
        for region in [TITLE_REGION, APP_REGION, NOTES_REGION] {
            for mark in [region.open, region.close] {
                // `</script>` closes other elements, too: take the last one's place.
                let (before, after) = PAGE.rsplit_once(mark).unwrap();
                let page = [before, "<!-- gone -->", after].concat();
                let error = fill(&page, &CONTENT).unwrap_err();
                assert_eq!(error, PageError::Missing { region: region.name, mark });
                assert!(error.to_string().contains(mark), "{error}");
            }
        }
    }
}
