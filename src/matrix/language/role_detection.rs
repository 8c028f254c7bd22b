//! Whose skills a heading, a lead-in or a title speaks of: the role that it names.

use super::lexicon::Word;
use super::senses::Senses;
use super::titles::WordInContext;
use crate::matrix::model::role::Role;

impl Role {
    /// The role that a text names. Of several the first one counts: "Skills of engineers and
    /// designers" are engineers' skills; but of "what leaders look for in engineers" the last.
    pub(in crate::matrix) fn named(words: &[Word]) -> Option<Self> {
        let named = |place: usize| {
            let view = WordInContext::of(words, place);
            person(&view).filter(|_| !is_beside(&view))
        };
        let seeks = words.iter().rposition(|word| is_seeking(word.as_str()));
        let sought = seeks.and_then(|seeks| (seeks..words.len()).find_map(named));
        sought.or_else(|| (0..words.len()).find_map(named)).or_else(|| {
            (0..words.len()).find_map(|place| discipline(&WordInContext::of(words, place)))
        })
    }

    /// The role that an author gives a note: as in any text, or by its field ("sales").
    pub(in crate::matrix) fn given(words: &[Word]) -> Option<Self> {
        let last = words.len().checked_sub(1)?;
        Self::named(words).or_else(|| match words[last].as_str() {
            "leadership" => Some(Self::Leader),
            _ => field(&WordInContext::of(words, last), 0),
        })
    }
}

/// The role of the persons whom a word names.
fn person(view: &WordInContext<'_>) -> Option<Role> {
    let word = view.word(0);
    match word.strip_suffix('s').unwrap_or(word) {
        "pm" | "apm" => Some(Role::ProductManager),
        "founder" | "cofounder" | "entrepreneur" => Some(Role::Founder),
        "engineer" | "developer" | "programmer" | "coder" => Some(Role::Engineer),
        "designer" => Some(Role::Designer),
        "researcher" => Some(Role::Researcher),
        "seller" | "salesperson" | "salespeople" | "sdr" | "bdr" => Some(Role::Sales),
        "marketer" => Some(Role::Marketing),
        "manager" if manages_people(view) => Some(of_field(view).unwrap_or(Role::Leader)),
        "executive" if view.word(-1) == "account" => Some(Role::Sales),
        "leader" | "lead" | "leadership" | "director" | "head" | "vp" | "svp" | "evp" | "vice"
        | "chief" | "executive" => leading(view),
        _ if view.is(0, Senses::CHIEFS) => leading(view),
        // Whoever builds a product has a product role.
        "role" if view.word(0) == "roles" && view.word(-1) == "product" => None,
        // "sales reps", "product people", "careers in design": the field alone says who.
        "rep" | "representative" | "people" | "person" | "hire" | "candidate" | "talent"
        | "professional" | "owner" | "role" | "career" | "job" => of_field(view),
        "member" => field(view, -1).or_else(|| {
            let is_of_team = matches!(view.word(-1), "team" | "teams");
            field(view, -2).filter(|_| is_of_team)
        }),
        _ => None,
    }
}

/// The role of those who bear a title: that of the field they lead, else leader.
fn leading(view: &WordInContext<'_>) -> Option<Role> {
    let is_role = view.title().is_some();
    // "lead designers" are designers, and "Ada, VP of Sales" is one person.
    let is_leader = matches!(view.word(0), "leader" | "leaders" | "leadership");
    let is_craft = matches!(view.word(0), "lead" | "leads") && !view.is(-1, Senses::CRAFTS);
    if !is_role || is_craft || !(is_leader || view.is_of_anyone()) {
        return None;
    }
    Some(of_field(view).unwrap_or(Role::Leader))
}

/// The role of the field that a title or a person is of: "sales leaders", "heads of design".
fn of_field(view: &WordInContext<'_>) -> Option<Role> {
    let after = match (view.word(0), view.word(1)) {
        (_, "of" | "in") => field(view, 3).or_else(|| field(view, 2)),
        ("chief" | "vp" | "vps" | "svp" | "evp", _) => field(view, 1),
        ("vice", _) if view.word(2) == "of" => field(view, 4).or_else(|| field(view, 3)),
        _ => None,
    };
    field(view, -1).or(after)
}

/// Whether a manager leads people, and not projects or the hiring of others.
fn manages_people(view: &WordInContext<'_>) -> bool {
    let of = view.word(-1);
    !matches!(of, "project" | "program" | "programme" | "hiring" | "community" | "success")
}

/// The role of the field that a word names.
fn field(view: &WordInContext<'_>, distance: isize) -> Option<Role> {
    match view.word(distance) {
        "product" => Some(Role::ProductManager),
        "management" if view.word(distance - 1) == "product" => Some(Role::ProductManager),
        "engineering" | "software" => Some(Role::Engineer),
        "tech" | "technical" if matches!(view.word(distance + 1), "lead" | "leads") => {
            Some(Role::Engineer)
        }
        "design" | "ux" => Some(Role::Designer),
        "research" => Some(Role::Researcher),
        "sales" | "account" => Some(Role::Sales),
        "marketing" => Some(Role::Marketing),
        _ => None,
    }
}

