//! Names for addresses: `Driven by impact, not promotion` → `driven-by-impact-not-promotion`.

use super::words;

/// A name for addresses and ids: folded words joined by hyphens; empty where there is no word.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for word in words(text) {
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
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
