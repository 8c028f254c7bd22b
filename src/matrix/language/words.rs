//! The words by which headings, lead-ins and labels say what they speak of, each group with its
//! reason.
//!
//! Words are folded (no capitals, no accents, no apostrophes) and cut at hyphens, as
//! [`crate::text::words`] cuts them. Of people and things the singular is enough.

use super::lexicon::Senses;

/// Who has a job is a person, too.
const JOB: Senses = Senses::JOBS.or(Senses::PEOPLE);

/// Every group of words, with what they stand for. A word may stand in several.
pub(in crate::matrix) const GROUPS: [(Senses, &str); 32] = [
    // Abilities of people, whoever is named beside them. Never singular: "a key skill" speaks of
    // one skill, so the list after it holds something else.
    (Senses::SKILLS, "skills skillset skillsets"),
    // Abilities of people, but companies, models and products have them too.
    (Senses::ABILITIES, "abilities competencies competences"),
    // What people have, but so have movements, metrics and products: these count only with a kind
    // of person beside them.
    (Senses::TRAITS, "attributes traits qualities characteristics"),
    // As traits, but with nobody beside them they are a tool's.
    (Senses::CAPABILITIES, "capabilities"),
    // Jobs. A level of seniority needs one beside it.
    (
        JOB,
        "manager pm leader founder cofounder engineer designer researcher developer programmer \
         coder architect analyst scientist marketer seller salesperson salespeople rep \
         representative sdr recruiter consultant advisor adviser owner operator entrepreneur \
         investor executive director president officer apm ic boss bosses teacher coach coaches \
         mentor trainer doctor nurse lawyer artist athlete writer author editor speaker presenter \
         politician soldier musician filmmaker interviewer supervisor administrator technician \
         accountant journalist pilot chef therapist professor partner practitioner professionals",
    ),
    (JOB.or(Senses::CHIEFS), CHIEFS),
    (JOB, "vp vps svp svps evp evps"),
    // Jobs that say what one is good at: as a label they name an ability.
    (
        JOB.or(Senses::DOERS),
        "communicator storyteller negotiator builder creator maker thinker learner performer \
         facilitator strategist specialist generalist collaborator listener achiever",
    ),
    // Kinds of persons that are no job; hiring and leadership are always of people. Those that
    // are adjectives in the singular ("human language") stand in the plural only.
    (
        Senses::PEOPLE,
        "candidate applicant hire hiring recruiting employee worker contributor teammate member \
         colleague talent staff freelancer volunteer leadership people person persons individuals \
         humans women men students graduates children kids parents adults beginners experts \
         someone anyone those citizens scholars",
    ),
    // Words for persons that, as a label, name what they are like or do.
    (
        Senses::PERSONAL,
        "leadership leader owner coach mentor teacher operator hire hiring recruiting staff \
         talent partner entrepreneur people person",
    ),
    // What an adjective of seniority may speak of besides a job.
    (
        Senses::AT_WORK,
        "role roles level levels position positions hire hires candidate candidates employee \
         employees contributor contributors talent staff member members",
    ),
    // Words that say which people are meant, or at which level.
    (
        Senses::KINDS,
        "real good great new newer aspiring junior associate beginner entry early late mid first \
         time senior experienced lead leads staff principal group head heads vice chief c suite \
         level levels role career stage software ux backend frontend back front end full stack \
         general account ai people individual contributors non leader leaders owner owners \
         for the a an as at in and or of to",
    ),
    // Words with which the name of a level starts.
    (
        Senses::SENIORITY,
        "early entry mid new newer aspiring junior associate beginner first senior experienced \
         apm apms leader leaders leadership lead leads staff principal group director directors \
         head heads vp vps svp svps evp evps vice chief c executive executives",
    ),
    (Senses::SENIORITY, CHIEFS),
    // Crafts that have leads and owners. A lead alone may be a customer to be.
    (
        Senses::CRAFTS.or(Senses::KINDS),
        "product tech technical design engineering data sales marketing growth team project \
         program research squad",
    ),
    // Whose traits are none of people, however many people the sentence names besides.
    (
        Senses::THINGS,
        "company companies startup organization organisation business businesses corporation \
         team group culture community communities workplace product feature tool platform \
         software system app service model agent ai llm robot technology technologies machine \
         goal okr kpi idea insight story stories strategy strategies vision value market \
         marketplace movement brand content design data process processes meeting framework \
         problem decision question code network country countries city cities species animal \
         plant disease operation opportunity opportunities relationship environment user \
         customer audience growth success card deck character monster weapon car",
    ),
    // Machines that are said to have skills.
    (Senses::MACHINES, "agent agents model models llm robot robots"),
    // A list that these lead to holds no abilities: what went wrong or stands in the way;
    (
        Senses::OTHER_THINGS,
        "mistake mistakes misconception misconceptions myth myths pitfall pitfalls trap traps \
         challenge challenges obstacle obstacles barrier barriers problems issues risk risks \
         failures limitations concerns criticism criticisms flags",
    ),
    // how something is done or got better at;
    (
        Senses::OTHER_THINGS,
        "tip tips tactic tactics trick tricks hack hacks technique techniques method methods way \
         ways step steps exercise exercises stage stages phase phases routine \
         routines strategies frameworks initiatives programs rituals process processes",
    ),
    // the word of others;
    (
        Senses::OTHER_THINGS,
        "advice lesson lessons insights recommendation recommendations takeaway takeaways \
         question questions example examples anecdotes stories quotes resources books podcasts \
         newsletters courses links references tools",
    ),
    // what follows from something, or speaks for it;
    (
        Senses::OTHER_THINGS,
        "reason reasons benefit benefits advantages disadvantages implications considerations \
         consequences effects outcomes results changes trends predictions signs signals \
         indicators symptoms markers",
    ),
    // and whatever else is listed with people around.
    (
        Senses::OTHER_THINGS,
        "companies archetypes features metrics milestones events options structures departments \
         teams titles",
    ),
    // These hold none either, unless a heading says that they do: "Skills of Nurses", "They have
    // three habits:".
    (
        Senses::LOOSE_THINGS,
        "habit habits principle principles practice practices rule rules action actions approach \
         approaches factor factors category categories type types law laws behavior behaviors",
    ),
    // Verbs of getting better: a heading that starts with one, or a clause "to improve …", leads
    // to ways of practising.
    (
        Senses::IMPROVING,
        "improve improving develop developing build building practice practicing practise \
         practising learn learning enhance enhancing cultivate cultivating hone honing sharpen \
         sharpening strengthen strengthening train training teach teaching grow growing acquire \
         acquiring foster fostering gain gaining master mastering boost boosting refine refining \
         nurture nurturing assess assessing evaluate evaluating test testing measure measuring \
         interviewing become becoming get getting unlock unlocking harness harnessing",
    ),
    // Words after "skills" that make another thing of it: a skills gap is no skill.
    (
        Senses::OF_SKILLS,
        "gap gaps shortage shortages development building training assessment assessments \
         acquisition framework frameworks checklist transfer test tests based matrix inventory \
         mismatch ladder",
    ),
    // What executives have and do, as against executives.
    (
        Senses::OF_EXECUTIVES,
        "coach coaches coaching presence summary summaries team teams assistant assistants order \
         orders function functions producer producers branch power dysfunction control sponsor \
         sponsors sponsorship",
    ),
    // Before "skills", words that say which ones matter, not which ones they are.
    (
        Senses::GENERAL,
        "key core essential top important main critical crucial necessary required must other \
         additional new future evolving basic fundamental vital most",
    ),
    // What is asked of people: to be mastered, or to be judged by.
    (Senses::DEMANDS, "master mastered demonstrate show prove judged evaluated assessed expected"),
    // What may as well be advice.
    (
        Senses::ADVICE,
        "should must need needs require requires required essential critical crucial key vital",
    ),
    // What a heading with a level asks of those who have it.
    (
        Senses::ASKED,
        "focus priorities priority expectations expected requirements responsibilities",
    ),
    // Words that join a noun to what it is of.
    (Senses::LINKS, "of in for among that who a an every needed required found to"),
    // Words after which a text speaks of something besides, or within something else.
    (
        Senses::JOINTS,
        "of on in for to with from by about and or at is are as when include includes",
    ),
];

/// The heads of companies and their departments.
const CHIEFS: &str = "ceo ceos cto ctos cpo cpos cfo cfos cmo cmos coo coos cio cios ciso cisos \
    cro cros cso csos cxo cxos cpto cptos cco ccos chro chros cdo cdos";
