//! Why something is a skill or none, and what its author can write: asked, copied, and in notes of the reader's own
//! written at once.

use js_sys::{Function, Promise};
use skillreel::anchor::Anchor;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Page, document, go_to, note, pause, send};

const TAKEN: &str = Anchor::Taken.selector();
const DETAIL: &str = Anchor::Detail.selector();
const COUNT: &str = "[data-anchor=count-as-skills]";

fn rowing() -> [(&'static str, String); 1] {
    let body = "## Skills for new rowers\n\n1. **Patience**: waits for the tide [0:10]\n2. **Balance** [0:20]\n\n\
                ## For designers\n\n- **Lines**: drawn thrice\n- **Models**: carved first\n";
    [("boats.md", note("7gaPPrAd7nc", "On boats", body))]
}

/// Hiring notes, with a list that nearly counts and one in a quotation.
const HIRING: &str = "# Notes on hiring\n\n## For designers\n\n- **Curiosity**: asks why\n- **Grit**: goes on\n\n\
                      > - **Quoted**: by somebody\n> - **Named**: by nobody\n";

/// Drops texts on the page as files, and waits until something is made of them.
pub(super) fn drop_files(files: &[(&str, &str)]) {
    let held = "const held = new DataTransfer();
        for (const line of files) {
            held.items.add(new File([line[1]], line[0]));
        }
        for (const type of ['dragenter', 'dragover', 'drop']) {
            document.querySelector('main').dispatchEvent(
                new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: held }));
        }";
    let list = js_sys::Array::new();
    for (name, text) in files {
        list.push(&js_sys::Array::of2(&JsValue::from_str(name), &JsValue::from_str(text)));
    }
    Function::new_with_args("files", held).call1(&JsValue::NULL, &list).unwrap();
}

/// Pastes a text on the page, outside of its fields.
fn paste(text: &str) {
    let pastes = "const held = new DataTransfer();
        held.setData('text/plain', text);
        document.querySelector('main').dispatchEvent(
            new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: held }));";
    Function::new_with_args("text", pastes).call1(&JsValue::NULL, &text.into()).unwrap();
}

/// Opens what is told of at the end of an opened note.
async fn ask(page: &Page) {
    page.reads(TAKEN, "What the matrix took").await;
    page.one(&format!("{TAKEN} summary")).click();
}

#[wasm_bindgen_test]
async fn a_skill_says_why_it_is_one() {
    let page = Page::of(&rowing(), "skill=patience").await;
    page.reads(DETAIL, "Why is this a skill?").await;
    let why = "[data-anchor=why-skill]";
    assert!(!page.says(why, "line 8"), "nothing is drawn before it is asked for");
    page.one(&format!("{why} summary")).click();
    page.reads(why, "Skills for new rowers, line 8: its heading names skills of people.").await;
}

#[wasm_bindgen_test]
async fn a_note_says_what_the_matrix_took_from_it() {
    let page = Page::of(&rowing(), "note=boats").await;
    ask(&page).await;
    page.reads(TAKEN, "Skills for new rowers · list, line 8").await;
    page.reads(TAKEN, "2 skills: its heading names skills of people.").await;
    page.reads(TAKEN, "Nearly counted. A list of labels under “For designers”").await;
    page.reads(TAKEN, "write <!-- skills --> on a line of its own above line 13.").await;
    // What a level adds to the mark.
    let level: web_sys::HtmlSelectElement =
        wasm_bindgen::JsCast::unchecked_into(page.one(&format!("{TAKEN} select")));
    level.set_value("senior");
    send(&level, "new Event('change', { bubbles: true })");
    page.reads(TAKEN, "write <!-- skills: senior --> on a line").await;
    page.one("[data-anchor=copy-mark]").click();
    // What a browser without a hand at it allows differs; either way it is said.
    page.until("something is said", true, |page| {
        page.says(&format!("{TAKEN} [role=status]"), "opy")
            || page.says(&format!("{TAKEN} [role=status]"), "select it")
    })
    .await;
    // The page's own notes are not the reader's to change, nor is the reader told that they lack something.
    assert!(page.all(COUNT).is_empty());
    go_to("panel=problems");
    page.reads(DETAIL, "Nothing is wrong in these notes.").await;
    assert!(page.all("[data-anchor=nearly]").is_empty());
}

