//! The reader's list: moved, taken from, brought by a link, and found again.

use skillreel::anchor::Anchor;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use super::{Page, document, fragment, go_to, press, text_of};

/// Notes of two videos.
fn two_videos() -> [(&'static str, String); 2] {
    let a = "---\nvideoId: aaaaaaaaaaa\n---\n## Skills for bakers\n\
             1. **Knead** [0:10]\n2. **Rest** [0:40]\n3. **Shape** [1:40]\n";
    let b = "---\nvideoId: bbbbbbbbbbb\n---\nOther [0:05]\n";
    [("a.md", a.to_owned()), ("b.md", b.to_owned())]
}

/// A note with more to play than a list takes.
fn long() -> [(&'static str, String); 1] {
    let mut note = "---\nvideoId: aaaaaaaaaaa\n---\n## Skills for bakers\n".to_owned();
    // What has no time is among the claims, and no clip.
    note += "1. **Knead** first\n";
    for number in 0..130 {
        note += &format!("   - dough number {number} [{}:{:02}]\n", number / 3, number % 3 * 20);
    }
    [("a.md", note)]
}

/// Waits until the list has these clips.
async fn times(page: &Page, wanted: &[&str]) {
    let wanted: Vec<String> = wanted.iter().map(|&time| time.to_owned()).collect();
    page.until("the clips", wanted, |page| page.texts("[data-anchor=queue-time]")).await;
}

#[wasm_bindgen_test]
async fn clips_are_moved_and_taken_out_by_keys() {
    let page = Page::of(&two_videos(), "queue=10.40.100-a").await;
    times(&page, &["0:10", "0:40", "1:40"]).await;
    page.all(Anchor::QueueClip.selector())[2].focus().unwrap();
    press("ArrowUp", true);
    times(&page, &["0:10", "1:40", "0:40"]).await;
    let at_focus = |_: &Page| {
        let focus =
            document().active_element()?.query_selector("[data-anchor=queue-time]").ok()??;
        Some(text_of(&focus.unchecked_into()))
    };
    page.until("the focus", Some("1:40".to_owned()), at_focus).await;
    press("ArrowUp", true);
    times(&page, &["1:40", "0:10", "0:40"]).await;
    assert_eq!(fragment(), "", "a list that was changed is no longer the address's");
    let link = |page: &Page| {
        let link = page.one("#copy-link-to-this-list").unchecked_into::<HtmlInputElement>().value();
        link.split_once('#').map(|(_, fragment)| fragment.to_owned())
    };
    page.until("the link", Some("queue=100.10.40-a".to_owned()), link).await;
    page.one("[data-anchor=list-line]:nth-child(2) button[title='Take out']").click();
    times(&page, &["1:40", "0:40"]).await;
    page.one("[data-anchor=list-line]:nth-child(2) button[title='Move up']").click();
    times(&page, &["0:40", "1:40"]).await;
}

#[wasm_bindgen_test]
async fn a_clip_is_moved_by_dragging() {
    let page = Page::of(&two_videos(), "queue=10.40.100-a").await;
    times(&page, &["0:10", "0:40", "1:40"]).await;
    let items = page.all("[data-anchor=list-line]");
    let send = |item: usize, name: &str| {
        let event =
            "bubbles: true, cancelable: true, dataTransfer: window.held ??= new DataTransfer()";
        super::send(&items[item], &format!("new DragEvent('{name}', {{ {event} }})"))
    };
    send(2, "dragstart");
    assert!(!send(0, "dragover"), "the place takes the clip");
    send(0, "drop");
    send(2, "dragend");
    times(&page, &["1:40", "0:10", "0:40"]).await;
}

#[wasm_bindgen_test]
async fn a_list_is_found_again_and_the_one_before_it_too() {
    {
        let page = Page::of(&two_videos(), "queue=100-a*5-b*7-nowhere").await;
        times(&page, &["1:40", "0:05", "0:07"]).await;
        page.reads("[data-anchor=list-line]", "Its note is not here.").await;
        page.leave();
    }
    // Another visit, with an address that names none.
    let page = Page::of(&two_videos(), "").await;
    times(&page, &["1:40", "0:05", "0:07"]).await;
    // A link brings another list, and the former one can be had again.
    go_to("queue=40-a");
    times(&page, &["0:40"]).await;
    page.press_button("Undo");
    times(&page, &["1:40", "0:05", "0:07"]).await;
    page.press_button("Clear");
    times(&page, &[]).await;
    page.leave();
    let page = Page::of(&two_videos(), "").await;
    times(&page, &[]).await;
}

#[wasm_bindgen_test]
async fn it_is_told_how_much_of_what_is_shown_plays() {
    let page = Page::of(&long(), "skill=knead").await;
    page.reads("[data-anchor=play-bar] [data-anchor=play-these]", "Play the first 100 of 131 · ")
        .await;
    let offered = "min for the first 100 of 131 claims about";
    page.reads(
        "[data-anchor=play-bar] [data-anchor=play-these]",
        &format!("{offered} the one skill"),
    )
    .await;
    page.reads("[data-anchor=detail] [data-anchor=play-these]", &format!("{offered} this skill"))
        .await;
    go_to("skill=knead&q=dough");
    page.reads(
        "[data-anchor=results] [data-anchor=play-these]",
        "min for the first 100 of 130 moments",
    )
    .await;
    page.one("[data-anchor=detail] [data-anchor=play-these]").click();
    page.until("the clips", 99, |page| page.all(Anchor::QueueClip.selector()).len()).await;
    // What an address names beyond that is missed in so many words.
    let mut seconds: Vec<String> = (0..130).map(|number| (number * 20).to_string()).collect();
    seconds.push("7".to_owned());
    go_to(&format!("queue={}-a", seconds.join(".")));
    page.reads("[data-anchor=queue]", "31 clips of it cannot be played").await;
}

#[wasm_bindgen_test]
async fn a_skill_and_what_is_said_of_it_stand_apart() {
    // With a colon, with none, and as the beginning of a sentence.
    let text = "---\nvideoId: aaaaaaaaaaa\n---\n## Skills for bakers\n\
                1. **Knead**: by hand [0:10]\n2. **Rest** Nobody waits for long [0:40]\n3. **Shape** is what is seen [1:40]\n";
    let page = Page::of(&[("a.md", text.to_owned())], "").await;
    for skill in ["knead", "rest", "shape"] {
        page.one(&format!("th[data-skill={skill}] [data-anchor=add-to-list]")).click();
    }
    let lines = |page: &Page| page.texts("[data-anchor=queue-clip] > :nth-child(2)");
    let wanted = ["Knead by hand", "Rest Nobody waits for long", "Shape Shape is what is seen"];
    page.until("the lines", wanted.map(str::to_owned).to_vec(), lines).await;
}
