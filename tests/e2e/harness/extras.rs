//! WebDriver's commands that the client has no words for: what a screen reader hears, and what
//! Chromium's driver can do beyond the standard.

use anyhow::{Context, Result};
use fantoccini::Client;
use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde::Deserialize;
use serde_json::{Value as Json, json};

/// A command below the session's address: a question, or an order if it has a body.
#[derive(Debug)]
struct Extra {
    path: String,
    body: Option<Json>,
}

impl WebDriverCompatibleCommand for Extra {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        match &self.body {
            Some(body) => (http::Method::POST, Some(body.to_string())),
            None => (http::Method::GET, None),
        }
    }
}

/// Calls a method of the DevTools protocol.
pub(crate) async fn devtools(client: &Client, method: &str, parameters: Json) -> Result<Json> {
    let body = json!({ "cmd": method, "params": parameters });
    let command = Extra { path: "goog/cdp/execute".into(), body: Some(body) };
    client.issue_cmd(command).await.with_context(|| format!("{method} failed"))
}

/// An element's name, as a screen reader says it.
pub(crate) async fn name(client: &Client, element: &Element) -> Result<String> {
    computed(client, element, "computedlabel").await
}

/// An element's role, as a screen reader says it.
pub(crate) async fn role(client: &Client, element: &Element) -> Result<String> {
    computed(client, element, "computedrole").await
}

async fn computed(client: &Client, element: &Element, what: &str) -> Result<String> {
    let path = format!("element/{}/{what}", element.element_id().as_ref());
    let value = client.issue_cmd(Extra { path, body: None }).await?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

/// The page as it is printed, in base64; the paper's size is in centimetres.
pub(crate) async fn print(client: &Client, width: f64, height: f64) -> Result<String> {
    let body = json!({ "page": { "width": width, "height": height } });
    let pdf = client.issue_cmd(Extra { path: "print".into(), body: Some(body) }).await?;
    Ok(pdf.as_str().unwrap_or_default().to_owned())
}

/// Goes from a frame, however deep, to the document of the window.
pub(crate) async fn enter_top(client: &Client) -> Result<()> {
    let body = Some(json!({ "id": null }));
    client.issue_cmd(Extra { path: "frame".into(), body }).await?;
    Ok(())
}

#[derive(Debug, Deserialize)]
struct Entry {
    level: String,
    message: String,
    /// Who speaks; the log of requests does not say.
    #[serde(default)]
    source: String,
}

/// The entries of a log since it was last read.
async fn log(client: &Client, kind: &str) -> Result<Vec<Entry>> {
    let command = Extra { path: "se/log".into(), body: Some(json!({ "type": kind })) };
    Ok(serde_json::from_value(client.issue_cmd(command).await?)?)
}

/// The addresses that the page asked for since the last call, `data:` and `blob:` left out: they
/// name what is there already.
pub(crate) async fn requests(client: &Client) -> Result<Vec<String>> {
    let mut urls = Vec::new();
    for entry in log(client, "performance").await? {
        let event: Json = serde_json::from_str(&entry.message)?;
        let event = &event["message"];
        if event["method"] == "Network.requestWillBeSent" {
            let url = event["params"]["request"]["url"].as_str();
            urls.push(url.context("a request without an address")?.to_owned());
        }
    }
    urls.retain(|url| !url.starts_with("data:") && !url.starts_with("blob:"));
    Ok(urls)
}

/// What the page wrote to the console since the last call.
pub(crate) async fn console(client: &Client) -> Result<Vec<String>> {
    Ok(log(client, "browser").await?.into_iter().map(|entry| entry.message).collect())
}

/// The errors that the console got since the last call, but those of requests: what a host has not,
/// or the network does not let through, is no fault of the page.
pub(crate) async fn console_errors(client: &Client) -> Result<Vec<String>> {
    let mut entries = log(client, "browser").await?;
    entries.retain(|entry| entry.level == "SEVERE" && entry.source != "network");
    Ok(entries.into_iter().map(|entry| entry.message).collect())
}
