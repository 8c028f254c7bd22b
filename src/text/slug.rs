//! Names for addresses: `Driven by impact, not promotion` → `driven-by-impact-not-promotion`.

use super::fold::FoldedWords;

/// A name for addresses and ids: folded words joined by hyphens; empty where there is no word.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut words = FoldedWords::of(text);
    while words.append_next(&mut slug) {
        slug.push('-');
    }
    slug.pop();
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
