//! The videos with their clips in the words of schema.org, for search engines
//! (<https://schema.org/VideoObject>, <https://schema.org/Clip>).

use serde::Serialize;

use crate::matrix::{Filter, Matrix, RowGroup, Sort};
use crate::note::{ClaimId, NoteId};
use crate::text::shortened;
use crate::vault::Vault;
use crate::vault::video::clip::{self, Clip};
use crate::video::{VideoId, watch_url};
use crate::view_state::ViewState;

/// The longest name of a clip, in characters.
const LONGEST_CLIP_NAME: usize = 100;

#[derive(Serialize)]
struct Graph {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: Vec<VideoObject>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct VideoObject {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    url: String,
    embed_url: String,
    thumbnail_url: String,
    has_part: Vec<ClipPart>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ClipPart {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: String,
    start_offset: u32,
    end_offset: u32,
    url: String,
}

/// The videos that back skills, with the clips in which they do, as JSON-LD that may stand in a page's
/// script element; empty where there is none. `page` is the page's address, at which each clip has its own
/// moment. Of the skills the first ones, with no more clips than a queue has ([`clip::MOST_CLIPS`]).
#[must_use]
pub fn json_ld(vault: &Vault, matrix: &Matrix, page: &str) -> String {
    let groups = RowGroup::all(matrix, &Filter::default(), Sort::Rank, None, |_| true);
    let placements =
        groups.iter().flat_map(|group| &group.skills).flat_map(|skill| &skill.placements);
    let claims: Vec<(&NoteId, ClaimId)> = placements
        .flat_map(|placement| placement.claims.iter().map(|claim| (&placement.note, *claim)))
        .collect();
    let clips = clip::clips_of(vault, claims.into_iter());
    let mut videos: Vec<VideoId> = Vec::new();
    for clip in clips.iter().take(clip::MOST_CLIPS) {
        if !videos.contains(&clip.moment.video) {
            videos.push(clip.moment.video);
        }
    }
    if videos.is_empty() {
        return String::new();
    }
    let object = |video: &VideoId| {
        let of_video =
            || clips.iter().take(clip::MOST_CLIPS).filter(|clip| clip.moment.video == *video);
        let mut parts: Vec<ClipPart> =
            of_video().filter_map(|clip| part(vault, page, clip)).collect();
        parts.sort_by_key(|part| part.start_offset);
        let about = vault.notes().iter().find(|note| note.video == Some(*video));
        let says = || vault.note(&of_video().next()?.note);
        let id = video.as_str();
        VideoObject {
            kind: "VideoObject",
            name: about.or_else(says).map(|note| note.title.clone()).unwrap_or_default(),
            url: watch_url(*video, 0),
            embed_url: ["https://www.youtube-nocookie.com/embed/", id].concat(),
            thumbnail_url: ["https://i.ytimg.com/vi/", id, "/hqdefault.jpg"].concat(),
            has_part: parts,
        }
    };
    let graph = Graph { context: "https://schema.org", graph: videos.iter().map(object).collect() };
    // Text and numbers are all it holds, so that there is nothing to fail. A `<` could end the element
    // that it stands in.
    serde_json::to_string(&graph).unwrap_or_default().replace('<', "\\u003c")
}

fn part(vault: &Vault, page: &str, clip: &Clip) -> Option<ClipPart> {
    let claim = vault.note(&clip.note)?.claim(clip.claim)?;
    let state = ViewState {
        note: Some(clip.note.clone()),
        seconds: Some(clip.moment.seconds),
        ..ViewState::default()
    };
    Some(ClipPart {
        kind: "Clip",
        name: shortened(claim.text.trim(), LONGEST_CLIP_NAME),
        start_offset: clip.moment.seconds,
        end_offset: clip.end_secs,
        url: [page, "#", &state.to_fragment()].concat(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::note::Note;

    /// What a property of the vocabulary may hold: of <https://schema.org/VideoObject> and
    /// <https://schema.org/Clip> with what they inherit, as far as pages like this one use it.
    #[derive(Clone, Copy)]
    enum Holds {
        Text,
        Url,
        /// A number of seconds, or such an object.
        Seconds,
        /// Objects of this type, or one.
        Parts(&'static str),
    }

    const VOCABULARY: [(&str, &[(&str, Holds)]); 2] = [
        (
            "VideoObject",
            &[
                ("name", Holds::Text),
                ("description", Holds::Text),
                ("url", Holds::Url),
                ("contentUrl", Holds::Url),
                ("embedUrl", Holds::Url),
                ("thumbnailUrl", Holds::Url),
                ("uploadDate", Holds::Text),
                ("duration", Holds::Text),
                ("hasPart", Holds::Parts("Clip")),
            ],
        ),
        (
            "Clip",
            &[
                ("name", Holds::Text),
                ("description", Holds::Text),
                ("url", Holds::Url),
                ("startOffset", Holds::Seconds),
                ("endOffset", Holds::Seconds),
            ],
        ),
    ];

    fn check(object: &Value) {
        let object = object.as_object().expect("an object");
        let kind = object["@type"].as_str().expect("a type");
        let (_, properties) =
            VOCABULARY.iter().find(|(name, _)| *name == kind).expect("a type of the vocabulary");
        for (name, value) in object.iter().filter(|(name, _)| *name != "@type") {
            let (_, holds) = properties
                .iter()
                .find(|(known, _)| known == name)
                .unwrap_or_else(|| panic!("{kind} has no {name}"));
            let is_right = match holds {
                Holds::Text => value.as_str().is_some_and(|text| !text.is_empty()),
                Holds::Url => value.as_str().is_some_and(|text| text.starts_with("https://")),
                Holds::Seconds => value.as_u64().is_some(),
                Holds::Parts(part) => {
                    let parts = value.as_array().expect("a list");
                    parts.iter().for_each(check);
                    parts.iter().all(|value| value["@type"] == *part)
                }
            };
            assert!(is_right, "{name} of {kind}: {value}");
        }
    }

    #[test]
    fn the_videos_and_their_clips_are_of_the_vocabulary() {
        let text = "---\ntitle: On </script> bread\nvideoId: aaaaaaaaaaa\n---\n\
            ## Skills for bakers\n\n1. **Knead** it [1:00] [5:00]\n2. **Rest** it [1:40]\n";
        let vault = Vault::of(vec![Note::read("on bread.md", text)]);
        let written = json_ld(&vault, &Matrix::of(&vault), "https://example.org/s/");
        assert!(!written.contains('<'), "{written}");
        let read: Value = serde_json::from_str(&written).expect("JSON");
        assert_eq!(read["@context"], "https://schema.org");
        let graph = read["@graph"].as_array().expect("a list");
        graph.iter().for_each(check);
        assert_eq!((graph.len(), &graph[0]["name"]), (1, &"On </script> bread".into()));
        let parts: Vec<(u64, u64, &str)> = graph[0]["hasPart"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|part| {
                let secs = |name| part[name].as_u64().expect(name);
                let url = part["url"].as_str().expect("url");
                (secs("startOffset"), secs("endOffset"), url)
            })
            .collect();
        let url = |seconds| format!("https://example.org/s/#note=on+bread&t={seconds}");
        let want = [(60, 100, url(60)), (100, 220, url(100)), (300, 420, url(300))];
        assert_eq!(parts, want.each_ref().map(|(start, end, url)| (*start, *end, url.as_str())));
    }

    #[test]
    fn notes_without_a_video_have_no_clips() {
        let vault =
            Vault::of(vec![Note::read("a.md", "## Skills for bakers\n\n- **Knead** [1:00]\n")]);
        assert_eq!(json_ld(&vault, &Matrix::of(&vault), "https://example.org/"), "");
    }
}
