//! Which locals of a function were used last: one that was is read again the sooner, so that the numbers of those that
//! are read become small, and alike from function to function.

/// Locals from here on stand for themselves. Their numbers have more than one byte.
pub(crate) const LOCALS: u8 = 0x80;

/// The last one first. Those that are not used yet follow in their order.
pub(crate) struct RecentLocals {
    locals: [u8; LOCALS as usize],
    /// From this place on each local still stands where it did at first.
    used: u8,
}

impl RecentLocals {
    pub(crate) const fn new() -> Self {
        let mut locals = [0; LOCALS as usize];
        let mut local = 0;
        while local < LOCALS {
            locals[local as usize] = local;
            local += 1;
        }
        Self { locals, used: 0 }
    }

    /// As at first, for the next function.
    pub(crate) fn reset(&mut self) {
        for (local, place) in (0..self.used).zip(&mut self.locals) {
            *place = local;
        }
        self.used = 0;
    }

    /// Where a local stands.
    pub(crate) fn place(&self, local: u8) -> Option<u8> {
        (0..).zip(&self.locals).find(|(_, at)| **at == local).map(|(place, _)| place)
    }

    /// The local at a place, which is the last one from now on.
    pub(crate) fn read(&mut self, place: u8) -> Option<u8> {
        let local = *self.locals.get(usize::from(place))?;
        self.put(local, 0, place);
        Some(local)
    }

    /// A local that is set comes second: more often than it the one is read that was read before (docs/MEASURED.md).
    pub(crate) fn set(&mut self, local: u32) {
        let local = u8::try_from(local).ok();
        if let Some((local, place)) = local.and_then(|local| Some((local, self.place(local)?))) {
            self.put(local, place.min(1), place);
        }
    }

    /// Puts a local before those from a place on, up to where it stood.
    fn put(&mut self, mut local: u8, from: u8, to: u8) {
        self.used = self.used.max(to + 1);
        if let Some(others) = self.locals.get_mut(usize::from(from)..=usize::from(to)) {
            for other in others {
                core::mem::swap(other, &mut local);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_comes_first_and_what_is_set_second() {
        let mut recent = RecentLocals::new();
        for (place, local) in [(0, 0), (3, 3), (1, 0), (3, 2), (127, 127), (1, 2)] {
            assert_eq!(recent.place(local), Some(place), "{local}");
            assert_eq!(recent.read(place), Some(local));
        }
        for (local, place) in [(1, 1), (5, 1), (2, 0), (u32::from(LOCALS), 0)] {
            recent.set(local);
            assert_eq!(recent.place(local as u8), (local < 128).then_some(place), "{local}");
        }
        assert_eq!(recent.read(LOCALS), None);
        recent.reset();
        assert!((0..LOCALS).all(|local| recent.place(local) == Some(local)));
    }
}
