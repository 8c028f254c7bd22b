//! Whole notes, read: sections, claims, stamps, links and what is shown of raw HTML.

use skillreel::note::{Block, Code, Inline, Note, Style, plain_text};

const HEAD: &str = "---\ntitle: A note\nvideoId: 7gaPPrAd7nc\n---\n";

fn read(body: &str) -> Note {
    Note::read("folder/a_note.md", &format!("{HEAD}{body}"))
}

fn stamp(time: &str) -> String {
    format!("<a class=\"yt-timestamp\" data-t=\"{time}\">[{time}]</a>")
}

/// Every claim with its seconds.
fn claims(note: &Note) -> Vec<(&str, Vec<u32>)> {
    let seconds = |claim: &skillreel::note::Claim| claim.stamps.iter().map(|s| s.seconds).collect();
    note.claims().iter().map(|claim| (claim.text.as_str(), seconds(claim))).collect()
}

fn codes(note: &Note) -> Vec<(u32, Code)> {
    note.problems().iter().map(|problem| (problem.line, problem.code)).collect()
}

/// All text that a reader sees, blocks apart by a bar.
fn shown(blocks: &[Block]) -> String {
    let parts: Vec<String> = blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(inlines) | Block::Heading(_, inlines) => plain_text(inlines),
            Block::List(_, items) => {
                let items: Vec<String> = items.iter().map(|item| shown(&item.blocks)).collect();
                items.join(" | ")
            }
            Block::Quote(blocks) | Block::Footnote(_, blocks) => shown(blocks),
            Block::Details(summary, blocks) => {
                format!("{} > {}", plain_text(summary), shown(blocks))
            }
            Block::Code(text) => text.trim().to_owned(),
            Block::Table(table) => {
                let cells = table.head.iter().chain(table.rows.iter().flatten());
                cells.map(|cell| plain_text(cell)).collect::<Vec<_>>().join(" · ")
            }
            Block::Property(key, value) => format!("{key} = {}", plain_text(value)),
            Block::Rule => "—".to_owned(),
            Block::Mark(..) => String::new(),
        })
        .collect();
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" | ")
}

fn shown_in(note: &Note) -> String {
    note.sections().iter().map(|section| shown(&section.blocks)).collect::<Vec<_>>().join(" || ")
}

#[test]
fn a_note_has_its_source_sections_and_lines() {
    let note =
        read("\nFrom: [[some_channel]] <br/> \n\n## First **part**\n\nText.\n\n### Deeper\n");
    assert_eq!(note.title, "A note");
    assert_eq!(&*note.id.0, "folder/a_note");
    assert_eq!(note.source().map(|link| link.target.as_str()), Some("some_channel"));
    let sections: Vec<_> = note
        .sections()
        .iter()
        .map(|s| (s.title.as_str(), s.rank, s.slug.as_str(), s.line))
        .collect();
    assert_eq!(sections, [("First part", 2, "first-part", 8), ("Deeper", 3, "deeper", 12)]);
    assert_eq!(note.problems(), []);
}

#[test]
fn text_before_the_first_heading_is_a_section_of_rank_0() {
    let note = read("Lead.\n\n# Top\n\n## Same\n\n## Same\n");
    let sections: Vec<_> = note.sections().iter().map(|s| (s.rank, s.slug.as_str())).collect();
    assert_eq!(sections, [(0, "section"), (1, "top"), (2, "same"), (2, "same-2")]);
}

#[test]
fn a_paragraph_is_cut_into_sentences_and_a_list_item_stays_whole_where_it_can() {
    let (a, b, c) = (stamp("00:00:07"), stamp("00:12:22"), stamp("01:00:00"));
    let body = format!(
        "Work on impact {a}. Then rest {b}, {c}.\n\nNothing backs this. Nor this.\n\n\
         *   **Think big:** Ask for more. Then ask again {b}.\n\
         1.  **Lead** {a}: Be early {b}. Be kind {c}.\n    - Nested {a}.\n"
    );
    let note = read(&body);
    let want = [
        ("Work on impact.", vec![7]),
        ("Then rest.", vec![742, 3600]),
        ("Nothing backs this. Nor this.", vec![]),
        ("Think big: Ask for more. Then ask again.", vec![742]),
        ("Lead: Be early.", vec![7, 742]),
        ("Be kind.", vec![3600]),
        ("Nested.", vec![7]),
    ];
    assert_eq!(claims(&note), want);
}

