//! Letters without their accents, for the alphabets that have any: Latin, Greek and Cyrillic.
//!
//! Unicode's own tables (NFKD) know every script and weigh 46 KB in the page, compressed; for these
//! alphabets the rows here say the same, as a test holds them to.

/// Each row is a letter and, right after it, the small letters that become it.
const LETTER_ROWS: &str = "\
aªàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặₐ 2²₂ 3³₃ μµ 1¹₁ oºòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợₒ \
cçćĉċčḉ eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệₑ iìíîïĩīĭįǐȉȋḭḯỉịⁱ nñńņňǹṅṇṉṋⁿₙ \
uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự yýÿŷȳẏẙỳỵỷỹ dďḋḍḏḑḓ gĝğġģǧǵḡ hĥȟḣḥḧḩḫẖₕ jĵǰ kķǩḱḳḵₖ \
lĺļľḷḹḻḽₗ rŕŗřȑȓṙṛṝṟ sśŝşšſșṡṣṥṧṩẛₛ tţťțṫṭṯṱẗₜ wŵẁẃẅẇẉẘ zźżžẑẓẕ æǣǽ ʒǯ øǿ bḃḅḇ fḟ mḿṁṃₘ \
pṕṗₚ vṽṿ xẋẍₓ αἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷά εἐἑἒἓἔἕὲέέϵ ηἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇή \
ιἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗΐίϊ οὀὁὂὃὄὅὸόό υὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧΰϋύϒϓϔ ωὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷώ ρῤῥϱ \
ʹʹ βϐ θϑ φϕ πϖ κϰ ςϲ ийѝӣӥ еѐёӗ гѓ ії кќ уўӯӱӳ ѵѷ жӂӝ аӑӓ әӛ зӟ оӧ өӫ эӭ чӵ ыӹ 0⁰₀ 4⁴₄ \
5⁵₅ 6⁶₆ 7⁷₇ 8⁸₈ 9⁹₉ əₔ \
";

/// The letter under a small letter's accents; the same letter where there are none.
pub(super) fn base(letter: char) -> char {
    // Outside of these blocks no letter has a row. Most text is ASCII, and the commonest others
    // are quotation marks and dashes.
    let may_have_accents = matches!(
        letter,
        '\u{a0}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}' | '\u{2070}'..='\u{209c}'
    );
    if !may_have_accents {
        return letter;
    }
    LETTER_ROWS
        .split(' ')
        .find(|row| row.chars().skip(1).any(|c| c == letter))
        .and_then(|row| row.chars().next())
        .unwrap_or(letter)
}

/// The letters that a small sign stands for: a ligature, a digraph, a full-width letter.
pub(super) fn spelled_out(sign: char) -> Option<&'static str> {
    Some(match sign {
        'ĳ' => "ij",
        'ŀ' => "l·",
        'ŉ' => "ʼn",
        'ǆ' | 'ǳ' => "dz",
        'ǉ' => "lj",
        'ǌ' => "nj",
        'ẚ' => "aʾ",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        // Hindi and Bengali letters with a dot, which keyboards write in two ways.
        '\u{958}' => "\u{915}\u{93c}",
        '\u{959}' => "\u{916}\u{93c}",
        '\u{95a}' => "\u{917}\u{93c}",
        '\u{95b}' => "\u{91c}\u{93c}",
        '\u{95c}' => "\u{921}\u{93c}",
        '\u{95d}' => "\u{922}\u{93c}",
        '\u{95e}' => "\u{92b}\u{93c}",
        '\u{95f}' => "\u{92f}\u{93c}",
        '\u{9dc}' => "\u{9a1}\u{9bc}",
        '\u{9dd}' => "\u{9a2}\u{9bc}",
        '\u{9df}' => "\u{9af}\u{9bc}",
        _ => return None,
    })
}
