//! Names for addresses, none twice.

use rustc_hash::{FxHashMap, FxHashSet};

use super::slug;

/// Gives names for addresses, none twice.
#[derive(Debug, Default)]
pub struct Slugs {
    taken: FxHashSet<String>,
    /// The number to try next for a name that is taken: counting on keeps many alike linear.
    next: FxHashMap<String, usize>,
}

impl Slugs {
    /// A name made of a title, or of `otherwise` where nothing of the title can stand in one.
    pub fn unique(&mut self, title: &str, otherwise: &str) -> String {
        let mut slug = slug(title);
        if slug.is_empty() {
            slug.push_str(otherwise);
        }
        let mut base = None;
        while !self.taken.insert(slug.clone()) {
            let base = base.get_or_insert_with(|| slug.clone());
            let next = self.next.entry(base.clone()).or_insert(2);
            slug = format!("{base}-{next}");
            *next += 1;
        }
        slug
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_given_twice() {
        let mut slugs = Slugs::default();
        let titles = ["Bake!", "Bake 3", "Bake?", "bake", "…", ""];
        let got = titles.map(|title| slugs.unique(title, "skill"));
        assert_eq!(got, ["bake", "bake-3", "bake-2", "bake-4", "skill", "skill-2"]);
    }
}
