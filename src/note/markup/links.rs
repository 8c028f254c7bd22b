//! Links of a note: to other notes, to moments of videos, and out into the web.

use crate::note::files::file_name::{is_file, without_hash};
use crate::note::markup::markdown;
use crate::note::plain::{is_silent, plain_text};
use crate::note::time::{stamps, times};
use crate::note::{Code, Inline, Link, LinkRole, Problem, SafeUrl, Stamp, WikiLink};
use crate::video::{StampTime, VideoId, YoutubeLink};

/// Makes a link or picture of Markdown. Pictures are never loaded: their text links to them.
pub(in crate::note) fn link(
    url: &str,
    is_image: bool,
    mut content: Vec<Inline>,
    video: Option<VideoId>,
    line: u32,
    problems: &mut Vec<Problem>,
) -> Vec<Inline> {
    let text = plain_text(&content);
    if let Some(YoutubeLink { video: linked, seconds: Some(seconds), end_secs }) =
        YoutubeLink::parse(url)
    {
        // The text is the stamp's own when it is a time; else it is said before the stamp.
        let is_time = StampTime::parse(&text).is_ok() || is_list(&text);
        let is_bare = text.is_empty() || text == url;
        let written = if is_time || is_bare { text.clone() } else { url.to_owned() };
        let stamp = Stamp { end_secs, ..Stamp::sure(seconds, written, Some(linked)) };
        if is_time || is_bare {
            return vec![Inline::Stamp(stamp)];
        }
        content.extend([Inline::Text(" ".to_owned()), Inline::Stamp(stamp)]);
        return content;
    }
    // `[12:22](13:05)` is no link: both are times.
    if let (Some(mut first), Some(second)) = (only_times(&text), only_times(url)) {
        first.extend(second);
        return stamps::of_times(first, video, line, problems);
    }
    if text.is_empty() {
        content = vec![Inline::Text(url.to_owned())];
    }
    if let Some(stamped) = of_part(url, &content, video, line, problems) {
        return stamped;
    }
    if let Some(url) = SafeUrl::parse(url) {
        return vec![Inline::Link(Link { url, content })];
    }
    if let Some(target) = note_file(url) {
        let role = if is_image { LinkRole::Embed } else { LinkRole::Link };
        return wiki_link(&WrittenLink { target: &target, has_alias: true, role, line }, content);
    }
    // An address of another program, with a time to show: the time is what is meant.
    let is_file = url.starts_with("file:") || url.starts_with('/');
    if let Some(times) = only_times(&text).filter(|_| !is_file) {
        return stamps::of_times(times, video, line, problems);
    }
    let what = if is_image { "picture" } else { "link" };
    let message = format!(
        "The {what} “{url}” cannot be opened from a page; its text stays. Use a full address that \
         starts with https://, or a wikilink for another note."
    );
    problems.push(Problem::new(line, Code::LinkUnsafe, message));
    content
}

/// A link to a part of the note whose text begins with a time: the stamp, and what follows it.
fn of_part(
    url: &str,
    content: &[Inline],
    video: Option<VideoId>,
    line: u32,
    problems: &mut Vec<Problem>,
) -> Option<Vec<Inline>> {
    let ([Inline::Text(text)], true, Some(_)) = (content, url.starts_with('#'), video) else {
        return None;
    };
    let (time, length) = times::item_at(text)?;
    let rest = text[length..].trim_start_matches([' ', '-', '–', '—', '·', ':']);
    if !times::is_full(&time.written) {
        return None;
    }
    let mut stamped = stamps::of_times(vec![time], video, line, problems);
    if !rest.is_empty() {
        stamped.push(Inline::Text([" ", rest].concat()));
    }
    Some(stamped)
}

/// The times of a text that holds nothing else.
fn only_times(text: &str) -> Option<Vec<times::Time>> {
    times::list(text).filter(|(_, length)| *length == text.len()).map(|(times, _)| times)
}

/// Whether a text is a list of times, in brackets or without.
fn is_list(text: &str) -> bool {
    let text = text.trim_matches(['[', ']']);
    times::list(text).is_some_and(|(_, length)| length == text.len())
}

/// A wikilink as it is written.
pub(in crate::note) struct WrittenLink<'a> {
    /// What it leads to, `target#heading`.
    pub target: &'a str,
    /// Whether a text of its own follows.
    pub has_alias: bool,
    /// What it is for.
    pub role: LinkRole,
    /// Its line.
    pub line: u32,
}

