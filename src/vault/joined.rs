//! A vault whose notes are known without being read, and others that join them: its links and its title.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::note::{Note, NoteId, plain_text};
use crate::text::slug;

use super::links::{BacklinkIndex, folder};
use super::{Destination, Vault, counted};

/// What the notes of a vault call by links that lead to none of them: a note that joins them may be called so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DanglingLinks(Vec<DanglingName>);

/// A name, and the places of the notes that link to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct DanglingName {
    name: String,
    from: Vec<usize>,
}

impl Vault {
    /// The links of its notes that lead to none of them.
    #[must_use]
    pub fn dangling(&self) -> DanglingLinks {
        let mut places: FxHashMap<String, usize> = FxHashMap::default();
        let mut names: Vec<DanglingName> = Vec::new();
        for (from, note) in self.notes.iter().enumerate() {
            for link in note.links() {
                if self.resolve(note, link) != Destination::Missing {
                    continue;
                }
                // A path is looked at as it is written.
                let is_path = link.target.contains('/');
                let name = if is_path { link.target.clone() } else { slug(&link.target) };
                let place = *places.entry(name.clone()).or_insert(names.len());
                match names.get_mut(place) {
                    Some(known) if known.from.last() == Some(&from) => {}
                    Some(known) => known.from.push(from),
                    None => names.push(DanglingName { name, from: vec![from] }),
                }
            }
        }
        DanglingLinks(names)
    }

    /// Takes over what a vault knows of its links and its title, so that those of its notes that are here need not be
    /// read. The others are the reader's own: they are read, and may have taken the place of some.
    pub fn join(&mut self, of: &Self, dangling: &DanglingLinks, is_own: impl Fn(&Note) -> bool) {
        let places: FxHashMap<&NoteId, usize> =
            self.notes.iter().zip(0..).map(|(note, at)| (&note.id, at)).collect();
        // Where a note of that vault stands here, and whether it is still the one that it was.
        let here = |place: usize| {
            let at = *places.get(&of.notes.get(place)?.id)?;
            Some((at, !is_own(self.notes.get(at)?)))
        };
        let linking = |place: usize| here(place).filter(|(_, is_it)| *is_it).map(|(at, _)| at);
        let mut links = vec![Vec::new(); self.notes.len()];
        let mut link = |from: usize, to: usize| match links.get_mut(to) {
            Some(of_note) if from != to => of_note.push(from),
            _ => {}
        };
        for place in 0..of.notes.len() {
            let Some((to, _)) = here(place) else { continue };
            let from = of.all_backlinks().to(place).iter();
            from.filter_map(|&from| linking(from)).for_each(|from| link(from, to));
        }
        let place_of = |found: Destination<'_>| places.get(&found.note()?.id).copied();
        for DanglingName { name, from } in &dangling.0 {
            if self.names.named(&self.notes, "", name) == Destination::Missing {
                continue;
            }
            for from in from.iter().filter_map(|&from| linking(from)) {
                let here = self.notes.get(from).map_or("", |note| folder(&note.path));
                let to = place_of(self.names.named(&self.notes, here, name));
                to.into_iter().for_each(|to| link(from, to));
            }
        }
        for (from, note) in self.notes.iter().enumerate().filter(|(_, note)| is_own(note)) {
            let to = note.links().into_iter().filter_map(|link| place_of(self.resolve(note, link)));
            to.for_each(|to| link(from, to));
        }
        self.backlinks = BacklinkIndex::from_links(links).into();
        self.title = self.joined_title(of, is_own).into();
    }

    /// The title of the others, where all have it from one source, else how many there are.
    fn joined_title(&self, of: &Self, is_own: impl Fn(&Note) -> bool) -> String {
        let source = |note: &Note| note.source().map(|link| plain_text(&link.content));
        let mut own = self.notes.iter().filter(|note| is_own(note) && !note.is_proof);
        let is_counted = of.title() == counted(of.notes.len());
        match !is_counted && own.all(|note| source(note).as_deref() == Some(of.title())) {
            true => of.title().to_owned(),
            false => counted(self.notes.len()),
        }
    }
}

#[cfg(test)]
mod tests {
    use rustc_hash::FxHashSet;

    use super::*;
    use crate::vault::{Collection, Layer, Mode, NoteFile};

    const PAGE: [(&str, &str); 4] = [
        ("a.md", "From: [[Meetup]]\n\nSee [[b]] and [[Own talk]].\n"),
        ("b.md", "From: [[Meetup]]\n\nSee [[a]], [[more/c]] and [[a/Own talk.md]].\n"),
        (
            "c.md",
            "From: [[Meetup]]\n\nSee [[Missing]] and [[own talk|mine]] twice: [[Own talk]].\n",
        ),
        ("d.md", "From: [[Meetup]]\n\nSee [[c]].\n"),
    ];

    /// As a page of notes with others on top: all read, and joined to what is known of the page's.
    fn both(own: &[(&str, &str)]) -> (Vault, Vault) {
        let file = |(path, text): &(&str, &str)| NoteFile::new(*path, *text);
        let page: Vec<NoteFile> = PAGE.iter().map(file).collect();
        let notes = own.iter().map(file).collect();
        let layer = Layer { id: String::new(), mode: Mode::Add, notes };
        let all = Collection::of(page.clone(), vec![layer]);
        let files: Vec<NoteFile> = all.files().into_iter().cloned().collect();
        let (page, read) = (Vault::read(&page), Vault::read(&files));
        let own: FxHashSet<&str> = own.iter().map(|(path, _)| *path).collect();
        let mut joined = Vault::default();
        read.notes().iter().for_each(|note| joined.push(note.clone()));
        joined.join(&page, &page.dangling(), |note| own.contains(note.path.as_str()));
        (read, joined)
    }

    #[test]
    fn links_and_title_are_those_of_all_notes_read() {
        let cases: [&[(&str, &str)]; 5] = [
            &[],
            &[(
                "own-talk.md",
                "---\ntitle: Own talk\n---\nFrom: [[Meetup]]\n\nAs [[a]] says, [[d]].\n",
            )],
            &[
                ("mine/own talk.md", "As [[d]] says, and [[own talk]].\n"),
                ("x.md", "See [[own talk]].\n"),
            ],
            &[("c.md", "From: [[Meetup]]\n\nAnother one: [[d]].\n")],
            &[("more/missing.md", "From: [[Elsewhere]]\n"), ("d.md", "Nothing.\n")],
        ];
        for own in cases {
            let (read, joined) = both(own);
            let links = |vault: &Vault| {
                let of = |note: &Note| {
                    let from = vault.backlinks(&note.id).into_iter().map(|note| note.path.clone());
                    (note.path.clone(), from.collect::<Vec<_>>())
                };
                vault.notes().iter().map(of).collect::<Vec<_>>()
            };
            assert_eq!(links(&joined), links(&read), "{own:?}");
            assert_eq!(joined.title(), read.title(), "{own:?}");
        }
    }
}
