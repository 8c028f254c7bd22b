//! Texts that lie beside the page, in packs: each comes once somebody asks for a text of it.

use std::fmt;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use crate::sorting::sort_by_key;

/// Told that somebody lacks a text: its pack has not come, and is wanted ([`TextPacks::take_wanted`]) or was given up.
type Wanting = Box<dyn Fn() + Send + Sync>;

/// The packs of a page, those that have come and those that have not.
#[derive(Default)]
pub struct TextPacks {
    here: Mutex<PacksHere>,
    /// Whether none that is here goes any more: somebody needs all of them at once.
    are_staying: AtomicBool,
    wanted: Mutex<Vec<usize>>,
    /// Those that did not come: they are wanted no more until somebody tries again.
    given_up: Mutex<Vec<usize>>,
    wanting: OnceLock<Wanting>,
}

/// What has come, and has not gone again.
#[derive(Default)]
struct PacksHere {
    /// The bytes of each pack, the texts one after the other.
    packs: Vec<Option<Arc<[u8]>>>,
    /// Those that are here, in the order in which they came.
    order: Vec<usize>,
    /// How many bytes they take.
    bytes: usize,
}

/// A text's place in its pack.
#[derive(Clone, Debug)]
pub struct PackedPlace {
    packs: Arc<TextPacks>,
    pack: usize,
    bytes: Range<usize>,
}

impl TextPacks {
    /// So many packs, none of which has come.
    #[must_use]
    pub fn of(count: usize) -> Self {
        let here = PacksHere { packs: vec![None; count], ..PacksHere::default() };
        Self { here: here.into(), ..Self::default() }
    }

    /// The place of a text that stands at some bytes of a pack. `None` where there is no such pack.
    #[must_use]
    pub fn place(self: &Arc<Self>, pack: usize, bytes: Range<usize>) -> Option<PackedPlace> {
        let packs = Arc::clone(self);
        (pack < self.count()).then_some(PackedPlace { packs, pack, bytes })
    }

    /// From now on `wanting` is told whenever somebody lacks a text. Only the first one is.
    pub fn on_wanted(&self, wanting: Wanting) {
        // It is set once, by whoever shows the page.
        let _ = self.wanting.set(wanting);
    }

    /// Which packs are wanted that nobody has taken on, in order. They are taken on by that.
    pub fn take_wanted(&self) -> Vec<usize> {
        let mut wanted = self.wanted.lock().unwrap_or_else(PoisonError::into_inner);
        let mut wanted = std::mem::take(&mut *wanted);
        wanted.retain(|&pack| !self.has(pack));
        sort_by_key(&mut wanted, |pack| *pack);
        wanted
    }

    /// Says that packs did not come. What shows something of them is drawn without, and does not ask for them again.
    pub fn give_up(&self, packs: impl IntoIterator<Item = usize>) {
        self.given_up.lock().unwrap_or_else(PoisonError::into_inner).extend(packs);
    }

    /// Whether some that were given up are still not here.
    pub fn lack_given_up(&self) -> bool {
        let given_up = self.given_up.lock().unwrap_or_else(PoisonError::into_inner);
        given_up.iter().any(|&pack| !self.has(pack))
    }

    /// The packs that were given up, which may be wanted again from now on.
    pub fn take_given_up(&self) -> Vec<usize> {
        std::mem::take(&mut *self.given_up.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Which packs have not come, in order.
    pub fn missing(&self) -> impl Iterator<Item = usize> {
        (0..self.count()).filter(|&pack| !self.has(pack))
    }

    /// A pack has come.
    pub fn put(&self, pack: usize, bytes: Arc<[u8]>) {
        let mut here = self.here();
        // The same pack may come twice: its bytes are the same, too.
        let Some(place) = here.packs.get_mut(pack).filter(|place| place.is_none()) else { return };
        let length = bytes.len();
        *place = Some(bytes);
        here.bytes += length;
        here.order.push(pack);
    }

    /// From now on none that is here goes.
    pub fn stay(&self) {
        self.are_staying.store(true, Ordering::Relaxed);
    }

    /// Lets those go that came first, until the others take no more than so many bytes. Whoever needs one of them again
    /// says so. Not to be called while somebody waits for several of them.
    pub fn let_go(&self, most_bytes: usize) {
        if self.are_staying.load(Ordering::Relaxed) {
            return;
        }
        let mut here = self.here();
        while here.bytes > most_bytes && !here.order.is_empty() {
            let pack = here.order.remove(0);
            let gone = here.packs.get_mut(pack).and_then(Option::take);
            here.bytes -= gone.map_or(0, |gone| gone.len());
        }
    }

    fn here(&self) -> MutexGuard<'_, PacksHere> {
        self.here.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn count(&self) -> usize {
        self.here().packs.len()
    }

    fn has(&self, pack: usize) -> bool {
        self.here().packs.get(pack).is_none_or(Option::is_some)
    }

    fn want(&self, pack: usize) {
        if !self.given_up.lock().unwrap_or_else(PoisonError::into_inner).contains(&pack) {
            let mut wanted = self.wanted.lock().unwrap_or_else(PoisonError::into_inner);
            if !wanted.contains(&pack) {
                wanted.push(pack);
            }
        }
        if let Some(wanting) = self.wanting.get() {
            wanting();
        }
    }
}

impl PackedPlace {
    /// The text, where its pack has come.
    pub(super) fn read(&self) -> Option<String> {
        let here = self.packs.here();
        let pack = here.packs.get(self.pack)?.as_ref()?;
        // A pack has the digest that the page names, so its texts are where the page says.
        let text = pack.get(self.bytes.clone()).and_then(|text| str::from_utf8(text).ok());
        Some(text.unwrap_or("").to_owned())
    }

    /// Whether its pack has come.
    pub(super) fn is_here(&self) -> bool {
        self.packs.has(self.pack)
    }

    /// Says that somebody waits for the text.
    pub(super) fn want(&self) {
        if !self.packs.has(self.pack) {
            self.packs.want(self.pack);
        }
    }

    /// How long the text is, in bytes.
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }
}

impl fmt::Debug for TextPacks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let here = self.here();
        write!(f, "{} of {} packs", here.order.len(), here.packs.len())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::note::NoteText;