/// Makes a wikilink, or stamps of one that holds nothing but times, or the name of a file.
pub(in crate::note) fn wiki_link_or_times(
    link: &WrittenLink<'_>,
    content: Vec<Inline>,
    video: Option<VideoId>,
    problems: &mut Vec<Problem>,
) -> Vec<Inline> {
    // `[[a], [b]]` is taken for one link.
    let may_be_times = !link.has_alias && link.target.bytes().any(|byte| byte.is_ascii_digit());
    let list = may_be_times.then(|| link.target.replace([']', '['], " "));
    let list = list.and_then(|apart| only_times(&apart));
    match list {
        Some(times) => stamps::of_times(times, video, link.line, problems),
        None if is_file(link.target) => {
            // `![[slide.png|300]]` says how wide the picture is, and `[[talk.mp4#t=12:22|12:22]]` when.
            let alias = plain_text(&content);
            let is_size = alias.bytes().all(|byte| byte.is_ascii_digit() || byte == b'x');
            let says_more = link.has_alias && !alias.is_empty() && !is_size;
            let named = Inline::Text(link.target.trim().to_owned());
            if says_more { content } else { vec![named] }
        }
        None => wiki_link(link, content),
    }
}

/// Makes a wikilink, `target#heading`, with an alias or without.
fn wiki_link(link: &WrittenLink<'_>, content: Vec<Inline>) -> Vec<Inline> {
    let WrittenLink { target: written, has_alias, role, line } = *link;
    // In a table row the alias is still part of the target: its start, where it has a bar itself.
    let (written, content, has_alias) = match written.split_once(markdown::TABLE_BAR) {
        Some((target, alias)) if has_alias => {
            let start = Inline::Text([alias, "|"].concat());
            (target, trimmed(std::iter::once(start).chain(content).collect()), true)
        }
        Some((target, alias)) => (target, vec![Inline::Text(alias.trim().to_owned())], true),
        None => (written, trimmed(content), has_alias),
    };
    let (target, heading) = match written.split_once('#') {
        Some((target, heading)) => (target.trim(), Some(heading.trim().to_owned())),
        None => (written.trim(), None),
    };
    if target.is_empty() && heading.is_none() {
        return content;
    }
    let content = if is_silent(&content) {
        vec![Inline::Text(without_hash(written.trim()).to_owned())]
    } else {
        content
    };
    let target = target.to_owned();
    vec![Inline::WikiLink(WikiLink { target, heading, has_alias, content, line, role })]
}

/// The name of the note that a relative address such as `../other%20note.md#part` points at. The ending may
/// be missing, where nothing speaks for another kind of file or for a host.
fn note_file(url: &str) -> Option<String> {
    let (path, heading) = url.split_once('#').map_or((url, None), |(p, h)| (p, Some(h)));
    let without_ending = || {
        let is_odd =
            path.starts_with(['/', '\\', '?']) || path.ends_with('/') || path.contains('@');
        let is_name =
            path.chars().any(char::is_alphanumeric) && !path.chars().any(char::is_control);
        (is_name && !is_odd && !path.starts_with("www.") && !is_file(path)).then_some(path)
    };
    let stem = path.strip_suffix(".md").or_else(without_ending)?;
    if stem.contains(':') || stem.starts_with("//") {
        return None;
    }
    // Addresses write spaces as %20; a plus is a plus in a path.
    let encoded = format!("n={}", stem.replace('+', "%2B").replace('&', "%26"));
    let (_, decoded) = form_urlencoded::parse(encoded.as_bytes()).next()?;
    let mut name = decoded.trim_start_matches("./").trim_start_matches("../").to_owned();
    if let Some(heading) = heading {
        name.push('#');
        name.push_str(heading);
    }
    Some(name)
}

/// Content without the spaces that stand around an alias (`[[target | alias]]`).
fn trimmed(mut content: Vec<Inline>) -> Vec<Inline> {
    if let Some(Inline::Text(first)) = content.first_mut() {
        first.drain(..first.len() - first.trim_start().len());
    }
    if let Some(Inline::Text(last)) = content.last_mut() {
        last.truncate(last.trim_end().len());
    }
    content
}

#[cfg(test)]
mod tests {
    use crate::note::Note;

    #[test]
    fn an_alias_keeps_its_bars() {
        let cases = [
            ("[[a | b]]", "b"),
            ("[[a | b | c]]", "b | c"),
            // What looks like a table's row is one only below a head.
            ("| [[a | b]] |", "| b |"),
            ("| [[a | b | c]] |", "| b | c |"),
            ("| x |\n|---|\n| [[a | b]] |", "b"),
        ];
        for (text, want) in cases {
            let note = Note::read("a.md", text);
            let said: Vec<&str> = note.claims().iter().map(|claim| claim.text.as_str()).collect();
            assert_eq!(said, [want], "{text:?}");
            assert_eq!(note.links().len(), 1, "{text:?}");
        }
    }
}