#[test]
fn a_sentence_that_ends_inside_bold_text_is_cut_there() {
    let note = read(&format!("**One ends. Two {}** goes on.\n", stamp("0:05")));
    assert_eq!(claims(&note), [("One ends.", vec![]), ("Two goes on.", vec![5])]);
}

#[test]
fn stamps_are_read_repaired_or_named_as_problems() {
    let link = "[12:22](https://youtu.be/dQw4w9WgXcQ?t=742)";
    let cases = [
        (stamp("00:12:22"), vec![742], None),
        ("[00:05:50] and [5:51]".to_owned(), vec![350, 351], None),
        (
            "<a class=\"yt-timestamp\" data-t=\"00:18:58]\">[00:18:58]</a>".into(),
            vec![1138],
            Some(Code::StampRepaired),
        ),
        (
            "<a class=\"yt-timestamp\" data-t=\"12:11:00\">[12:11]</a>".into(),
            vec![731],
            Some(Code::StampRepaired),
        ),
        (
            "<a class=\"yt-timestamp\" data-t=\"00:01:00\">[00:02:00]</a>".into(),
            vec![60],
            Some(Code::StampMismatch),
        ),
        (
            "<a class=\"yt-timestamp\" data-time=\"x\">[00:02:00]</a>".into(),
            vec![120],
            Some(Code::StampRepaired),
        ),
        (
            "<a class=\"yt-timestamp\" data-t=\"N/A\">N/A</a>".into(),
            vec![],
            Some(Code::StampInvalid),
        ),
        ("<a class=\"yt-timestamp\" data-t=\"00:01:00\"></a>".into(), vec![60], None),
        (link.to_owned(), vec![742], None),
        ("`[00:05:50]`".into(), vec![], Some(Code::TimesUnread)),
        ("[99:99:99]".into(), vec![], Some(Code::StampInvalid)),
    ];
    for (text, seconds, code) in cases {
        let note = read(&format!("Text {text} end.\n"));
        let got: Vec<u32> = claims(&note).into_iter().flat_map(|(_, seconds)| seconds).collect();
        assert_eq!(got, seconds, "{text}");
        assert_eq!(codes(&note).first().map(|&(_, code)| code), code, "{text}");
    }
    // A time that had to be mended and differs from its text is told of for both.
    let both = "<a class=\"yt-timestamp\" data-t=\"12:11:00\">[12:12:00]</a>";
    let told = codes(&read(&format!("Text {both} end.\n"))).into_iter().map(|(_, code)| code);
    assert_eq!(told.collect::<Vec<_>>(), [Code::StampMismatch, Code::StampRepaired]);
    let other = read(&format!("Text {link}.\n"));
    let video = other.claims()[0].stamps[0].video;
    assert_eq!(video.map(|video| video.to_string()).as_deref(), Some("dQw4w9WgXcQ"));
}

/// Found by the fuzzer `note`: a character that stands for a bar inside was taken for one.
#[test]
fn a_control_character_in_a_link_loses_no_text() {
    assert_eq!(claims(&read("[[\u{1}folding|Folding]]\n")), [("Folding", vec![])]);
}

#[test]
fn an_anchor_that_is_never_closed_loses_no_text() {
    let note = read("Before <a class=\"yt-timestamp\" data-t=\"0:07\">[0:07] after it.\n");
    assert_eq!(claims(&note), [("Before after it.", vec![7])]);
}

#[test]
fn links_keep_target_heading_and_alias() {
    let note = read(
        "[[a_b | c]] [[d]] [[e#f|g]] [[h/i]] [x](j%20k.md)\n\n| [[l | m]] | n |\n|---|---|\n| o | p |\n",
    );
    let links: Vec<_> = note
        .links()
        .into_iter()
        .map(|l| (l.target.as_str(), l.heading.as_deref(), plain_text(&l.content)))
        .collect();
    let want = [
        ("a_b", None, "c".to_owned()),
        ("d", None, "d".to_owned()),
        ("e", Some("f"), "g".to_owned()),
        ("h/i", None, "h/i".to_owned()),
        ("j k", None, "x".to_owned()),
        ("l", None, "m".to_owned()),
    ];
    assert_eq!(links, want);
    assert_eq!(shown_in(&note), "c d g h/i x | m · n · o · p");
}

