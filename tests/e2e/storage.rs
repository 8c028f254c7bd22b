//! Settings that cannot be kept, or cannot be read.

use anyhow::{Context, Result};
use serde_json::json;

use crate::facts::SKILLS;
use crate::harness::browser::Setup;
use crate::harness::everywhere;
use crate::harness::visit::Visit;
use crate::seen;

everywhere! {
    fault_01_reads_on_where_storage_is_refused in |scene| scene.setup(Setup::StorageRefused),
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
