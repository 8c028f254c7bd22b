//! Made-up talks, as many as one likes, in words of our own: what a page of many notes looks like.

use skillreel::vault::NoteFile;

/// What talks are about.
const SUBJECTS: [&str; 28] = [
    "Roadmaps",
    "Pricing",
    "Hiring",
    "User research",
    "Onboarding",
    "Incidents",
    "Estimates",
    "Experiments",
    "Code review",
    "Feedback",
    "Launches",
    "Support",
    "Migrations",
    "Dashboards",
    "Deadlines",
    "Prototypes",
    "Accessibility",
    "Documentation",
    "Remote teams",
    "Search",
    "Payments",
    "Mobile apps",
    "Security",
    "Legacy code",
    "Design systems",
    "Interviews",
    "Planning",
    "Growth",
];

/// How they are called.
const TITLES: [&str; 25] = [
    "{} that people trust",
    "{} without theatre",
    "What we got wrong about {}",
    "{}, ten years on",
    "A field guide to {}",
    "Small teams and {}",
    "The quiet side of {}",
    "{} from first principles",
    "Questions to ask about {}",
    "{} when nobody has time",
    "The second try at {}",
    "{} in a crisis",
    "How {} pays for itself",
    "{} for sceptics",
    "Less {}, better",
    "{} across time zones",
    "The boring parts of {}",
    "{} by numbers",
    "{} before the first customer",
    "Teaching {}",
    "{} at scale",
    "Notes on {}",
    "{} and its limits",
    "{} on a small budget",
    "The point of {}",
];

/// Skills that talks rank for a level: those that some rank first, second, third and fourth, in turns.
const RANKED: [&str; 24] = [
    "Listen",
    "Write it down",
    "Ask for help",
    "Ship small",
    "Say no",
    "Decide",
    "Delegate",
    "Set direction",
    "Coach",
    "Read the numbers",
    "Explain trade-offs",
    "Finish",
    "Keep promises",
    "Learn the domain",
    "Give credit",
    "Take criticism",
    "Choose your battles",
    "Share early",
    "Think in years",
    "Know your users",
    "Disagree kindly",
    "Hire well",
    "Stay calm",
    "Tell the story",
];

/// Skills of no level: the first words of their names, and what may follow them.
const NAMED: [(&str, [&str; 6]); 9] = [
    (
        "Writing",
        ["briefs", "for decisions", "release notes", "postmortems", "tests", "to customers"],
    ),
    (
        "Planning",
        ["a quarter", "a launch", "for failure", "with estimates", "in public", "backwards"],
    ),
    ("Measuring", ["adoption", "quality", "speed", "churn", "learning", "what was promised"]),
    (
        "Interviewing",
        ["customers", "candidates", "experts", "former users", "in pairs", "on the road"],
    ),
    (
        "Testing",
        ["by hand", "assumptions", "prices", "prototypes", "on old phones", "in production"],
    ),
    ("Reviewing", ["code", "designs", "plans", "contracts", "incidents", "one’s own work"]),
    ("Presenting", ["numbers", "bad news", "a demo", "to a board", "options", "without slides"]),
    (
        "Mentoring",
        ["new colleagues", "leads", "across teams", "by pairing", "in writing", "at a distance"],
    ),
    ("Naming", ["things", "risks", "what is unknown", "the owner", "a date", "the next step"]),
];

/// What is said of a skill.
const SAID: [&str; 25] = [
    "Do it before anybody has to ask",
    "Begin with the people who will live with it",
    "Stop when two numbers agree",
    "Say what you left out, too",
    "One page, and no more",
    "A stranger should be able to take over",
    "Once a week, whatever else burns",
    "Show it half done",
    "Note who decided, and when",
    "The next one should take half as long",
    "Put a date on it",
    "Do it where the customer can hear it",
    "Even when the answer is no",
    "Start from the end",
    "Then cut it in half",
    "Use words that need no glossary",
    "Ask the same question twice",
    "Do it while it is still cheap",
    "Nobody thanks you for it in the first month",
    "It is a habit, and no talent",
    "I learned this one too late",
    "Everything else gets easier after it",
    "Three tries, and then ask",
    "Say it in the first minute",
    "Quiet people are the best at it",
];

/// Whom talks speak to.
const ROLES: [&str; 3] = ["product managers", "engineers", "designers"];

/// Numbers that look random and are the same in every run
/// (<https://en.wikipedia.org/wiki/Linear_congruential_generator>).
struct Numbers(u64);

impl Numbers {
    /// Neighbours begin far from each other.
    fn of_talk(number: usize) -> Self {
        Self((number as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn of<'a>(&mut self, texts: &'a [&'a str]) -> &'a str {
        texts[self.below(texts.len())]
    }
}

/// So many notes of made-up talks, no more than 700. One in 24 ranks skills for a level.
pub(crate) fn talks(count: usize) -> Vec<NoteFile> {
    assert!(count <= SUBJECTS.len() * TITLES.len(), "no two talks have one title");
    (0..count).map(talk).collect()
}

fn talk(number: usize) -> NoteFile {
    let mut numbers = Numbers::of_talk(number);
    let subject = SUBJECTS[number % SUBJECTS.len()];
    // Each subject meets each title once.
    let pattern = TITLES[(number / SUBJECTS.len() + number) % TITLES.len()];
    let lower = if pattern.starts_with("{}") { subject.to_owned() } else { subject.to_lowercase() };
    let title = pattern.replace("{}", &lower);
    let mut text = format!("---\ntitle: {title}\nvideoId: madeup{number:05}\n---\n");
    let mut second = 20 + numbers.below(60);
    let mut line = |text: &mut String, mark: &str, name: &str, numbers: &mut Numbers| {
        let said = numbers.of(&SAID);
        let (minutes, seconds) = (second / 60, second % 60);
        text.push_str(&format!("{mark} **{name}**: {said} [{minutes}:{seconds:02}]\n"));
        second += 45 + numbers.below(200);
    };
    let role = ROLES[number % 5 % ROLES.len()];
    if number.is_multiple_of(24) {
        let level = ["new", "senior"][number / 24 % 2];
        text.push_str(&format!("\n## Skills of {level} {role}\n\n"));
        for rank in 1..=3 + numbers.below(2) {
            let name = RANKED[numbers.below(RANKED.len() / 4) * 4 + rank - 1];
            line(&mut text, &format!("{rank}."), name, &mut numbers);
        }
    }
    text.push_str(&format!("\n## Key skills for {role}\n\n"));
    for _ in 0..2 + numbers.below(3) {
        let (head, rest) = &NAMED[numbers.below(NAMED.len())];
        let name = format!("{head} {}", numbers.of(rest));
        line(&mut text, "*", &name, &mut numbers);
    }
    NoteFile::new(format!("talk-{number:03}.md"), text)
}