#[test]
fn html_takes_effect_only_where_it_is_allowed() {
    let cases = [
        ("a<br>b", "a b"),
        ("use <tool> and <number>", "use <tool> and <number>"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("x <img src=x onerror=alert(1)> y", "x <img src=x onerror=alert(1)> y"),
        ("<div>in *it*</div>", "<div>in *it*</div>"),
        ("a <b onclick=x>bold</b> c", "a bold c"),
        ("a </b> c", "a </b> c"),
        ("a <!-- gone --> c", "a c"),
        ("[x](javascript:alert(1))", "x"),
        ("![alt](data:text/html,x)", "alt"),
        ("<br>\n---\n<br>", "—"),
        ("# x {onclick=alert(1)}", ""),
    ];
    for (body, want) in cases {
        assert_eq!(shown_in(&read(body)), want, "{body}");
    }
    let bold = read("<b onclick=x>bold</b>");
    let Block::Paragraph(inlines) = &bold.sections()[0].blocks[0] else { panic!("no paragraph") };
    let Inline::Claim(_, inlines) = &inlines[0] else { panic!("no claim: {inlines:?}") };
    assert_eq!(inlines[0], Inline::Styled(Style::Strong, vec![Inline::Text("bold".into())]));
    assert_eq!(read("# x {onclick=alert(1)}").sections()[0].title, "x {onclick=alert(1)}");
}

#[test]
fn disclosures_hold_what_stands_between_their_tags() {
    let note = read("<details>\n<summary>More</summary>\n\n- inside\n\n</details>\n\nafter\n");
    assert_eq!(shown_in(&note), "More > inside | after");
}

#[test]
fn deep_nesting_keeps_its_text() {
    // The deepest block that is opened may be a quotation, a list or an item.
    for open in ["> ", "- ", "1. ", "> - ", "- > ", "> > - "] {
        for times in [10, 11, 15, 16, 17, 31, 32, 33, 200] {
            let note = read(&format!("{}deep words\n", open.repeat(times)));
            assert!(shown_in(&note).contains("deep words"), "{open:?} × {times}");
        }
        let note = read(&format!("{}deep words\n", open.repeat(200)));
        assert_eq!(codes(&note), [(5, Code::TooDeep)], "{open:?}");
    }
    let stars = format!("{}core{}", "*a **b ".repeat(200), "** *".repeat(200));
    assert!(shown_in(&read(&stars)).contains("core"));
}

/// docs/FAULTS.md, 21: a malformed note is shown as text, with a notice.
#[test]
fn fault_21_a_malformed_note_keeps_its_text() {
    type Case = (&'static str, &'static str, &'static [(u32, Code)]);
    let cases: [Case; 4] = [
        (
            "---\ntitle: A\nno end\n",
            "title: A no end",
            &[(1, Code::FrontMatterUnclosed), (1, Code::VideoMissing), (1, Code::TitleMissing)],
        ),
        ("", "", &[(1, Code::Empty), (1, Code::VideoMissing), (1, Code::TitleMissing)]),
        ("| a | b\n|--\n[[", "| a | b |-- [[", &[(1, Code::VideoMissing), (1, Code::TitleMissing)]),
        (
            "a\0b",
            "a\u{fffd}b",
            &[(1, Code::Encoding), (1, Code::VideoMissing), (1, Code::TitleMissing)],
        ),
    ];
    for (text, want, problems) in cases {
        let note = Note::read("a.md", text);
        assert!(shown_in(&note).contains(want), "{text:?}: {}", shown_in(&note));
        for problem in problems {
            assert!(codes(&note).contains(problem), "{text:?}: {:?}", note.problems());
        }
    }
}

#[test]
fn too_many_marks_on_a_letter_are_kept_and_not_shown() {
    let marks = |count: usize| "\u{301}".repeat(count);
    let heap = format!("Bre{}ad", marks(5000));
    let note = read(&format!("## {heap}\n\n- {heap} rises [0:10]\n\nPlain{}.\n", marks(30)));
    let told = note.problems().iter().find(|problem| problem.code == Code::MarksCut).unwrap();
    assert!(told.message.contains("30"), "{told:?}");
    // Kept, searched and exported as it is.
    assert_eq!(note.claims()[0].text, format!("{heap} rises"));
    assert_eq!(note.sections()[0].title, heap);
    // Shown with as many as any script needs.
    let shown = format!("Bre{}ad", marks(30));
    assert_eq!(note.sections()[0].shown_title(), shown);
    let vault = skillreel::vault::Vault::of(vec![note]);
    let matrix = skillreel::matrix::Matrix::of(&vault);
    let page = skillreel::export::formats::html::static_page(&vault, &matrix, "Bread");
    assert!(page.contains(&format!(">{shown}</h4>")) && !page.contains(&marks(31)), "{page}");
    let plain = read(&format!("Plain{}.\n", marks(30)));
    assert!(!plain.problems().iter().any(|problem| problem.code == Code::MarksCut));
}
