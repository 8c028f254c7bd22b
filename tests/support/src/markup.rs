//! Whether written HTML holds nothing but the plain elements that the static page is made of.

/// The elements that the static page may have.
const ELEMENTS: [&str; 40] = [
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "caption",
    "code",
    "details",
    "div",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "kbd",
    "li",
    "main",
    "mark",
    "ol",
    "p",
    "pre",
    "s",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "time",
    "tr",
    "ul",
];

/// The attributes that they may have, `data-…` beside them.
const ATTRIBUTES: [&str; 11] = [
    "class", "colspan", "datetime", "href", "id", "rel", "rowspan", "scope", "start", "target",
    "title",
];

/// How an address may begin.
const ADDRESSES: [&str; 3] = ["https://", "http://", "mailto:"];

/// The first thing in the HTML that is not plain, with some of the text around it. The reader is
/// stricter than a browser: it knows only what the static page writes, double quotes and all.
///
/// # Errors
/// The tag or reference that is not plain.
pub fn is_plain(html: &str) -> Result<(), String> {
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        check_text(&rest[..open])?;
        let inner = &rest[open + 1..];
        let end = inner.find('>').ok_or_else(|| ["never closed: <", start(inner)].concat())?;
        check_tag(&inner[..end]).ok_or_else(|| ["not plain: <", start(inner)].concat())?;
        rest = &inner[end + 1..];
    }
    check_text(rest)
}

fn check_text(text: &str) -> Result<(), String> {
    if text.contains('>') {
        return Err(["a bare > in ", start(text)].concat());
    }
    check_references(text).ok_or_else(|| ["a bare & in ", start(text)].concat())
}

/// An ampersand that is no reference could become one.
fn check_references(text: &str) -> Option<()> {
    text.split('&').skip(1).try_for_each(|after| {
        let (name, _) = after.split_once(';')?;
        let is_reference = matches!(name, "amp" | "lt" | "gt" | "quot" | "#39");
        is_reference.then_some(())
    })
}

fn check_tag(tag: &str) -> Option<()> {
    let is_known = |name: &str| ELEMENTS.contains(&name);
    if let Some(name) = tag.strip_prefix('/') {
        return is_known(name).then_some(());
    }
    let (name, mut rest) = tag.split_at(tag.find(' ').unwrap_or(tag.len()));
    if !is_known(name) {
        return None;
    }
    while !rest.is_empty() {
        let (attribute, after) = rest.strip_prefix(' ')?.split_once("=\"")?;
        let (value, after) = after.split_once('"')?;
        let is_data = attribute.strip_prefix("data-").is_some_and(is_word);
        let is_fine = match attribute {
            "href" => ADDRESSES.iter().any(|scheme| value.starts_with(scheme)),
            attribute => is_data || ATTRIBUTES.contains(&attribute),
        };
        if !is_fine || value.contains(['<', '\'']) {
            return None;
        }
        check_references(value)?;
        rest = after;
    }
    Some(())
}

fn is_word(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
}

/// The first characters of a text.
fn start(text: &str) -> &str {
    let end = text.char_indices().nth(80).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_plain_html_from_the_rest() {
        let plain = [
            "<p>a &amp; b &#39;c&#39;</p>",
            "<a href=\"https://example.org/?a=1&amp;b=2\" title=\"&lt;x&gt;\">y</a>",
            "<td data-level=\"new\" class=\"cell\"></td>",
            "",
        ];
        for html in plain {
            assert_eq!(is_plain(html), Ok(()), "{html}");
        }
        let others = [
            "<script>",
            "<p onclick=\"x\">",
            "<p title='x'>",
            "<p title=x>",
            "<a href=\"javascript:x\">",
            "<a href=\" https://example.org\">",
            "<p title=\"<script>\">",
            "a > b",
            "a & b",
            "&lt",
            "<p",
            "<!--x-->",
            "<P>",
        ];
        for html in others {
            assert!(is_plain(html).is_err(), "{html}");
        }
    }
}
