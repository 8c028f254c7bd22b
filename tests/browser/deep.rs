//! Texts that nest without end, read on the stack that a browser gives WebAssembly.

use skillreel::corpus::Corpus;
use skillreel::vault::NoteFile;
use wasm_bindgen_test::wasm_bindgen_test;

/// docs/FAULTS.md, 18: no nesting overflows the stack, and the text at its bottom stays.
#[wasm_bindgen_test]
fn fault_18_the_deepest_nesting_is_read() {
    let shapes = [
        ("> ", 20_000, ""),
        ("- ", 5_000, ""),
        ("1. ", 5_000, ""),
        ("> - ", 5_000, ""),
        ("[", 50_000, "]"),
        ("![", 20_000, "]"),
        ("*a **b ", 10_000, " c** d*"),
        ("[a](", 20_000, ""),
        ("[[a|", 20_000, "]]"),
        ("<b>", 20_000, "</b>"),
        ("<div>", 20_000, "</div>"),
        ("<details>\n\n", 5_000, ""),
        ("~~a ", 20_000, ""),
        ("<a data-t=\"0:01\">", 10_000, "</a>"),
    ];
    for (open, times, close) in shapes {
        let text = [&open.repeat(times), "bottom", &close.repeat(times), "\n"].concat();
        let corpus = Corpus::read(&[NoteFile::new("a.md", text)]);
        let claims = corpus.vault.notes().iter().flat_map(|note| note.claims());
        let headings = corpus.vault.notes().iter().flat_map(|note| note.sections());
        let says = claims.map(|claim| &claim.text).chain(headings.map(|section| &section.title));
        assert!(says.into_iter().any(|text| text.contains("bottom")), "{open:?} × {times}");
    }
}
