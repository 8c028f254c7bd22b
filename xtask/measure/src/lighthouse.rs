//! Lighthouse's judgement of the built page, as a static host would serve it.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::bench::server::Server;
use xtask::page::dist;
use xtask::tools::run::{heading, root, run};
use xtask::tools::{Toolbox, need_chromium};

/// What is judged.
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

/// Prints the scores and what is missing from a full one, for a phone and for a desktop.
///
/// # Errors
/// Where the folder holds no page.
pub(crate) fn lighthouse(page: Option<&Path>) -> Result<()> {
    let page = page.map_or_else(dist, Path::to_owned);
    ensure!(
        page.join("index.html").is_file(),
        "{} holds no page: run `cargo xtask build` first",
        page.display()
    );
    let program = Toolbox::open()?.need_lighthouse()?;
    let chromium = need_chromium()?;
    let server = Server::start()?;
    server.host("", &page)?;
    let folder = root().join("target/lighthouse");
    fs::create_dir_all(&folder).context("target/lighthouse cannot be made")?;
    for device in ["mobile", "desktop"] {
        heading(&format!("Lighthouse, {device}"));
        let report = folder.join(format!("{device}.json"));
        let mut command = Command::new("node");
        command
            .arg(&program)
            .arg(format!("http://127.0.0.1:{}/", server.port))
            .args(["--quiet", "--output=json"])
            .arg(format!("--output-path={}", report.display()))
            .arg(format!("--only-categories={}", CATEGORIES.join(",")))
            .arg("--chrome-flags=--headless --no-sandbox --disable-gpu --disable-quic")
            .env("CHROME_PATH", &chromium.program);
        if device == "desktop" {
            command.arg("--preset=desktop");
        }
        run(&mut command)?;
        let report = fs::read_to_string(&report).context("Lighthouse wrote no report")?;
        print!("{}", summary(&serde_json::from_str(&report)?));
    }
    Ok(())
}

/// The scores, and the audits that take something from them.
fn summary(report: &Value) -> String {
    let mut out = String::new();
    for category in CATEGORIES {
        let judged = &report["categories"][category];
        let score = judged["score"].as_f64().unwrap_or_default() * 100.0;
        out += &format!("{category:<16} {score:>4.0}\n");
        for audit in judged["auditRefs"].as_array().into_iter().flatten() {
            let id = audit["id"].as_str().unwrap_or_default();
            let found = &report["audits"][id];
            let is_weighed = audit["weight"].as_f64().is_some_and(|weight| weight > 0.0);
            let lacks = found["score"].as_f64().is_some_and(|score| score < 1.0);
            if is_weighed && lacks {
                let shown = found["displayValue"].as_str().unwrap_or_default();
                out += &format!("  {id}: {shown}\n");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_takes_from_a_score_is_named() {
        let report = json!({
            "categories": { "performance": { "score": 0.97, "auditRefs": [
                { "id": "slow", "weight": 10 }, { "id": "fine", "weight": 10 },
                { "id": "hint", "weight": 0 } ] } },
            "audits": { "slow": { "score": 0.5, "displayValue": "2 s" }, "fine": { "score": 1 },
                "hint": { "score": 0 } },
        });
        let text = summary(&report);
        assert!(text.starts_with("performance        97\n  slow: 2 s\n"), "{text}");
        assert!(!text.contains("fine") && !text.contains("hint"), "{text}");
    }
}
