//! What is rated and listed: as it was on a former day, as an older page kept it, and on its way elsewhere.

use js_sys::{Function, Reflect};
use skillreel::browser::storage::progress_store::ProgressStore;
use skillreel::matrix::{LevelId, SkillId};
use skillreel::progress::{At, Day, Record, Step};
use skillreel::view_state::Form;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use super::{Page, note, press, send, storage, window};

fn two_levels() -> [(&'static str, String); 1] {
    let text = "## Skills of new designers\n\n1. **Sketch**: daily [0:10]\n2. **Bend**: slowly [0:40]\n\n\
                ## Skills of senior designers\n\n1. **Bend**: without looking [1:10]\n2. **Teach**: others [1:40]\n";
    [("craft.md", note("aaaaaaaaaaa", "On craft", text))]
}

fn bend() -> At {
    At { skill: SkillId("bend".into()), level: LevelId::SENIOR }
}

/// Keeps a record as an earlier visit did.
fn keep(record: Record) {
    let (_, kept) = ProgressStore::open(Form::Full).merge_in(record);
    kept.expect("a test page may store");
}

#[wasm_bindgen_test]
async fn the_chart_shows_a_former_day() {
    let day = |day| Day::new(2026, 3, day).unwrap();
    let mut record = Record::default();
    record.rate(bend(), "Bend", Step::at(0), day(1));
    record.rate(bend(), "Bend", Step::at(2), day(20));
    keep(record);
    let page = Page::of(&two_levels(), "compare=new..senior").await;
    let said = |page: &Page| page.texts("[aria-labelledby=gap-chart-title] li > :last-child");
    page.until("today", vec!["Alone".to_owned(), "not rated".to_owned()], said).await;
    page.reads("#gap-chart-title [role=status]", "since March: 2 steps").await;
    let list: web_sys::HtmlSelectElement =
        wasm_bindgen::JsCast::unchecked_into(page.one("[aria-labelledby=gap-chart-title] select"));
    assert_eq!(
        page.all("[aria-labelledby=gap-chart-title] option").len(),
        3,
        "today, and two days"
    );
    list.set_value(&day(1).to_string());
    send(&list, "new Event('change', { bubbles: true })");
    page.until("then", vec!["Not yet".to_owned(), "not rated".to_owned()], said).await;
    list.set_value("");
    send(&list, "new Event('change', { bubbles: true })");
    page.until("today again", vec!["Alone".to_owned(), "not rated".to_owned()], said).await;
}

#[wasm_bindgen_test]
async fn a_level_that_no_note_has_is_named() {
    let page = Page::of(&two_levels(), "compare=new..wizard").await;
    page.reads("[data-anchor=compare]", "No note here has a level “wizard”").await;
    super::go_to("compare=new..senior");
    page.until("it", false, |page| page.says("[data-anchor=compare]", "No note here has")).await;
}

#[wasm_bindgen_test]
async fn a_record_that_cannot_be_read_is_put_aside_and_told() {
    keep(Record::default());
    let key = storage().key(0).unwrap().expect("a record is kept");
    storage().set_item(&key, "{ \"skillreel\": 0").unwrap();
    let page = Page::of(&two_levels(), "compare=new..senior").await;
    page.until("what is told", true, |page| {
        page.says("[role=status], [data-anchor=notice]", "ratings")
    })
    .await;
    let aside = storage().get_item(&format!("{key}.bak")).unwrap();
    assert_eq!(aside.as_deref(), Some("{ \"skillreel\": 0"), "whoever wrote it may want it back");
    page.one("tr[data-skill=bend] [data-anchor=dots] input[value=alone]").click();
    page.until("rated", 1, |page| {
        page.all("tr[data-skill=bend] [data-anchor=dots] input:checked").len()
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_full_storage_is_told_and_the_rating_is_there() {
    let page = Page::of(&two_levels(), "compare=new..senior").await;
    let full = "Storage.prototype.kept = Storage.prototype.setItem;
        Storage.prototype.setItem = () => { throw new DOMException('no room', 'QuotaExceededError') }";
    Function::new_no_args(full).call0(&JsValue::NULL).unwrap();
    page.one("tr[data-skill=bend] [data-anchor=dots] input[value=alone]").click();
    let told =
        page.until("what is told", true, |page| page.says("body *", "last for this tab only"));
    told.await;
    Function::new_no_args("Storage.prototype.setItem = Storage.prototype.kept")
        .call0(&JsValue::NULL)
        .unwrap();
    assert_eq!(page.all("tr[data-skill=bend] [data-anchor=dots] input:checked").len(), 1);
}

/// Files that the page hands out, from now on: names and texts.
pub(super) fn watch_files() {
    let watch = "window.handedOut = [];
        window.realClick ??= HTMLAnchorElement.prototype.click;
        window.realBlob ??= URL.createObjectURL;
        URL.createObjectURL = (blob) => { blob.text().then((text) => { handedOut.push(text) }); return '#' };
        HTMLAnchorElement.prototype.click = function () {
            this.download ? handedOut.push(this.download) : realClick.call(this)
        };
        window.print = () => {
            dispatchEvent(new Event('beforeprint'));
            window.printed = document.querySelector('[data-anchor=printed]')?.textContent ?? '';
            dispatchEvent(new Event('afterprint'));
        }";
    Function::new_no_args(watch).call0(&JsValue::NULL).unwrap();
}

pub(super) fn handed_out() -> Vec<String> {
    let files = Reflect::get(&window(), &"handedOut".into()).unwrap();
    js_sys::Array::from(&files).iter().filter_map(|file| file.as_string()).collect()
}

/// What went on paper last.
fn printed() -> String {
    Reflect::get(&window(), &"printed".into())
        .unwrap()
        .as_string()
        .unwrap_or_else(|| "nothing".to_owned())
}

pub(super) fn stop_watching() {
    let restore = "HTMLAnchorElement.prototype.click = realClick; URL.createObjectURL = realBlob";
    Function::new_no_args(restore).call0(&JsValue::NULL).unwrap();
}

#[wasm_bindgen_test]
async fn the_list_goes_on_paper_and_into_files() {
    let page = Page::of(&two_levels(), "queue=10.70-craft").await;
    page.until("the list", 2, |page| page.all("[data-anchor=list-line]").len()).await;
    page.one("[data-anchor=list-tick]").click();
    watch_files();
    page.press_button("Markdown");
    page.until("a file", 2, |_| handed_out().len()).await;
    let markdown = handed_out().concat();
    assert!(
        markdown.contains("list.md") && markdown.contains("- [x] ") && markdown.contains("- [ ] "),
        "{markdown}"
    );
    assert!(markdown.contains("0:10") && markdown.contains("aaaaaaaaaaa"), "{markdown}");
    watch_files();
    page.press_button("Cards (CSV)");
    page.until("a file", 2, |_| handed_out().len()).await;
    let cards = handed_out().concat();
    assert!(cards.contains("list.csv") && cards.matches("aaaaaaaaaaa").count() == 2, "{cards}");
    page.press_button("Print");
    for text in ["☑ ", "☐ ", "1:10"] {
        let look = |_: &Page| if printed().contains(text) { String::new() } else { printed() };
        page.until(text, String::new(), look).await;
    }
    stop_watching();
    // What is printed next is the page again.
    window().print().unwrap();
    assert!(!printed().contains('☐'), "{}", printed());
}

#[wasm_bindgen_test]
async fn a_claim_in_a_note_goes_into_the_list() {
    let page = Page::of(&two_levels(), "note=craft").await;
    page.reads("article", "Bend: slowly").await;
    assert_eq!(
        page.all("[data-anchor=claim] [data-anchor=add-to-list]").len(),
        0,
        "a long note draws none of them at first"
    );
    page.one("[data-anchor=claim] a.stamp[data-seconds='40']").focus().unwrap();
    page.until("＋", 1, |page| page.all("[data-anchor=claim] [data-anchor=add-to-list]").len())
        .await;
    page.one("[data-anchor=claim] [data-anchor=add-to-list]").click();
    page.until("the list", vec!["0:40".to_owned()], |page| page.texts("[data-anchor=queue-time]"))
        .await;
    assert_eq!(
        page.one("[data-anchor=claim] [data-anchor=add-to-list]")
            .get_attribute("aria-pressed")
            .as_deref(),
        Some("true")
    );
    page.one("[data-anchor=claim] [data-anchor=add-to-list]").click();
    page.until("the list", Vec::new(), |page| page.texts("[data-anchor=queue-time]")).await;
    press("Escape", false);
}
