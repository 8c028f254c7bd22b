//! Bytes that are looked for in all that notes say.

use std::iter;

/// How many bytes are looked up at a time.
const CHUNK: usize = 8;

/// A set of bytes. Looking one up takes as long however many it has, and half of what a `match` of as many takes.
pub(crate) struct ByteSet([bool; 256]);

impl ByteSet {
    /// A set of these.
    pub(crate) const fn of(bytes: &[u8]) -> Self {
        let mut has = [false; 256];
        let mut rest = bytes;
        while let [first, others @ ..] = rest {
            has[*first as usize] = true;
            rest = others;
        }
        Self(has)
    }

    /// The place of the first byte of the set in a text, from `at` on.
    pub(crate) fn find(&self, text: &[u8], at: usize) -> Option<usize> {
        let has = |byte: &u8| self.0[usize::from(*byte)];
        let rest = text.get(at..)?;
        // Several at a time: one in many is of a set.
        let (chunks, _) = rest.as_chunks::<CHUNK>();
        // Written out, for a loop within the loop takes twice as long where code is to be small.
        let any = |[a, b, c, d, e, f, g, h]: &[u8; CHUNK]| {
            (has(a) | has(b) | has(c) | has(d)) | (has(e) | has(f) | has(g) | has(h))
        };
        let chunk = chunks.iter().position(any);
        let start = chunk.unwrap_or(chunks.len()) * CHUNK;
        let found = rest.get(start..)?.iter().position(has)?;
        Some(at + start + found)
    }

    /// The places of all bytes of the set in a text.
    pub(crate) fn all(&self, text: &[u8]) -> impl Iterator<Item = usize> {
        let mut next = 0;
        iter::from_fn(move || {
            let found = self.find(text, next)?;
            next = found + 1;
            Some(found)
        })
    }
}

/// A few bytes, looked for eight at a time as numbers: for each byte the highest bit of its own tells. Up to three take
/// half as long as a [`ByteSet`] of them.
pub(crate) struct FewBytes<const N: usize>(pub [u8; N]);

impl<const N: usize> FewBytes<N> {
    /// The places of all of them in a text.
    pub(crate) fn all(&self, text: &[u8]) -> impl Iterator<Item = usize> {
        let (chunks, rest) = text.as_chunks::<CHUNK>();
        let is_one = |byte: u8| self.0.contains(&byte);
        let last = chunks.len() * CHUNK;
        let of_rest = rest.iter().enumerate().filter(move |(_, byte)| is_one(**byte));
        let of_chunks = chunks.iter().enumerate().filter(|(_, chunk)| self.may_stand_in(chunk));
        let places = move |(nth, chunk): (usize, &[u8; CHUNK])| {
            let found = chunk.map(is_one);
            (0..CHUNK).filter(move |&at| found[at]).map(move |at| nth * CHUNK + at)
        };
        of_chunks.flat_map(places).chain(of_rest.map(move |(at, _)| last + at))
    }

    /// Whether any of them stands among eight; now and then where none does.
    fn may_stand_in(&self, chunk: &[u8; CHUNK]) -> bool {
        const EACH: u64 = u64::from_ne_bytes([1; CHUNK]);
        let bytes = u64::from_le_bytes(*chunk);
        let found = self.0.iter().fold(0, |found, &byte| {
            let other = bytes ^ (EACH * u64::from(byte));
            found | (other.wrapping_sub(EACH) & !other)
        });
        found & (EACH << 7) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_first_of_its_bytes() {
        const SIGNS: ByteSet = ByteSet::of(b"[\xe2z");
        let cases = [
            ("", 0, None),
            ("ab", 0, None),
            ("ab[z", 0, Some(2)),
            ("ab[z", 3, Some(3)),
            ("ab[z", 4, None),
            ("ab[z", 9, None),
            ("é…", 0, Some(2)),
        ];
        for (text, at, want) in cases {
            assert_eq!(SIGNS.find(text.as_bytes(), at), want, "{text:?} from {at}");
        }
        // Wherever they stand among those that are looked up together.
        for place in 0..40 {
            let text = [&"a".repeat(place), "z", &"b".repeat(40 - place), "["].concat();
            let found: Vec<usize> = SIGNS.all(text.as_bytes()).collect();
            assert_eq!(found, [place, 41], "{text}");
            let found: Vec<usize> = FewBytes([b'[', b'z']).all(text.as_bytes()).collect();
            assert_eq!(found, [place, 41], "{text}");
        }
    }
}
