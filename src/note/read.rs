//! Reading one note from first to last.

use crate::text;
use crate::video::VideoId;
use crate::yielding::{Pause, Pieces};

use super::content::Content;
use super::plain::plain_text;
use super::walk::{NotePart, walk};
use crate::note::files::file_name::{file_name, stem, without_hash};
use crate::note::files::sheet::{self, is_sheet};
use crate::note::files::transcript;
use crate::note::files::web_page::{is_web_page, without_frame};
use crate::note::markup::hidden::without_remarks;
use crate::note::markup::raw_text::{normalized, tell_marks, tell_remarks};
use crate::note::markup::{blocks, properties, tools};
use crate::note::time::edges;
use crate::note::time::scale;
use crate::note::time::stamps::Looking;
use crate::note::time::time_evidence::KnownLength;
use crate::note::video::{other_medium, which_video};
use crate::note::{
    Block, Code, FrontMatter, Inline, Problem, Section, TimeEvidence, WikiLink, claims,
    front_matter, is_transcript,
};

/// After how many events of Markdown, or blocks of claims, a piece of the reading ends. A page of a
/// note has about as many.
const PIECE_EVENTS: usize = 256;

/// What a section is called in addresses whose heading has no letters.
const UNNAMED_SECTION: &str = "section";

impl Content {
    /// The title of a note, and what stands in it.
    pub(super) async fn read(
        path: &str,
        text: &str,
        lost: Option<&Problem>,
        known: KnownLength,
        pause: &mut dyn Pause,
    ) -> (String, Self) {
        let mut pieces = Pieces::of(PIECE_EVENTS, pause);
        let mut problems = Vec::new();
        let text = normalized(text, &mut problems);
        if is_sheet(path) {
            return Self::of_sheet(path, &text, lost, problems, &mut pieces).await;
        }
        if is_transcript(path, &text) {
            return Self::of_transcript(path, &text, lost, problems, known, &mut pieces).await;
        }
        let text = if is_web_page(path) { without_frame(&text).into() } else { text };
        let bare = without_remarks(&text);
        tell_remarks(&text, &bare, &mut problems);
        let text = bare.text;
        tell_marks(&text, &mut problems);
        let (mut front_matter, body_start) = front_matter::read(&text, &mut problems);
        let (head, body) = text.split_at(body_start);
        let newlines = head.bytes().filter(|&byte| byte == b'\n').count();
        let first_line = u32::try_from(newlines).unwrap_or(u32::MAX).saturating_add(1);
        if body.trim().is_empty() {
            let message = "The note holds no text: nothing of it can be shown.";
            problems.push(Problem::new(first_line, Code::Empty, message));
        }

        if front_matter.video.is_none() {
            front_matter.video = video_in(body, first_line, &mut problems);
        }
        let video = front_matter.video;
        let body = &*tools::plain(body);
        let looking = Looking { video, has_chapters: video.is_some() && edges::has_chapters(body) };
        let mut placed = blocks::read(body, first_line, looking, &mut problems, &mut pieces).await;
        let source = take_source(&mut placed);
        let mut sections = sections(placed);
        pieces.pause().await;
        let claims = claims::mark(&mut sections, &mut pieces).await;
        let kept = kept(&sections);
        if front_matter.title.is_none() {
            let title = kept.iter().find(|(key, _)| properties::is_title(key));
            front_matter.title = title.map(|(_, value)| value.clone());
        }
        if front_matter.aliases.is_empty() {
            let aliases = kept.iter().find(|(key, _)| matches!(&**key, "alias" | "aliases"));
            front_matter.aliases =
                aliases.map(|(_, value)| front_matter::list(value)).unwrap_or_default();
        }
        if front_matter.video.is_none() && !front_matter.is_proof {
            other_medium::tell(body, &claims, &mut problems);
        }
        if front_matter.is_ladder && claims.iter().all(|claim| claim.stamps.is_empty()) {
            // Nothing of it plays.
            problems.retain(|problem| problem.code != Code::VideoMissing);
        }
        let title = title(path, &front_matter, &sections, &mut problems);
        let title = text::shown(&title).into_owned();
        problems.sort_by_key(|problem| problem.line);
        problems.splice(0..0, lost.cloned());
        let evidence = TimeEvidence::default();
        let mut content = Self { front_matter, source, sections, claims, problems, evidence };
        content.evidence = scale::decide(&mut content);
        content.settle(known);
        (title, content)
    }
}

impl Content {
    /// A sheet's title, its file's name, and its one table.
    async fn of_sheet(
        path: &str,
        text: &str,
        lost: Option<&Problem>,
        mut problems: Vec<Problem>,
        pieces: &mut Pieces<'_>,
    ) -> (String, Self) {
        let mut sections = sheet::read(path, text, &mut problems);
        pieces.pause().await;
        let claims = claims::mark(&mut sections, pieces).await;
        problems.splice(0..0, lost.cloned());
        let title = file_name(stem(path)).replace(['_', '-'], " ");
        let title = text::shown(&title).into_owned();
        (title, Self { sections, claims, problems, ..Self::default() })
    }

