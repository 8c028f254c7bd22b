//! What the bundled note says, as far as the tests look for it.

/// The note's video.
pub(crate) const VIDEO: &str = "7gaPPrAd7nc";

/// The note's name in addresses.
pub(crate) const NOTE: &str = "career-growth-and-impact-for-product-managers";

/// The skills in the order of the matrix: id and name.
pub(crate) const SKILLS: [(&str, &str); 14] = [
    ("communicate", "Communicate"),
    ("prioritize", "Prioritize"),
    ("think-big", "Think big"),
    ("earn-trust-with-others", "Earn trust with others"),
    ("execute", "Execute"),
    ("driven-by-impact-not-promotion", "Driven by impact not promotion"),
    ("adapting-to-change", "Adapting to change"),
    ("digging-for-data", "Digging for data"),
    ("forecasting-and-measuring", "Forecasting and measuring"),
    ("pushing-back-effectively", "Pushing back effectively"),
    ("simplify", "Simplify"),
    ("understanding-good-design", "Understanding good design"),
    ("understanding-technical-trade-offs", "Understanding technical trade-offs"),
    ("writing-effective-copy", "Writing effective copy"),
];

/// A ranked cell of the matrix.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ranked {
    /// The level's name in addresses.
    pub(crate) level: &'static str,
    /// The skill's name in addresses.
    pub(crate) skill: &'static str,
    /// Its rank there.
    pub(crate) rank: u32,
    /// The first moment that backs it.
    pub(crate) seconds: u32,
}

/// The ranked cells, level by level.
pub(crate) const RANKED: [Ranked; 7] = [
    Ranked { level: "new", skill: "communicate", rank: 1, seconds: 922 },
    Ranked { level: "new", skill: "prioritize", rank: 2, seconds: 1049 },
    Ranked { level: "new", skill: "execute", rank: 3, seconds: 1171 },
    Ranked { level: "senior", skill: "communicate", rank: 1, seconds: 1396 },
    Ranked { level: "senior", skill: "think-big", rank: 2, seconds: 1411 },
    Ranked { level: "senior", skill: "earn-trust-with-others", rank: 3, seconds: 1446 },
    Ranked { level: "senior", skill: "driven-by-impact-not-promotion", rank: 4, seconds: 1542 },
];

/// The skills that a level ranks, from the first on.
pub(crate) fn ranked_at(level: &str) -> Vec<&'static str> {
    RANKED.iter().filter(|cell| cell.level == level).map(|cell| cell.skill).collect()
}
