//! Settings as they were kept by this version, by another, and by something else.

use skillreel::browser::storage::settings::Settings;
use skillreel::browser::storage::store::{StorageScope, Store};
use skillreel::video::player::pace::{Lead, Pace, Speed};
use skillreel::view_state::Theme;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Storage;

const KEY: &str = "skillreel.theme";
const BACKUP: &str = "skillreel.theme.bak";

/// Tests share the browser's storage, but each is done with it before the next begins.
fn storage() -> Storage {
    let window = web_sys::window().expect("a page has a window");
    window.local_storage().expect("storage works").expect("there is one")
}

fn stored(key: &str) -> Option<String> {
    storage().get_item(key).expect("storage works")
}

#[wasm_bindgen_test]
fn keeps_settings_over_a_reload() {
    let settings = Settings::of(Store::open(StorageScope::Always));
    settings.set_theme(Theme::Dark).expect("a test page may store");
    let pace = Pace { speed: Speed::from_text("1.5"), lead: Lead::from_text("5") };
    settings.set_pace(pace).expect("a test page may store");
    let again = Settings::of(Store::open(StorageScope::Always));
    assert_eq!((again.theme(), again.pace()), (Theme::Dark, pace));
    assert!(again.last());
}

#[wasm_bindgen_test]
fn fault_1_settings_last_for_the_tab_where_storage_is_refused() {
    let settings = Settings::of(Store::over(None));
    assert!(!settings.last());
    assert!(settings.set_theme(Theme::Light).is_err());
    assert_eq!(settings.theme(), Theme::Light);
}

#[wasm_bindgen_test]
fn fault_3_what_cannot_be_read_is_kept_aside() {
    for broken in [
        "{\"v\":1,\"value\":",
        "",
        "[]",
        "null",
        "{\"v\":\"x\"}",
        "{\"v\":1.5,\"value\":\"dark\"}",
        "{\"v\":1,\"value\":2}",
        "dark",
    ] {
        storage().set_item(KEY, broken).expect("there is room");
        let settings = Settings::of(Store::open(StorageScope::Always));
        assert_eq!(settings.theme(), Theme::Auto, "{broken:?}");
        assert_eq!((stored(KEY), stored(BACKUP).as_deref()), (None, Some(broken)));
        settings.set_theme(Theme::Light).expect("a setting can be kept again");
        assert_eq!(settings.theme(), Theme::Light);
    }
}

#[wasm_bindgen_test]
fn fault_4_what_a_newer_version_keeps_is_read_and_not_overwritten() {
    let newer = "{\"v\":2,\"value\":\"dark\",\"more\":true}";
    storage().set_item(KEY, newer).expect("there is room");
    let settings = Settings::of(Store::open(StorageScope::Always));
    assert_eq!(settings.theme(), Theme::Dark);
    assert!(settings.set_theme(Theme::Light).is_err());
    assert_eq!(stored(KEY).as_deref(), Some(newer));
    storage().remove_item(KEY).expect("storage works");
}

#[wasm_bindgen_test]
fn fault_5_two_tabs_do_not_overwrite_each_other() {
    let (settings_here, settings_there) = (
        Settings::of(Store::open(StorageScope::Always)),
        Settings::of(Store::open(StorageScope::Always)),
    );
    settings_here.set_theme(Theme::Dark).expect("a test page may store");
    settings_there.set_recent_searches(&["trust".to_owned()]).expect("a test page may store");
    let after = Settings::of(Store::open(StorageScope::Always));
    assert_eq!((after.theme(), after.recent_searches()), (Theme::Dark, vec!["trust".to_owned()]));
    // Of the same setting the last word counts, in both tabs.
    settings_there.set_theme(Theme::Light).expect("a test page may store");
    assert_eq!((settings_here.theme(), settings_there.theme()), (Theme::Light, Theme::Light));
    storage().remove_item(KEY).expect("storage works");
}
