//! Sorting what is short: for each type that the standard library sorts, the program holds three kilobytes of code, and
//! here one for all of them.

use std::cmp::Ordering;

/// Sorts, and leaves what is equal in its order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let sorted = {
        let items = &*items;
        sorted(items.len(), &|left, right| match (items.get(left), items.get(right)) {
            (Some(left), Some(right)) => compare(left, right),
            _ => Ordering::Equal,
        })
    };
    arrange(items, sorted);
}

/// Sorts by a key, which is asked for once an item, and leaves what has the same in its order.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    arrange(items, sorted(keys.len(), &|left, right| keys.get(left).cmp(&keys.get(right))));
}

/// Which item stands at each place once so many are sorted.
fn sorted(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..count).collect();
    places.sort_by(|&left, &right| compare(left, right));
    places
}

fn arrange<T>(items: &mut [T], mut sorted: Vec<usize>) {
    for place in 0..sorted.len() {
        let follow = |sorted: &[usize], item: usize| sorted.get(item).copied().unwrap_or(item);
        let mut item = follow(&sorted, place);
        // What stood at a place that is filled already went where that one's item came from.
        while item < place {
            item = follow(&sorted, item);
        }
        if let Some(came_from) = sorted.get_mut(place) {
            *came_from = item;
        }
        items.swap(place, item);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_library(items: Vec<(u8, u16)>) {
            let mut want = items.clone();
            want.sort_by_key(|(key, _)| *key);
            let mut got = items.clone();
            sort_by_key(&mut got, |(key, _)| *key);
            prop_assert_eq!(&got, &want);
            let mut got = items;
            sort_by(&mut got, |left, right| left.0.cmp(&right.0));
            prop_assert_eq!(&got, &want);
        }
    }
}
