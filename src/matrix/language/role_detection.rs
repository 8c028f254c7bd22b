//! Whose skills a heading, a lead-in or a title speaks of: the role that it names.

use super::lexicon::Word;
use super::senses::Senses;
use super::titles::WordInContext;
use super::words::lists;
use crate::matrix::model::role::Role;

impl Role {
    /// The role that a text names. Of several the first one counts: "Skills of engineers and
    /// designers" are engineers' skills; but of "what leaders look for in engineers" the last.
    pub(in crate::matrix) fn named(words: &[Word]) -> Option<Self> {
        let may_name = |&place: &usize| words[place].is(MAY_NAME);
        let first = (0..words.len()).find(may_name)?;
        let places = || (first..words.len()).filter(may_name);
        let named = |place: usize| {
            let view = WordInContext::of(words, place);
            person(&view).filter(|_| !is_beside(&view))
        };
        let seeks = words.iter().rposition(|word| word.is_in(lists::SEEKING));
        let sought =
            seeks.and_then(|seeks| places().filter(|place| *place >= seeks).find_map(named));
        sought
            .or_else(|| places().find_map(named))
            .or_else(|| places().find_map(|place| discipline(&WordInContext::of(words, place))))
    }

    /// The role that an author gives a note: as in any text, or by its field ("sales").
    pub(in crate::matrix) fn given(words: &[Word]) -> Option<Self> {
        let last = words.len().checked_sub(1)?;
        let leads = words[last].is_in(lists::LEADERSHIP).then_some(Self::Leader);
        let of_field = || leads.or_else(|| field(&WordInContext::of(words, last), 0));
        Self::named(words).or_else(of_field)
    }
}

/// What a word is that may name a role.
const MAY_NAME: Senses = Senses::OF_ROLES.or(Senses::CHIEFS);

/// The role of the persons whom a word names.
fn person(view: &WordInContext<'_>) -> Option<Role> {
    let word = view.word(0);
    let word = word.strip_suffix('s').unwrap_or(word);
    let is = |list: &[&str]| list.contains(&word);
    if let Some((_, role)) = PERSONS.iter().find(|(words, _)| words.contains(&word)) {
        return Some(*role);
    }
    if is(lists::MANAGER) {
        // Whoever manages projects, or the hiring of others, leads no people.
        let leads = !view.is_in(-1, lists::MANAGED_THINGS);
        return leads.then(|| of_field(view).unwrap_or(Role::Leader));
    }
    if is(lists::EXECUTIVES) && view.is_in(-1, lists::ACCOUNT) {
        return Some(Role::Sales);
    }
    if is(lists::LEADING) || view.is(0, Senses::CHIEFS) {
        return leading(view);
    }
    // Whoever builds a product has a product role.
    if view.is_in(0, lists::ROLES) && view.is_in(-1, lists::PRODUCT) {
        return None;
    }
    // "sales reps", "product people", "careers in design": the field alone says who.
    if is(lists::OF_A_FIELD) {
        return of_field(view);
    }
    if is(lists::MEMBER) {
        let is_of_team = view.is_in(-1, lists::TEAMS);
        return field(view, -1).or_else(|| field(view, -2).filter(|_| is_of_team));
    }
    None
}

/// The roles of persons who are called by them.
static PERSONS: [(&[&str], Role); 7] = [
    (lists::PRODUCT_PERSONS, Role::ProductManager),
    (lists::FOUNDER_PERSONS, Role::Founder),
    (lists::ENGINEER_PERSONS, Role::Engineer),
    (lists::DESIGNER_PERSONS, Role::Designer),
    (lists::RESEARCHER_PERSONS, Role::Researcher),
    (lists::SALES_PERSONS, Role::Sales),
    (lists::MARKETING_PERSONS, Role::Marketing),
];

/// The roles of fields.
static FIELDS: [(&[&str], Role); 6] = [
    (lists::PRODUCT, Role::ProductManager),
    (lists::ENGINEERING, Role::Engineer),
    (lists::DESIGN, Role::Designer),
    (lists::RESEARCH, Role::Researcher),
    (lists::SALES, Role::Sales),
    (lists::MARKETING, Role::Marketing),
];