/// The role of a discipline that is spoken of as one: "in sales", "leadership skills".
fn discipline(view: &WordInContext<'_>) -> Option<Role> {
    let is_of_skills = view.is(1, Senses::ALL_SKILLS);
    match view.word(0) {
        "management" => field(view, 0),
        "leadership" if is_of_skills => Some(Role::Leader),
        // Products have attributes, too.
        "product" | "software" | "account" if !view.is(1, Senses::SKILLS) => None,
        _ if is_of_skills || view.word(-1) == "in" => field(view, 0),
        _ => None,
    }
}

/// Words with which somebody looks for others.
fn is_seeking(word: &str) -> bool {
    matches!(
        word,
        "look"
            | "looks"
            | "looking"
            | "seek"
            | "seeks"
            | "seeking"
            | "hire"
            | "hiring"
            | "interview"
            | "interviewing"
            | "evaluate"
            | "evaluating"
            | "value"
    )
}

/// Whether a person is named beside whom the text is about: "working with engineers".
fn is_beside(view: &WordInContext<'_>) -> bool {
    for distance in (-3..0).rev() {
        match view.word(distance) {
            "with" | "than" | "from" => return true,
            "and" | "or" | "" => return false,
            _ if view.is(distance, Senses::JOINTS) => return false,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matrix::language::lexicon::Lexicon;

    #[test]
    fn finds_the_role_that_is_spoken_of() {
        use Role::{
            Designer, Engineer, Founder, Leader, Marketing, ProductManager, Researcher, Sales,
        };
        let cases = [
            ("Skills of New Product Managers", Some(ProductManager)),
            ("What a PM needs", Some(ProductManager)),
            ("For APMs", Some(ProductManager)),
            ("The art of product management", Some(ProductManager)),
            ("Traits of product people", Some(ProductManager)),
            ("Product leaders share these traits", Some(ProductManager)),
            ("Skills of product marketing managers", Some(Marketing)),
            ("Top skills of leaders", Some(Leader)),
            ("Leadership qualities", Some(Leader)),
            ("Leadership roles", Some(Leader)),
            ("First-time managers", Some(Leader)),
            ("Executive presence", None),
            ("A CEO's skills", Some(Leader)),
            ("Skills of bosses", None),
            ("Market leaders", None),
            ("Project managers", None),
            ("Traits of co-founders", Some(Founder)),
            ("Engineering managers", Some(Engineer)),
            ("Skills for tech leads", Some(Engineer)),
            ("Lead designers", Some(Designer)),
            ("Heads of design", Some(Designer)),
            ("UX researchers", Some(Researcher)),
            ("Sales skills", Some(Sales)),
            ("Skills of account executives", Some(Sales)),
            ("Expectations of a VP of Sales", Some(Sales)),
            ("A vice president of sales", Some(Sales)),
            ("Ada, VP of Sales at Crust, on bread", None),
            ("Great sales team members", Some(Sales)),
            ("Succeeding in marketing", Some(Marketing)),
            ("A chief marketing officer's skills", Some(Marketing)),
            // Whom it is about, not who else is named.
            ("Skills of engineers and designers", Some(Engineer)),
            ("What leaders look for in engineers", Some(Engineer)),
            ("What hiring managers value", None),
            ("Working with engineers: skills of designers", Some(Designer)),
            ("Leadership skills for product managers", Some(ProductManager)),
            ("From engineer to manager: skills", Some(Leader)),
            // Things, not people.
            ("Design principles", None),
            ("Product attributes", None),
            ("New product roles", None),
            ("Software", None),
            ("Sales growth", None),
            ("Key skills", None),
            ("", None),
        ];
        let lexicon = Lexicon::new();
        for (text, want) in cases {
            assert_eq!(Role::named(&lexicon.read(text)), want, "{text:?}");
        }
    }

    #[test]
    fn takes_an_authors_word_for_a_role() {
        let cases = [
            ("product manager", Some(Role::ProductManager)),
            ("Product-Manager", Some(Role::ProductManager)),
            ("senior PM", Some(Role::ProductManager)),
            ("sales", Some(Role::Sales)),
            ("leadership", Some(Role::Leader)),
            ("design", Some(Role::Designer)),
            ("baker", None),
            ("…", None),
        ];
        let lexicon = Lexicon::new();
        for (text, want) in cases {
            assert_eq!(Role::given(&lexicon.read(text)), want, "{text:?}");
        }
        for role in Role::ALL {
            assert_eq!(Role::given(&lexicon.read(role.label())), Some(role));
            assert_eq!(Role::given(&lexicon.read(role.as_str())), Some(role));
        }
    }
}
