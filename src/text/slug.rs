//! Names for addresses: `Driven by impact, not promotion` → `driven-by-impact-not-promotion`.

use super::{fold, is_apostrophe, is_word_char};

/// A name for addresses and ids: folded words joined by hyphens; empty where there is no word.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    // As `words` has them, without a text for each.
    let mut is_within = true;
    for c in fold(text).chars().filter(|&c| !is_apostrophe(c)) {
        if !is_word_char(c) {
            is_within = false;
            continue;
        }
        if !is_within && !slug.is_empty() {
            slug.push('-');
        }
        is_within = true;
        slug.push(c);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_folded_words() {
        let cases = [
            ("Driven by impact, not promotion", "driven-by-impact-not-promotion"),
            ("impact_in_product_management", "impact-in-product-management"),
            ("  Über-Größe  ", "uber-große"),
            ("???", ""),
        ];
        for (text, want) in cases {
            assert_eq!(slug(text), want);
        }
    }
}
