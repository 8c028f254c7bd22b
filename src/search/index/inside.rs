//! Which long words hold a text inside of them, found without a look at each of them.

/// The shortest word of which a part is looked for, in bytes: shorter ones are rarely compounds.
pub(in crate::search) const SHORTEST_COMPOUND: usize = 10;

/// How many bytes of a part are looked up, and so the shortest part that is found.
const KEY_BYTES: usize = 5;

/// Bits of an entry below its key: the word's number. More words fit into no page.
const ID_BITS: u32 = 64 - 8 * 5;

/// Every place inside of a long word, by the bytes that stand there.
#[derive(Debug, Default)]
pub(in crate::search) struct Inside {
    /// The bytes at a place and the word's number, in order.
    places: Vec<u64>,
}

impl Inside {
    /// Adds words. Those that are not long are left out.
    pub(in crate::search) fn add<'a>(&mut self, words: impl Iterator<Item = (u32, &'a str)>) {
        let mut new = Vec::new();
        for (id, word) in words.filter(|(_, word)| word.len() >= SHORTEST_COMPOUND) {
            let inner = word.char_indices().skip(1);
            let keys = inner.filter_map(|(at, _)| key(word.as_bytes().get(at..)?));
            new.extend(keys.map(|key| key | u64::from(id)));
        }
        new.sort_unstable();
        self.places.extend(new);
        // Two stretches that are in order are merged, not sorted anew.
        self.places.sort();
    }

    /// The words that may hold a part: they hold what it begins with. Some come twice.
    pub(in crate::search) fn candidates(&self, part: &str) -> impl Iterator<Item = u32> {
        let found = key(part.as_bytes()).map_or(&[][..], |first| {
            let start = self.places.partition_point(|&place| place < first);
            let length =
                self.places[start..].partition_point(|&place| place >> ID_BITS == first >> ID_BITS);
            &self.places[start..start + length]
        });
        found.iter().filter_map(|place| u32::try_from(place & ((1 << ID_BITS) - 1)).ok())
    }
}

/// The first bytes of a text as the upper bits of an entry; `None` where there are too few.
fn key(text: &[u8]) -> Option<u64> {
    let bytes = text.get(..KEY_BYTES)?;
    Some(bytes.iter().fold(0, |key, byte| key << 8 | u64::from(*byte)) << ID_BITS)
}
