//! Notes in the habits of other tools and people: every time is a stamp or is told.

use skillreel::note::{Code, Note};

const VIDEO: &str = "7gaPPrAd7nc";

/// Each claim with a stamp, as `text 10 20-30^`: `^` marks what stands above.
fn stamped(note: &Note) -> Vec<String> {
    let claims = note.claims().iter().filter(|claim| !claim.stamps.is_empty());
    let in_short = |claim: &skillreel::note::Claim| {
        let seconds: Vec<String> = claim
            .stamps
            .iter()
            .map(|stamp| {
                let end = stamp.end_secs.map_or(String::new(), |end| format!("-{end}"));
                format!("{}{end}{}", stamp.seconds, if stamp.is_above { "^" } else { "" })
            })
            .collect();
        format!("{} {}", claim.text, seconds.join(" "))
    };
    claims.map(in_short).collect()
}

fn read(body: &str) -> Note {
    Note::read("a.md", &format!("---\ntitle: A\nvideoId: {VIDEO}\n---\n{body}\n"))
}

fn has(note: &Note, code: Code) -> bool {
    note.problems().iter().any(|problem| problem.code == code)
}

#[test]
fn times_in_every_habit_are_stamps() {
    let link = format!("https://youtu.be/{VIDEO}");
    let cases: [(&str, &[&str]); 24] = [
        ("Knead [[0:10]] and rest [[0:20], [0:30]].", &["Knead and rest. 10 20 30"]),
        ("Knead [0:10 - 0:14, 0:20–0:25].", &["Knead. 10-14 20-25"]),
        ("Knead [0:20 - 0:10].", &["Knead. 20"]),
        ("- **[0:10 to 0:20] Knead:** long", &["Knead: long 10-20"]),
        ("- `[0:10 - 0:20]` Knead", &["Knead 10-20"]),
        (
            "Knead (0:10) long, (John 3:16) at (10:30 am).",
            &["Knead long, (John 3:16) at (10:30 am). 10"],
        ),
        ("0:00 Flour\n0:37 Water\n1:02:03 Salt", &["Flour 0", "Water 37", "Salt 3723"]),
        ("- Flour 0:10\n- Water - 0:20", &["Flour 10", "Water 20"]),
        (
            "| 0:10 | Flour |\n|---|---|\n| 0:20 | Water |\n| 0:30 | Salt |",
            &["Water 20", "Salt 30"],
        ),
        ("**0:10** · Flour\n\n**0:20** · Water", &["Flour 10", "Water 20"]),
        (
            "Ann (0:10):\nFlour first.\n\nBob (0:20):\nWater then.",
            &["Flour first. 10^", "Water then. 20^"],
        ),
        (
            "## [0:10]\n\nFlour.\n\nWater.\n\n## 0:20 – Salt\n\n- Little",
            &["Flour. 10^", "Water. 10^", "Little 20^"],
        ),
        ("## Salt [0:10]\n\nLittle [0:20].", &["Salt 10", "Little. 20"]),
        ("[0:10]\n\n## Salt\n\nLittle.\n\nMore [0:20].\n\nNone.", &["Little. 10^", "More. 20"]),
        ("Little.\n\n[0:10]", &[" 10"]),
        ("```timestamp\n0:10\n```\n\nFlour.", &["Flour. 10^"]),
        ("At 1m05s and 1h02m03s, @0:12, `:vts=0:13`.", &["At. 65 3723 12 13"]),
        ("[Time 0:12] Flour", &["Flour 12"]),
        ("- {{youtube-timestamp 70}} Flour", &["Flour 70"]),
        ("[0:12](app://12) Flour", &["Flour 12"]),
        ("[0:12 - Flour](#flour)", &["Flour 12"]),
        ("Flour LINK?t=5 and <LINK?t=6>", &["Flour 5 6"]),
        ("[[0:07]](LINK?t=7) Flour [[0:08](LINK?t=8)]", &["Flour 7 8"]),
        ("![](LINK#t=10,13)", &[" 10-13"]),
    ];
    for (body, want) in cases {
        let note = read(&body.replace("LINK", &link));
        assert_eq!(stamped(&note), want, "{body}");
        assert!(!has(&note, Code::LinkMissing) && !has(&note, Code::LinkUnsafe), "{body}");
    }
}

#[test]
fn a_time_that_stays_text_is_told_once() {
    let note = read("At 10:30 and 11:15.\n\nAs `4:07` or [5:08](file:///a.mp4).\n");
    let told = note.problems().iter().filter(|problem| problem.code == Code::TimesUnread);
    let told: Vec<_> = told.collect();
    assert_eq!(told.len(), 1);
    assert!(told[0].message.starts_with("4 times were not read"), "{}", told[0].message);
    assert_eq!((told[0].line, stamped(&note).len()), (5, 0));
    assert!(!has(&read("Nothing at (John 3:1) or 2:1."), Code::TimesUnread));
}

#[test]
fn a_heading_that_is_only_a_time_is_no_topic() {
    let note = read(
        "### [0:10](https://youtu.be/7gaPPrAd7nc?t=10)\n\nFlour.\n\n### **Ann** [[0:20](https://youtu.be/7gaPPrAd7nc?t=20)]\n\nWater.\n",
    );
    let topics: Vec<&str> = note.topics().map(|(_, section)| section.title.as_str()).collect();
    assert_eq!(topics, ["Ann"]);
    assert!(note.claims().iter().all(|claim| !claim.text.is_empty()));
}
