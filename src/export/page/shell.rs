//! The page in one file, put together from its parts.
//!
//! A page that saves itself must come by its own text, which no browser hands out for a file. So the
//! file holds, besides its parts, the text around them: the shell. Shell and parts make the page as
//! it was built, whatever the program or the browser's extensions have done to the document since.

use std::fmt;

/// The parts of the page in one file. The order is that in which they stand in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageParts<'a> {
    /// The style.
    pub css: &'a str,
    /// The program, packed.
    pub wasm: &'a str,
    /// The chunks of the program, packed: a line each, with its name before it.
    pub chunks: &'a str,
    /// The shell itself, packed.
    pub shell: &'a str,
    /// The script between the program and the browser.
    pub glue: &'a str,
    /// The script that starts the program.
    pub boot: &'a str,
}

/// The shell lacks the place of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPlace(&'static str);

/// Where the parts go, in order.
pub const CSS_PLACE: &str = "{skillreel:css}";
/// The place of the program.
pub const WASM_PLACE: &str = "{skillreel:wasm}";
/// The place of the program's chunks.
pub const CHUNKS_PLACE: &str = "{skillreel:chunks}";
/// The place of the shell.
pub const SHELL_PLACE: &str = "{skillreel:shell}";
/// The place of the script between the program and the browser.
pub const GLUE_PLACE: &str = "{skillreel:glue}";
/// The place of the script that starts the program.
pub const BOOT_PLACE: &str = "{skillreel:boot}";

/// The ids of the elements that hold the parts, and so the way back from a document to its parts.
pub mod id {
    /// The style.
    pub const CSS: &str = "skillreel-css";
    /// The program.
    pub const WASM: &str = "skillreel-wasm";
    /// The chunks of the program.
    pub const CHUNKS: &str = "skillreel-chunks";
    /// The page without notes, from which pages are saved.
    pub const SHELL: &str = "skillreel-shell";
    /// The script between the program and the browser. The hosted page's has another id.
    pub const GLUE: &str = "skillreel-code";
    /// The script that starts the program.
    pub const BOOT: &str = "skillreel-boot";
}

/// The page that a shell and its parts make.
///
/// # Errors
/// [`NoPlace`] when the shell is not one of ours.
pub fn assemble(shell: &str, parts: &PageParts<'_>) -> Result<String, NoPlace> {
    let PageParts { css, wasm, chunks, shell: packed, glue, boot } = *parts;
    let mut pieces = Vec::with_capacity(13);
    let mut rest = shell;
    let parts = [
        (CSS_PLACE, css),
        (WASM_PLACE, wasm),
        (CHUNKS_PLACE, chunks),
        (SHELL_PLACE, packed),
        (GLUE_PLACE, glue),
        (BOOT_PLACE, boot),
    ];
    for (place, part) in parts {
        let (before, after) = rest.split_once(place).ok_or(NoPlace(place))?;
        pieces.extend([before, part]);
        rest = after;
    }
    pieces.push(rest);
    Ok(pieces.concat())
}

impl fmt::Display for NoPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the page's own text is damaged: expected {} in it; get a fresh copy", self.0)
    }
}

impl std::error::Error for NoPlace {}

#[cfg(test)]
mod tests {
    use super::*;

    const PARTS: PageParts<'_> = PageParts {
        css: "{skillreel:boot}",
        wasm: "w",
        chunks: "c",
        shell: "s",
        glue: "g",
        boot: "b",
    };

    #[test]
    fn parts_go_where_they_belong_and_are_not_searched() {
        let shell = [
            CSS_PLACE,
            "1",
            WASM_PLACE,
            "2",
            CHUNKS_PLACE,
            "3",
            SHELL_PLACE,
            "4",
            GLUE_PLACE,
            "5",
            BOOT_PLACE,
            "6",
        ]
        .concat();
        assert_eq!(assemble(&shell, &PARTS).unwrap(), "{skillreel:boot}1w2c3s4g5b6");
    }

    #[test]
    fn a_missing_place_is_named() {
        let error = assemble(
            &[CSS_PLACE, WASM_PLACE, CHUNKS_PLACE, SHELL_PLACE, BOOT_PLACE].concat(),
            &PARTS,
        )
        .unwrap_err();
        assert!(error.to_string().contains(GLUE_PLACE), "{error}");
    }
}
