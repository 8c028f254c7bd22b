//! How far videos were watched, as text that a browser keeps.

use super::VideoId;

/// How many videos are remembered: the ones watched last.
const MOST_VIDEOS: usize = 50;

/// How far videos were watched, the last one first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Positions(Vec<(VideoId, u32)>);

impl Positions {
    /// Reads lines of an id and seconds, and leaves out what is neither.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let line = |line: &str| {
            let (id, seconds) = line.split_once(' ')?;
            Some((VideoId::parse(id).ok()?, seconds.parse().ok()?))
        };
        Self(text.lines().filter_map(line).take(MOST_VIDEOS).collect())
    }

    /// The lines.
    #[must_use]
    pub fn to_text(&self) -> String {
        let line =
            |(id, seconds): &(VideoId, u32)| [id.as_str(), " ", &seconds.to_string()].concat();
        self.0.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// The second to which a video was watched.
    #[must_use]
    pub fn of(&self, video: VideoId) -> Option<u32> {
        self.0.iter().find(|(id, _)| *id == video).map(|(_, seconds)| *seconds)
    }

    /// The video that was watched last of those that `is_here` lets through, and to which second.
    #[must_use]
    pub fn latest(&self, is_here: impl Fn(VideoId) -> bool) -> Option<(VideoId, u32)> {
        self.0.iter().find(|(video, _)| is_here(*video)).copied()
    }

    /// Notes down to which second a video was watched; `None` where it was watched to its end.
    pub fn set(&mut self, video: VideoId, seconds: Option<u32>) {
        self.0.retain(|(id, _)| *id != video);
        if let Some(seconds) = seconds {
            self.0.insert(0, (video, seconds));
            self.0.truncate(MOST_VIDEOS);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_watched_is_read_again() {
        let id = |letter: &str| VideoId::parse(&letter.repeat(11)).unwrap();
        let mut positions = Positions::default();
        positions.set(id("a"), Some(10));
        positions.set(id("b"), Some(20));
        positions.set(id("a"), Some(30));
        assert_eq!(positions.to_text(), "aaaaaaaaaaa 30\nbbbbbbbbbbb 20");
        assert_eq!(Positions::read(&positions.to_text()), positions);
        assert_eq!((positions.of(id("a")), positions.of(id("c"))), (Some(30), None));
        assert_eq!(positions.latest(|_| true), Some((id("a"), 30)));
        assert_eq!(positions.latest(|video| video != id("a")), Some((id("b"), 20)));
        assert_eq!(positions.latest(|video| video == id("c")), None);
        positions.set(id("a"), None);
        assert_eq!(positions.of(id("a")), None);
        assert_eq!(
            Positions::read("x 1\nbbbbbbbbbbb -3\n\nbbbbbbbbbbb 7 8\nccccccccccc 9").0.len(),
            1
        );
        for number in 0..60 {
            positions.set(VideoId::parse(&format!("{number:011}")).unwrap(), Some(1));
        }
        assert_eq!(positions.0.len(), MOST_VIDEOS);
    }
}
