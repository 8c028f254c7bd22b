//! What the bundled note holds, section by section.

use super::Section;

/// The heading over the list of other notes, whose titles are nobody's own words.
pub(super) const FURTHER_READING: &str = "Further Reading";

/// One section: heading, rank, labels, stamps, link targets.
type Row = (
    &'static str,
    usize,
    &'static [&'static str],
    &'static [&'static str],
    &'static [&'static str],
);

/// The table, as what a scan of the note should give.
pub(super) fn sections() -> Vec<Section> {
    let owned = |all: &[&str]| all.iter().map(|&name| name.to_owned()).collect();
    let section = |&(heading, rank, labels, stamps, links): &Row| Section {
        heading: heading.to_owned(),
        rank,
        labels: owned(labels),
        stamps: owned(stamps),
        links: owned(links),
        pieces: Vec::new(),
    };
    SECTIONS.iter().map(section).collect()
}

const IMPACT: &str = "impact_in_product_management";
const CAREER: &str = "Career Growth Strategies for Product Managers";

const SECTIONS: &[Row] = &[
    ("", 0, &[], &[], &["lennyspodcast"]),
    (
        "The Core Guiding Light: Impact",
        2,
        &[],
        &["00:00:07", "00:25:53", "00:00:14"],
        &[CAREER, IMPACT, IMPACT, IMPACT],
    ),
    (
        "Attributes of a Top Product Manager",
        2,
        &[],
        &["00:00:30", "00:14:44"],
        &["Role of Product Managers in Organizations", CAREER],
    ),
    (
        "Key Skills for Product Managers",
        3,
        &[
            "* Think big:",
            "* Communicate:",
            "* Simplify:",
            "* Prioritize:",
            "* Forecasting and measuring:",
            "* Execute:",
            "* Understanding technical trade-offs:",
            "* Understanding good design:",
            "* Writing effective copy:",
            "* Earn trust with others:",
            "* Digging for data:",
            "* Pushing back effectively:",
            "* Adapting to change:",
            "* Driven by impact not promotion:",
        ],
        &[
            "00:11:42", "00:23:40", "00:30:51", "00:11:47", "00:11:51", "00:15:22", "00:11:54",
            "00:12:00", "00:18:10", "00:12:08", "00:12:22", "00:12:25", "00:12:39", "00:12:52",
            "00:13:21", "00:24:38", "00:13:35", "00:13:53", "00:14:08", "00:14:18",
        ],
        &[IMPACT, "Key Skills for Product Managers", IMPACT, IMPACT],
    ),
    (
        "Focus for New Product Managers",
        3,
        &["1. Communicate", "2. Prioritize", "3. Execute"],
        &[
            "00:15:07", "00:15:22", "00:22:01", "00:16:59", "00:15:07", "00:17:29", "00:17:44",
            "00:15:09", "00:19:31", "00:19:40", "00:20:07", "00:20:41",
        ],
        &["Pathways to break into product management", IMPACT, IMPACT],
    ),
    (
        "Focus for Senior Product Managers",
        3,
        &[
            "1. Communicate",
            "2. Think big",
            "3. Earn trust with others",
            "4. Driven by impact not promotion",
        ],
        &[
            "00:23:16", "00:23:20", "00:23:25", "00:23:31", "00:30:27", "00:24:06", "00:24:11",
            "00:24:57", "00:33:50", "00:25:42", "00:27:43", "00:26:32",
        ],
        &[CAREER],
    ),
    ("The Power of Writing Online", 3, &[], &["00:05:35", "00:06:08", "00:07:47"], &[CAREER]),
    ("Working Backwards: The Amazon Way", 2, &[], &["00:37:37", "00:42:16"], &[]),
    ("The Essence of Working Backwards", 3, &[], &["00:47:11", "00:47:11"], &[]),
    (
        "Common Mistakes in Implementing Working Backwards",
        3,
        &[],
        &["00:47:22", "00:47:25", "00:57:24"],
        &[],
    ),
    (
        "The Working Backwards Mechanism (Press Release & FAQ)",
        3,
        &["* Press Release:", "* FAQ:"],
        &["00:50:40", "00:50:56", "00:51:02", "00:56:06", "00:51:15", "00:51:27", "00:51:12"],
        &[],
    ),
    ("The Importance of Operational Rigor", 3, &[], &["00:42:41", "00:44:34", "00:44:41"], &[]),
    ("Continuous Improvement", 3, &[], &["00:42:52", "00:37:10", "00:37:12", "00:45:47"], &[]),
    (
        FURTHER_READING,
        2,
        &[],
        &[],
        &[
            "Key Skills for Product Managers",
            "Impact in product management",
            "The role of a product manager",
            "Challenges and realities of working as a product manager",
            CAREER,
            "Building a career in AI product management",
            "Pathways to break into product management",
            "The future of product management",
            "Role of Product Managers in Organizations",
        ],
    ),
];
