//! Lets what the glue calls for a program catch what goes wrong by itself: as wasm-bindgen writes it, each such call
//! makes a list of what it was given and goes through two functions more, a thousand times for a key that is typed.

use anyhow::{Result, ensure};

/// What stands around a call, but for what it takes.
const OPENS: [&str; 2] = ["function() { return handleError(function (", "function("];
/// Where it begins.
const BEGINS: [&str; 2] = [") {", ") { try {"];
/// Where it ends.
const ENDS: [&str; 2] = ["}, arguments); }", "} catch (e) { handleError(e); } }"];
/// What handles what went wrong, called or written.
const HANDLER: &str = "handleError(";
/// How that is written.
const HANDLES: [&str; 2] = ["handleError(f, args) {", "handleError(e) {"];
/// What that does before anything has gone wrong.
const TRIES: [&str; 5] = ["try {", "return f.apply(this, args);", "}", "catch (e)", "{"];

/// The same glue, whose calls catch by themselves.
///
/// # Errors
/// Where a call, or what handles it, is not written as expected.
pub(crate) fn by_itself(glue: &str) -> Result<String> {
    let [opens, takes] = OPENS;
    let mut calls = glue.split(opens);
    let mut written = calls.next().unwrap_or_default().to_owned();
    // Each call is one, and what handles them.
    let mut is_regular = glue.matches(HANDLER).count() == glue.matches(opens).count() + 1;
    for call in calls {
        let parts = call.split_once(BEGINS[0]).and_then(|(given, rest)| {
            let (body, after) = rest.split_once(ENDS[0])?;
            Some([takes, given, BEGINS[1], body, ENDS[1], after])
        });
        is_regular &= parts.is_some();
        written.extend(parts.into_iter().flatten());
    }
    let handler = written.split_once(HANDLES[0]).and_then(|(before, rest)| {
        let mut rest = rest;
        for word in TRIES {
            rest = rest.trim_start().strip_prefix(word)?;
        }
        // The block that is left of what caught stays one.
        Some([before, HANDLES[1], " {", rest].concat())
    });
    ensure!(
        is_regular && handler.is_some(),
        "wasm-bindgen catches in another way than this expects (xtask/split/src/catching.rs)"
    );
    Ok(handler.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HANDLING: &str = "function handleError(f, args) {\n    try {\n        return f.apply(this, args);\n    } \
                           catch (e) {\n        store(e);\n    }\n}\n";

    #[test]
    fn calls_catch_by_themselves() {
        let calls = "const imports = {\n  a: function() { return handleError(function (arg0, arg1) {\n    arg0.b(arg1);\n  \
                     }, arguments); },\n  c: function() { return handleError(function () {\n    return () => { d(); };\n  \
                     }, arguments); },\n  e: function(arg0) { return arg0; },\n};\n";
        let expected = "const imports = {\n  a: function(arg0, arg1) { try {\n    arg0.b(arg1);\n  } catch (e) { \
                        handleError(e); } },\n  c: function() { try {\n    return () => { d(); };\n  } catch (e) { \
                        handleError(e); } },\n  e: function(arg0) { return arg0; },\n};\n";
        let handler = "function handleError(e) { {\n        store(e);\n    }\n}\n";
        assert_eq!(by_itself(&[calls, HANDLING].concat()).unwrap(), [expected, handler].concat());
        assert_eq!(by_itself(&[HANDLING, calls].concat()).unwrap(), [handler, expected].concat());
    }

    #[test]
    fn another_way_of_catching_is_told() {
        let call = "a: function() { return handleError(function (arg0) { b(arg0); }, arguments); }";
        assert!(by_itself(&[call, HANDLING].concat()).is_ok());
        for glue in [
            call.to_owned(),
            [&call.replace("arguments)", "arguments, this)"), HANDLING].concat(),
            [&call.replace("return handleError", "handleError"), HANDLING].concat(),
            [call, &HANDLING.replace("f.apply(this, args)", "f(...args)")].concat(),
        ] {
            assert!(by_itself(&glue).is_err(), "{glue}");
        }
    }
}
