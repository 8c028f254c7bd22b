//! Settings that cannot be kept, or cannot be read.

use anyhow::{Context, Result};
use serde_json::json;

use crate::facts::SKILLS;
use crate::harness::browser::Setup;
use crate::harness::visit::Visit;
use crate::harness::{everywhere, everywhere_but_webkit};
use crate::import::own_notes::{drop_files, note, press_button, rows_are};
use crate::seen;

everywhere_but_webkit! {
    fault_01_reads_on_where_storage_is_refused in |scene| scene.setup(Setup::StorageRefused),
}

everywhere! {
    fault_02_changes_a_setting_where_storage_is_full,
    fault_06_asks_the_browser_not_to_clear_added_notes,
    fault_03_comes_back_to_settings_that_are_broken,
}

/// What changes the page's colours.
const THEME: &str = "button[aria-label*='olour'], button[aria-label*='heme']";

async fn fault_01_reads_on_where_storage_is_refused(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    let refused = "try { localStorage.length; return false } catch { return true }";
    assert!(visit.eval::<bool>(refused, json!([])).await?, "storage is refused");
    assert_eq!(seen::rows(visit).await?.len(), SKILLS.len());
    change_a_setting(visit).await?;
    seen::text(visit, "ettings last for this tab only").await
}

async fn fault_02_changes_a_setting_where_storage_is_full(visit: &Visit) -> Result<()> {
    const NOTE: &str = "ettings last for this tab only";
    visit.open("").await?;
    assert!(!visit.eval::<bool>(seen::TEXT, json!([NOTE])).await?);
    let fill = "window.room = Storage.prototype.setItem;
        Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";
    visit.eval::<serde_json::Value>(fill, json!([])).await?;
    change_a_setting(visit).await?;
    seen::text(visit, NOTE).await?;
    assert_eq!(seen::rows(visit).await?.len(), SKILLS.len(), "the page works");
    // As soon as something can be kept again, the line is gone.
    visit.eval::<serde_json::Value>("Storage.prototype.setItem = room", json!([])).await?;
    change_a_setting(visit).await?;
    let gone = "return !document.body.innerText.includes(arguments[0])";
    visit.until("the line to go", gone, json!([NOTE])).await
}

async fn fault_06_asks_the_browser_not_to_clear_added_notes(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    // A page from a file may have no such thing.
    let count = "window.asked = 0;
        Object.defineProperty(navigator, 'storage', { configurable: true, value: {
            persist: () => { window.asked += 1; return Promise.resolve(false); } } })";
    visit.eval::<serde_json::Value>(count, json!([])).await?;
    drop_files(visit, &[("a.md", note("Juggling").as_bytes())]).await?;
    press_button(visit, "Replace the 1 note here").await?;
    rows_are(visit, &["juggling"]).await?;
    visit.until_equal("how often it was asked", "return asked", json!([]), 1.into()).await
}

async fn fault_03_comes_back_to_settings_that_are_broken(visit: &Visit) -> Result<()> {
    visit.open("").await?;
    change_a_setting(visit).await?;
    visit.until("a setting to be kept", "return localStorage.length > 0", json!([])).await?;
    let broken = "{\"v\":1,\"theme\":";
    let keys: Vec<String> = visit
        .eval(
            "const keys = Object.keys(localStorage);
            keys.forEach((key) => localStorage.setItem(key, arguments[0]));
            return keys",
            json!([broken]),
        )
        .await?;
    let key = keys.first().context("a setting is kept")?;
    visit.open("").await?;
    assert_eq!(seen::rows(visit).await?.len(), SKILLS.len());
    let kept = "return Object.entries(localStorage)
        .some(([key, value]) => key.endsWith('.bak') && value === arguments[0])";
    visit.until(&format!("what stood in {key} to be kept aside"), kept, json!([broken])).await?;
    change_a_setting(visit).await
}

/// Changes the page's colours, the setting that everybody sees.
async fn change_a_setting(visit: &Visit) -> Result<()> {
    let theme = "return document.documentElement.dataset.theme ?? 'auto'";
    let before: String = visit.eval(theme, json!([])).await?;
    visit.click(THEME).await?;
    let changed = "return (document.documentElement.dataset.theme ?? 'auto') !== arguments[0]";
    visit.until("the colours to change", changed, json!([before])).await
}