    #[test]
    fn a_text_comes_with_its_pack() {
        let packs = Arc::new(TextPacks::of(2));
        let told = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&told);
        packs.on_wanted(Box::new(move || {
            counted.fetch_add(1, Ordering::Relaxed);
        }));
        let text = NoteText::beside(packs.place(1, 2..7).unwrap());
        assert!(!text.is_here());
        assert_eq!((text.read(), packs.take_wanted()), ("".into(), vec![]));
        text.want();
        text.want();
        assert_eq!((told.load(Ordering::Relaxed), packs.take_wanted()), (2, vec![1]));
        assert_eq!(packs.take_wanted(), [0; 0], "they are taken on");
        assert_eq!(packs.missing().collect::<Vec<_>>(), [0, 1]);
        text.want();
        packs.put(1, "- Élan".as_bytes().into());
        assert!(text.is_here() && packs.take_wanted().is_empty());
        assert_eq!((text.read(), text.about_bytes()), ("Élan".into(), 5));
        text.want();
        assert_eq!((told.load(Ordering::Relaxed), packs.take_wanted()), (3, vec![]));
        let other = NoteText::beside(packs.place(0, 0..1).unwrap());
        packs.give_up([0]);
        other.want();
        assert_eq!(packs.take_wanted(), [0; 0], "nobody asks on and on for what does not come");
        assert_eq!(told.load(Ordering::Relaxed), 4, "that it is lacking is told all the same");
        assert_eq!(packs.take_given_up(), [0]);
        other.want();
        assert_eq!(packs.take_wanted(), [0]);
        packs.put(7, [].into());
        assert!(packs.place(2, 0..1).is_none());
        let beyond = packs.place(1, 3..90).unwrap();
        assert_eq!(beyond.read().as_deref(), Some(""), "of another page");
    }

    #[test]
    fn what_was_given_up_is_lacking_until_it_comes_or_is_tried_again() {
        let packs = TextPacks::of(3);
        packs.give_up([0, 2]);
        packs.put(1, [].into());
        packs.put(0, [].into());
        assert!(packs.lack_given_up(), "the last one");
        packs.put(2, [].into());
        assert!(!packs.lack_given_up());
        let packs = TextPacks::of(1);
        packs.give_up([0]);
        assert!(packs.lack_given_up() && packs.take_given_up() == [0] && !packs.lack_given_up());
    }

    #[test]
    fn what_came_first_goes_first() {
        let packs = Arc::new(TextPacks::of(4));
        let came = [2, 0, 3];
        came.iter().for_each(|&pack| packs.put(pack, [pack as u8; 10].into()));
        packs.put(2, [2; 10].into());
        let missing = |packs: &TextPacks| packs.missing().collect::<Vec<_>>();
        packs.let_go(30);
        assert_eq!(missing(&packs), [1]);
        packs.let_go(29);
        assert_eq!(missing(&packs), [1, 2]);
        let text = NoteText::beside(packs.place(2, 0..3).unwrap());
        assert!(!text.is_here());
        text.want();
        assert_eq!(packs.take_wanted(), [2]);
        packs.put(2, [2; 10].into());
        packs.let_go(10);
        assert_eq!(missing(&packs), [0, 1, 3], "it came last");
        packs.stay();
        packs.let_go(0);
        assert!(text.is_here(), "somebody needs all of them");
    }
}
