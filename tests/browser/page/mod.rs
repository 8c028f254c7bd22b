//! The page drawn in the test's own document, over notes of the test: what it works out, without a browser to drive.
//!
//! There are no styles, so what only they hide counts as shown; how things look is for the tests end to end.

mod alive;
mod bad_input;
mod filters;
mod finding;
mod level_search;
mod linked_notes;
mod list;
mod map;
mod progress;
mod proof;
mod reader;
mod taken;
mod told;

use std::any::Any;
use std::fmt::Debug;

use js_sys::{Function, Promise};
use skillreel::anchor::Anchor;
use skillreel::ui::mount;
use skillreel::vault::NoteFile;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, HtmlElement, HtmlInputElement, HtmlOptionElement, HtmlSelectElement, Storage, Window,
};

/// How often one looks again, in milliseconds.
const PERIOD_MS: i32 = 10;

/// How often one looks before it is given up.
const LOOKS: usize = 500;

/// A page, until it is dropped.
struct Page {
    place: HtmlElement,
    mounted: Option<Box<dyn Any>>,
    keeps: bool,
}

impl Page {
    /// The page over notes, each a file's name and its text, with this fragment in the address.
    async fn of(notes: &[(&str, String)], fragment: &str) -> Self {
        alive::nothing_stopped();
        // A test that failed could not take its page away.
        if let Some(left) = document().query_selector("#test-page").unwrap() {
            left.remove();
        }
        go_to(fragment);
        let document = document();
        let place: HtmlElement = document.create_element("div").unwrap().unchecked_into();
        place.set_id("test-page");
        document.body().unwrap().append_child(&place).unwrap();
        let mut page = Self { place, mounted: None, keeps: false };
        page.draw(notes).await;
        page
    }

    async fn draw(&mut self, notes: &[(&str, String)]) {
        let files = notes.iter().map(|(name, text)| NoteFile::new(*name, text.as_str())).collect();
        let mounted = mount(self.place.clone(), files).await.expect("nobody breaks it off");
        self.mounted = Some(Box::new(mounted));
        // What effects do at first is done before anybody looks.
        pause(0).await;
    }

    /// What a selector finds, in order.
    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.place.query_selector_all(selector).unwrap();
        (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
    }

    /// The first element that a selector finds.
    fn one(&self, selector: &str) -> HtmlElement {
        self.all(selector).into_iter().next().unwrap_or_else(|| panic!("no {selector}"))
    }

    /// The texts of what a selector finds, as they are read.
    fn texts(&self, selector: &str) -> Vec<String> {
        self.all(selector).iter().map(text_of).collect()
    }

    /// Whether a text stands in what a selector finds.
    fn says(&self, selector: &str, text: &str) -> bool {
        self.texts(selector).iter().any(|says| says.contains(text))
    }

    /// The skills of the matrix, from top to bottom.
    fn rows(&self) -> Vec<String> {
        let heads = self.all(Anchor::SkillHead.selector());
        heads.iter().filter_map(|head| head.dataset().get("skill")).collect()
    }

    /// The levels of the filter as they are told, each with its number.
    fn levels(&self) -> Vec<String> {
        let radios = self.all("input[type=radio]");
        radios.iter().map(|radio| text_of(&label_of(radio))).collect()
    }

    /// What a list offers.
    fn options(&self, list: &str) -> Vec<String> {
        self.options_of(list).iter().map(|option| option.text()).collect()
    }

    fn options_of(&self, list: &str) -> Vec<HtmlOptionElement> {
        let options = self.list(list).query_selector_all("option").unwrap();
        (0..options.length()).filter_map(|at| options.get(at)?.dyn_into().ok()).collect()
    }

    fn list(&self, name: &str) -> HtmlSelectElement {
        let labels = self.all("label");
        let label = labels.iter().find(|label| text_of(label) == name);
        let id = label
            .and_then(|label| label.get_attribute("for"))
            .unwrap_or_else(|| panic!("no list {name}"));
        document().get_element_by_id(&id).unwrap().unchecked_into()
    }

    /// Chooses from a list the option whose text begins so.
    fn choose(&self, list: &str, option: &str) {
        let options = self.options_of(list);
        let chosen = options.iter().find(|choice| choice.text().starts_with(option));
        let chosen = chosen.unwrap_or_else(|| panic!("no {option} in {list}"));
        let list = self.list(list);
        list.set_value(&chosen.value());
        send(&list, "new Event('change', { bubbles: true })");
    }