/// The role of those who bear a title: that of the field they lead, else leader.
fn leading(view: &WordInContext<'_>) -> Option<Role> {
    let is_role = view.title().is_some();
    // "lead designers" are designers, and "Ada, VP of Sales" is one person.
    let is_leader = view.is_in(0, lists::LEADERS) || view.is_in(0, lists::LEADERSHIP);
    let is_craft =
        (view.is_in(0, lists::LEAD) || view.is_in(0, lists::LEADS)) && !view.is(-1, Senses::CRAFTS);
    if !is_role || is_craft || !(is_leader || view.is_of_anyone()) {
        return None;
    }
    Some(of_field(view).unwrap_or(Role::Leader))
}

/// The role of the field that a title or a person is of: "sales leaders", "heads of design".
fn of_field(view: &WordInContext<'_>) -> Option<Role> {
    let after = if view.is_in(1, lists::OF_OR_IN) {
        field(view, 3).or_else(|| field(view, 2))
    } else if view.is_in(0, lists::BEFORE_A_FIELD) {
        field(view, 1)
    } else if view.is_in(0, lists::VICE) && view.is_in(2, lists::OF) {
        field(view, 4).or_else(|| field(view, 3))
    } else {
        None
    };
    field(view, -1).or(after)
}

/// The role of the field that a word names.
fn field(view: &WordInContext<'_>, distance: isize) -> Option<Role> {
    if view.is_in(distance, lists::MANAGEMENT) && view.is_in(distance - 1, lists::PRODUCT) {
        return Some(Role::ProductManager);
    }
    let is_lead = view.is_in(distance + 1, lists::LEAD) || view.is_in(distance + 1, lists::LEADS);
    if view.is_in(distance, lists::TECH) && is_lead {
        return Some(Role::Engineer);
    }
    let field = FIELDS.iter().find(|(words, _)| view.is_in(distance, words));
    field.map(|(_, role)| *role)
}

/// The role of a discipline that is spoken of as one: "in sales", "leadership skills".
fn discipline(view: &WordInContext<'_>) -> Option<Role> {
    let is_of_skills = view.is(1, Senses::ALL_SKILLS);
    if view.is_in(0, lists::MANAGEMENT) {
        return field(view, 0);
    }
    if view.is_in(0, lists::LEADERSHIP) && is_of_skills {
        return Some(Role::Leader);
    }
    // Products have attributes, too.
    let has_things = view.is_in(0, lists::FIELDS_OF_THINGS) && !view.is(1, Senses::SKILLS);
    let is_named = !has_things && (is_of_skills || view.is_in(-1, lists::IN));
    field(view, 0).filter(|_| is_named)
}

/// Whether a person is named beside whom the text is about: "working with engineers".
fn is_beside(view: &WordInContext<'_>) -> bool {
    let ends = |distance: &isize| {
        view.word(*distance).is_empty()
            || view.is_in(*distance, lists::JOINING)
            || (view.is(*distance, Senses::JOINTS) && !view.is_in(*distance, lists::BESIDE))
    };
    let mut before = (-3..0).rev().take_while(|distance| !ends(distance));
    before.any(|distance| view.is_in(distance, lists::BESIDE))
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
    fn looks_at_each_word_that_names_a_role_by_itself() {
        let lexicon = Lexicon::new();
        let ends = ["", "s"];
        let words = lists::ALL.iter().copied().flatten();
        for word in words.flat_map(|word| ends.map(|end| [word, end].concat())) {
            for text in [word.clone(), ["in ", &word].concat(), [&word, " skills"].concat()] {
                let words = lexicon.read(&text);
                let role = (0..words.len()).find_map(|place| {
                    let view = WordInContext::of(&words, place);
                    person(&view).or_else(|| discipline(&view)).map(|role| (place, role))
                });
                if let Some((place, role)) = role {
                    assert!(words[place].is(MAY_NAME), "{text:?} names {role:?}");
                }
            }
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
