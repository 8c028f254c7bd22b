//! Names of files that are no notes: pictures, recordings and documents that a note shows or names.

/// The endings of files that people put into notes. A name such as `release 1.2 plan` has none of them.
const KNOWN_ENDINGS: [&str; 45] = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "avif", "heic", "tif", "tiff", "mp4", "m4v",
    "webm", "mov", "mkv", "avi", "ogv", "3gp", "mp3", "m4a", "wav", "ogg", "oga", "opus", "flac",
    "aac", "pdf", "doc", "docx", "ppt", "pptx", "xls", "xlsx", "odt", "epub", "zip", "json",
    "html", "htm", "txt", "vtt", "srt", "canvas", "base",
];

/// How many characters Notion puts behind a page's name.
const NOTION_HASH: usize = 32;

/// Whether what a link names is a file and no note: by its ending.
pub(in crate::note) fn is_file(target: &str) -> bool {
    let path = target.split(['#', '?']).next().unwrap_or(target);
    path.trim().rsplit_once('.').is_some_and(|(name, ending)| {
        !name.is_empty() && KNOWN_ENDINGS.iter().any(|known| known.eq_ignore_ascii_case(ending))
    })
}

/// A name without the hash that Notion puts behind it in an export.
#[must_use]
pub fn without_hash(name: &str) -> &str {
    let Some((before, hash)) = name.rsplit_once([' ', '_', '-', '%']) else { return name };
    // In an address the space is `%20`.
    let hash = if name.get(before.len()..).is_some_and(|rest| rest.starts_with('%')) {
        hash.strip_prefix("20").unwrap_or_default()
    } else {
        hash
    };
    let is_hash = hash.len() == NOTION_HASH
        && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if is_hash && !before.trim().is_empty() { before.trim_end() } else { name }
}

/// A path without its ending `.md`.
pub(in crate::note) fn stem(path: &str) -> &str {
    match file_name(path).rsplit_once('.') {
        Some((before, ending)) if !before.is_empty() => {
            path.get(..path.len() - ending.len() - 1).unwrap_or(path)
        }
        _ => path,
    }
}

/// The last part of a path.
pub(in crate::note) fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_files_from_notes() {
        for file in ["slide.png", "a b.PDF#page=3", "x/talk.mp4#t=12:22", "a.b.jpeg"] {
            assert!(is_file(file), "{file}");
        }
        for note in ["release 1.2 plan", "mit6.828", "ASP.NET Core", ".png", "png", "a.md", ""] {
            assert!(!is_file(note), "{note}");
        }
    }

    #[test]
    fn takes_a_hash_off_a_name() {
        let hash = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
        let cases = [
            (format!("A talk {hash}"), "A talk"),
            (format!("A_talk_{hash}"), "A_talk"),
            (format!("A%20{hash}"), "A"),
            (hash.to_owned(), hash),
            (format!(" {hash}"), &format!(" {hash}")),
            ("A talk 0a1b".to_owned(), "A talk 0a1b"),
            (format!("A {}", hash.to_uppercase()), &format!("A {}", hash.to_uppercase())),
        ];
        for (name, want) in cases {
            assert_eq!(without_hash(&name), want, "{name}");
        }
    }
}
