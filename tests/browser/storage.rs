//! Storage that works, and storage that does not.

use js_sys::{Function, Object, Reflect};
use skillreel::browser::storage::store::{StorageScope, Store};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Storage;

const THROWS: &str = "throw new DOMException('no', 'SecurityError')";
const FULL: &str = "throw new DOMException('no room', 'QuotaExceededError')";

/// A storage whose functions have these bodies.
fn storage(get: &str, set: &str) -> Storage {
    let storage = Object::new();
    for (name, body) in [("getItem", get), ("setItem", set), ("removeItem", set)] {
        let function = Function::new_with_args("key, value", body);
        Reflect::set(&storage, &JsValue::from_str(name), &function).expect("an object takes it");
    }
    storage.unchecked_into()
}

#[wasm_bindgen_test]
fn keeps_what_is_written() {
    let store = Store::open(StorageScope::Always);
    assert!(store.lasts());
    store.set("skillreel.test", "1").expect("a test page may store");
    assert_eq!(Store::open(StorageScope::Always).get("skillreel.test").as_deref(), Some("1"));
    store.forget("skillreel.test");
    assert_eq!(store.get("skillreel.test"), None);
}

#[wasm_bindgen_test]
fn fault_1_storage_that_throws_is_tried_once_and_then_left_alone() {
    let store = Store::over(Some(storage(THROWS, THROWS)));
    assert!(!store.lasts());
    assert!(store.set("key", "1").is_err(), "the writer gets to know");
    assert_eq!(store.get("key").as_deref(), Some("1"), "and reads it back all the same");
    store.forget("key");
    assert_eq!(store.get("key"), None);
}

#[wasm_bindgen_test]
fn fault_1_no_storage_at_all() {
    let store = Store::over(None);
    assert!(!store.lasts());
    assert!(store.set("key", "1").is_err());
    assert_eq!(store.get("key").as_deref(), Some("1"));
}

#[wasm_bindgen_test]
fn fault_2_full_storage_keeps_the_old_value_and_the_tab_has_the_new_one() {
    let store = Store::over(Some(storage("return 'old'", FULL)));
    assert!(store.lasts());
    assert_eq!(store.get("key").as_deref(), Some("old"));
    assert!(store.set("key", "new").is_err());
    assert_eq!(store.get("key").as_deref(), Some("new"));
    let after_reload = Store::over(Some(storage("return 'old'", FULL)));
    assert_eq!(after_reload.get("key").as_deref(), Some("old"));
}
