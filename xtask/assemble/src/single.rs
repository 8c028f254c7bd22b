//! The page as one file: everything inside, nothing requested.

use anyhow::{Result, ensure};
use skillreel::export::page::fill::Region;
use skillreel::export::page::shell::{self, assemble, id};

use crate::dense::gzip_base64;
use crate::digest::csp_source;
use crate::parts::{BuiltParts, FILES_REGION};

/// The page's Content-Security-Policy.
pub(crate) const POLICY_REGION: Region = Region {
    name: "Content-Security-Policy",
    open: r#"<meta http-equiv="Content-Security-Policy" content=""#,
    close: r#"">"#,
};

/// The end of the page, where the scripts go: the program and the notes have been read by then.
pub(crate) const SCRIPTS_REGION: Region = Region {
    name: "inline scripts",
    open: "<!--skillreel:inline-->",
    close: "<!--/skillreel:inline-->",
};

/// The page `built` with its files inside of it.
pub(crate) fn page(built: &str, parts: &BuiltParts) -> Result<String> {
    let css = inlined(&parts.css, "</style")?;
    let glue = inlined(&parts.glue("null")?, "</script")?;
    let boot = inlined(&parts.boot, "</script")?;
    let policy = format!(
        "default-src 'none'; script-src {} {} 'wasm-unsafe-eval'; style-src {}; \
         img-src data: blob: https://i.ytimg.com; connect-src 'none'; \
         frame-src 'self' https://www.youtube-nocookie.com; media-src blob:; \
         base-uri 'none'; form-action 'none'",
        csp_source(&glue),
        csp_source(&boot),
        csp_source(&css),
    );
    let data = r#"type="text/plain" data-encoding="gzip+base64" id="#;
    let scripts = format!(
        "\n<script {data}\"{}\">{}</script>\n<script {data}\"{}\">{}</script>\n<script {data}\"{}\">{}</script>\
         \n<script id=\"{}\">{}</script>\n<script id=\"{}\">{}</script>\n",
        id::WASM,
        shell::WASM_PLACE,
        id::CHUNKS,
        shell::CHUNKS_PLACE,
        id::SHELL,
        shell::SHELL_PLACE,
        id::GLUE,
        shell::GLUE_PLACE,
        id::BOOT,
        shell::BOOT_PLACE,
    );
    let page = POLICY_REGION.replace(built, &policy)?;
    let style = format!("<style id=\"{}\">{}</style>", id::CSS, shell::CSS_PLACE);
    let shell = SCRIPTS_REGION.replace(&FILES_REGION.replace(&page, &style)?, &scripts)?;
    let chunks = parts
        .chunks
        .iter()
        .map(|(name, bytes)| anyhow::Ok(format!("{name} {}\n", gzip_base64(bytes)?)));
    let chunks: String = chunks.collect::<Result<_>>()?;
    let parts = shell::PageParts {
        css: &css,
        chunks: &chunks,
        wasm: &gzip_base64(&parts.wasm)?,
        shell: &gzip_base64(shell.as_bytes())?,
        glue: &glue,
        boot: &boot,
    };
    Ok(assemble(&shell, &parts)?)
}

/// A file's text as an element's content.
pub(crate) fn inlined(text: &str, end: &str) -> Result<String> {
    // HTML turns line ends into line feeds before a script is hashed, whatever the file has.
    let text = text.replace("\r\n", "\n");
    // `<!--` and `<script` can put a script element into a state that its end tag does not end.
    // Source: <https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements>.
    let lowercase = text.to_ascii_lowercase();
    let unfit = [end, "<!--", "<script"].into_iter().find(|part| lowercase.contains(part));
    ensure!(
        unfit.is_none(),
        "a script or style holds `{}`, which cannot stand in a page: write it in two pieces",
        unfit.unwrap_or_default()
    );
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT: &str = concat!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">",
        "<title></title><!--skillreel:files--><link href=\"x\"><!--/skillreel:files-->",
        "<!--skillreel:inline--><!--/skillreel:inline-->",
    );

    #[test]
    fn the_policy_allows_what_is_inside_and_no_more() {
        let page = page(BUILT, &BuiltParts::of_a_test()).unwrap();
        let policy = POLICY_REGION.find(&page).unwrap();
        let glue = BuiltParts::of_a_test().glue("null").unwrap().replace("\r\n", "\n");
        for text in ["a{}b{}", &*glue, "boot()"] {
            assert!(page.contains(&format!(">{text}</")), "{text} is inside");
            assert!(policy.contains(&csp_source(text)), "{text} is allowed");
        }
        assert!(!policy.contains("unsafe-inline"), "{policy}");
        // A preview of how the page looks in another's frame is the page itself.
        assert_eq!(policy.matches("'self'").count(), 1, "{policy}");
        assert!(policy.contains("frame-src 'self' "), "{policy}");
        assert!(!page.contains("href="), "no file is named: {page}");
    }

    #[test]
    fn a_script_that_would_end_early_is_refused() {
        for boot in ["'</SCRIPT>'", "'<!--'", "'<script>'"] {
            let parts = BuiltParts { boot: boot.into(), ..BuiltParts::of_a_test() };
            assert!(page(BUILT, &parts).is_err(), "{boot}");
        }
    }
}