    /// A transcript's title, its file's name, and its spoken lines.
    async fn of_transcript(
        path: &str,
        text: &str,
        lost: Option<&Problem>,
        mut problems: Vec<Problem>,
        known: KnownLength,
        pieces: &mut Pieces<'_>,
    ) -> (String, Self) {
        let (video, section, claims) = transcript::read(path, text, &mut problems);
        pieces.pause().await;
        problems.splice(0..0, lost.cloned());
        let title = transcript::transcript_name(path).replace(['_', '-'], " ");
        let front_matter = FrontMatter { video, ..FrontMatter::default() };
        let sections = vec![section];
        let mut content = Self { front_matter, sections, claims, problems, ..Self::default() };
        content.settle(known);
        (text::shown(&title).into_owned(), content)
    }

    /// Puts the stamps at the seconds that are meant by what is known of the video.
    pub(super) fn settle(&mut self, known: KnownLength) {
        if let (None, Some(video)) = (self.front_matter.video, known.video) {
            self.front_matter.video = Some(video);
            scale::adopt(self, video);
        }
        let length_secs = known.length_secs.or(self.front_matter.length_secs.map(f64::from));
        scale::settle(self, KnownLength { length_secs, ..known });
    }
}

/// The video that a body names, which the author is told of.
fn video_in(body: &str, first_line: u32, problems: &mut Vec<Problem>) -> Option<VideoId> {
    match which_video::in_body(body) {
        which_video::VideoClue::Nothing => None,
        which_video::VideoClue::This(video, line) => {
            problems.retain(|problem| problem.code != Code::VideoMissing);
            let line = first_line.saturating_add(line - 1);
            let message = format!("The front matter names no video; the text names {video} here.");
            let problem = Problem::new(line, Code::VideoFound, message);
            problems.push(problem.suggest(format!("videoId: {video}")));
            Some(video)
        }
        which_video::VideoClue::Several => {
            problems.retain(|problem| problem.code != Code::VideoMissing);
            let message = "The text names several videos, and nothing says which one the note is \
                           about, so its stamps cannot play. Add “videoId:” with the 11 characters \
                           after v= in the video's address.";
            problems.push(Problem::new(1, Code::VideoAmbiguous, message));
            None
        }
    }
}

/// Takes the line `From: [[channel]] <br/>` from the top of a body.
fn take_source(placed: &mut Vec<blocks::Placed>) -> Option<WikiLink> {
    let Block::Paragraph(inlines) = &placed.first()?.block else { return None };
    let mut parts = inlines.iter().filter(|inline| match inline {
        Inline::Text(text) => !text.trim().is_empty(),
        Inline::Break => false,
        _ => true,
    });
    let (Some(Inline::Text(label)), Some(Inline::WikiLink(link)), None) =
        (parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    let is_source = label.trim().trim_end_matches(':').trim_end().eq_ignore_ascii_case("from");
    let link = is_source.then(|| link.clone())?;
    placed.remove(0);
    Some(link)
}

/// The properties of a note whose values are text: each with its key in small letters.
fn kept(sections: &[Section]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for section in sections {
        walk(&section.blocks, &mut |part| {
            if let NotePart::Block(Block::Property(key, value)) = part {
                let text = plain_text(value);
                if !text.is_empty() {
                    found.push((text::lowered(key), text));
                }
            }
        });
    }
    found
}

fn sections(placed: Vec<blocks::Placed>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut slugs = text::Slugs::default();
    for blocks::Placed { block, line } in placed {
        match block {
            Block::Heading(rank, heading) => {
                let title = plain_text(&heading);
                let slug = slugs.unique(&title, UNNAMED_SECTION);
                sections.push(Section { heading, title, rank, slug, line, blocks: Vec::new() });
            }
            block => match sections.last_mut() {
                Some(section) => section.blocks.push(block),
                None => {
                    let slug = slugs.unique("", UNNAMED_SECTION);
                    let (heading, title) = (Vec::new(), String::new());
                    sections.push(Section {
                        heading,
                        title,
                        rank: 0,
                        slug,
                        line,
                        blocks: vec![block],
                    });
                }
            },
        }
    }
    sections
}

fn title(
    path: &str,
    front_matter: &FrontMatter,
    sections: &[Section],
    problems: &mut Vec<Problem>,
) -> String {
    if let Some(title) = &front_matter.title {
        return title.clone();
    }
    let heading = sections.iter().find(|section| !section.title.is_empty());
    let (title, from) = match heading {
        Some(section) => (section.title.clone(), "its first heading"),
        None => {
            let name = without_hash(file_name(stem(path)));
            (name.replace(['_', '-'], " "), "its file's name")
        }
    };
    let message = format!("The note names no title; {from} is used. Add “title:” at its top.");
    problems.push(Problem::new(1, Code::TitleMissing, message).suggest(format!("title: {title}")));
    title
}