#[wasm_bindgen_test]
async fn a_note_that_is_kept_out_says_so() {
    let out = [(
        "a.md",
        "---\ntitle: A\nmatrix: false\n---\n## Skills of rowers\n- **Tact**\n".to_owned(),
    )];
    let page = Page::of(&out, "note=a").await;
    ask(&page).await;
    page.reads(TAKEN, "“matrix: false” at its top").await;
}

#[wasm_bindgen_test]
async fn a_list_of_an_added_note_is_counted_and_no_longer() {
    let page = Page::of(&rowing(), "").await;
    drop_files(&[("hiring.md", HIRING)]);
    page.until("the question", true, |page| page.says("dialog button", "Add 1 note")).await;
    page.press_button("Add 1 note to the 1 here");
    let told = "[aria-label='Added notes']";
    page.reads(told, "No list of skills was found there; 1 list nearly counted. Look").await;
    // Problems lead there, too.
    go_to("panel=problems");
    page.reads("[data-anchor=nearly]", "hiring.md 1 list").await;
    page.one("[data-anchor=nearly] a").click();
    page.reads(TAKEN, "Nearly counted").await;
    // In a quotation it is the author's to write.
    page.reads(TAKEN, "It is not written for you here: the list stands inside a quotation").await;
    assert_eq!(page.all(COUNT).len(), 1);
    page.one(COUNT).click();
    page.reads(told, "The list counts as skills now. 2 skills, of no level.").await;
    page.until("the rows", true, |page| {
        ["curiosity", "grit"].iter().all(|skill| page.rows().contains(&(*skill).to_owned()))
    })
    .await;
    page.reads(TAKEN, "2 skills: the author's mark says that it names skills.").await;
    page.press_button("Undo");
    page.reads(told, "The notes are as they were before.").await;
    page.has_rows(&["balance", "patience"]).await;
}

#[wasm_bindgen_test]
async fn a_table_that_may_be_a_ladder_is_asked_about_once() {
    let page = Page::of(&rowing(), "").await;
    let coded =
        "| Skill | S1 | S2 | S3 |\n|---|---|---|---|\n| Knead | weighs | mixes | tastes |\n";
    let files = [
        ("a.md", coded),
        ("b.csv", "Skill;S1;S2;S3\nBake;turns;times;teaches\n"),
        ("c.md", HIRING),
    ];
    drop_files(&files);
    page.until("the question", true, |page| page.says("dialog button", "Add 3 notes")).await;
    page.press_button("Add 3 notes to the 1 here");
    page.reads("dialog[open]", "Are these 2 files ladders?").await;
    for text in ["a.md", "Knead", "b.csv", "Bake", "As a ladder: 1 skill at S1, S2, S3."] {
        page.reads("dialog[open]", text).await;
    }
    page.press_button("Read as ladders");
    page.until("the rows", true, |page| {
        ["knead", "bake"].iter().all(|skill| page.rows().contains(&(*skill).to_owned()))
    })
    .await;
    page.press_button("Undo");
    page.has_rows(&["balance", "patience"]).await;
    // Left as they are, they bring nothing.
    drop_files(&files[1..2]);
    page.until("the question", true, |page| page.says("dialog button", "Add 1 note")).await;
    page.press_button("Add 1 note to the 1 here");
    page.reads("dialog[open]", "Is b.csv a ladder?").await;
    page.press_button("Leave it as it is");
    page.reads("[aria-label='Added notes']", "1 list nearly counted").await;
    page.has_rows(&["balance", "patience"]).await;
    assert!(document().query_selector("dialog[open]").unwrap().is_none());
}

#[wasm_bindgen_test]
async fn a_question_outlives_what_is_told_of_the_one_before() {
    let page = Page::of(&rowing(), "").await;
    let is_open = |page: &Page| !page.all("dialog[open]").is_empty();
    paste("Skill\tJunior\tSenior\nKnead\tweighs\tteaches\n");
    page.reads("dialog[open]", "Knead").await;
    page.press_button("Cancel");
    // What a browser tells of a dialog's closing comes a task later, and the next question may be sooner.
    while is_open(&page) {
        JsFuture::from(Promise::resolve(&JsValue::NULL)).await.unwrap();
    }
    paste("Skill\tJunior\tSenior\nBake\tturns\tteaches\n");
    while !is_open(&page) {
        JsFuture::from(Promise::resolve(&JsValue::NULL)).await.unwrap();
    }
    pause(50).await;
    page.reads("dialog[open]", "Bake").await;
}