    /// Chooses a level by what it is called.
    fn choose_level(&self, name: &str) {
        let radios = self.all("input[type=radio]");
        let radio = radios.iter().find(|radio| text_of(&label_of(radio)).starts_with(name));
        radio.unwrap_or_else(|| panic!("no level {name}")).click();
    }

    /// Writes into a field in place of what is there.
    fn write(&self, selector: &str, text: &str) {
        let field: HtmlInputElement = self.one(selector).unchecked_into();
        field.focus().unwrap();
        field.set_value(text);
        send(&field, "new Event('input', { bubbles: true })");
    }

    /// Clicks the button that has this text, or this name.
    fn press_button(&self, name: &str) {
        let is_named = |button: &&HtmlElement| {
            text_of(button) == name
                || button.get_attribute("aria-label").is_some_and(|label| label == name)
                || button.get_attribute("title").is_some_and(|title| title == name)
        };
        let buttons = self.all("button");
        buttons.iter().find(is_named).unwrap_or_else(|| panic!("no button {name}")).click();
    }

    /// Waits until a look at the page gives this.
    async fn until<T: Debug + PartialEq>(&self, what: &str, wanted: T, look: impl Fn(&Self) -> T) {
        for _ in 0..LOOKS {
            if look(self) == wanted {
                return;
            }
            pause(PERIOD_MS).await;
        }
        assert_eq!(look(self), wanted, "{what}; the address has {}", fragment());
    }

    /// Waits until the matrix shows these rows and no others.
    async fn has_rows(&self, wanted: &[&str]) {
        let wanted: Vec<String> = wanted.iter().map(|&row| row.to_owned()).collect();
        self.until("the rows", wanted, Self::rows).await;
    }

    /// Waits until a list offers these.
    async fn offers(&self, list: &str, wanted: &[&str]) {
        let wanted: Vec<String> = wanted.iter().map(|&option| option.to_owned()).collect();
        self.until(list, wanted, |page| page.options(list)).await;
    }

    /// Waits until a text stands in what a selector finds.
    async fn reads(&self, selector: &str, text: &str) {
        let look = |page: &Self| {
            if page.says(selector, text) { Ok(()) } else { Err(page.texts(selector)) }
        };
        self.until(&format!("{text:?} in {selector}"), Ok(()), look).await;
    }
}

impl Page {
    /// Ends the visit; what the page keeps is there in the next one.
    fn leave(mut self) {
        self.keeps = true;
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.mounted = None;
        self.place.remove();
        go_to("");
        if !self.keeps {
            storage().clear().unwrap();
        }
        alive::nothing_stopped();
    }
}

/// A note of a video.
fn note(video: &str, title: &str, body: &str) -> String {
    format!("---\ntitle: {title}\nvideoId: {video}\n---\n\n{body}")
}

/// A text as it is read: with single spaces.
fn text_of(element: &HtmlElement) -> String {
    let text = element.text_content().unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn label_of(control: &HtmlElement) -> HtmlElement {
    let labels = control.unchecked_ref::<HtmlInputElement>().labels();
    labels.and_then(|labels| labels.get(0)).expect("a label").unchecked_into()
}

/// Sends an event, and says whether its default was left to happen.
fn send(element: &HtmlElement, event: &str) -> bool {
    let sends = Function::new_no_args(&format!("return this.dispatchEvent({event})"));
    sends.call0(element).unwrap().as_bool().unwrap()
}

/// Presses a key where the focus is, with Alt or without.
fn press(key: &str, alt: bool) {
    let at = document().active_element().expect("a document has a focus");
    let init = format!("{{ key: '{key}', altKey: {alt}, bubbles: true, cancelable: true }}");
    send(&at.unchecked_into(), &format!("new KeyboardEvent('keydown', {init})"));
}

pub(crate) async fn pause(ms: i32) {
    let wait = |done: Function, _| {
        window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, ms).unwrap();
    };
    JsFuture::from(Promise::new(&mut { wait })).await.unwrap();
}

fn window() -> Window {
    web_sys::window().unwrap()
}

fn document() -> Document {
    window().document().unwrap()
}

fn storage() -> Storage {
    window().local_storage().unwrap().unwrap()
}

/// The fragment of the address, without its mark.
fn fragment() -> String {
    window().location().hash().unwrap().trim_start_matches('#').to_owned()
}

/// Whether the address holds a part of a view, such as `level=senior`.
fn address_has(part: &str) -> bool {
    fragment().split('&').any(|held| held == part)
}

/// Goes to a fragment as a link does that somebody sent; the page hears of it a moment later.
fn go_to(fragment: &str) {
    window().location().set_hash(fragment).unwrap();
}

/// Goes back, as a reader does.
fn go_back() {
    window().history().unwrap().back().unwrap();
}
