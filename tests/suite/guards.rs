//! No guard of a signal lives across a call that may write one: in the browser that ends the
//! program at once, past every panic hook, and the page goes on looking alive.
//!
//! What is looked at is the source: who calls whom, by name, and which guards live then. Where
//! names alone cannot tell, a call counts as one that writes.

mod calls;
mod macros;
mod order;
mod shapes;
mod tree;
mod types;
mod walk;

use std::path::Path;

use walkdir::WalkDir;

use tree::Tree;
use walk::Walk;

#[test]
fn no_guard_of_a_signal_lives_across_a_call_that_may_write() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut bodies = Vec::new();
    for folder in ["src/ui", "src/browser"] {
        let entries = WalkDir::new(root.join(folder)).sort_by_file_name();
        for entry in entries.into_iter().map(Result::unwrap) {
            if entry.path().extension().is_some_and(|ending| ending == "rs") {
                let source = std::fs::read_to_string(entry.path()).unwrap();
                let path = entry.path().strip_prefix(root).unwrap();
                bodies.extend(Walk::through(path, &source).unwrap());
            }
        }
    }
    assert!(bodies.len() > 500, "that is not all of the page: {}", bodies.len());
    let dangers = Tree::of(bodies).dangers();
    let found: Vec<String> = dangers
        .iter()
        .map(|danger| format!("{}:{}: {}", danger.file, danger.line, danger.why))
        .collect();
    assert!(found.is_empty(), "{} of them:\n{}", found.len(), found.join("\n"));
}

/// What is dangerous in a source: the lines of the guards' victims.
fn found_in(source: &str) -> Vec<usize> {
    let bodies = Walk::through(Path::new("src/ui/a.rs"), source).unwrap();
    Tree::of(bodies).dangers().iter().map(|danger| danger.line).collect()
}

#[test]
fn guards_that_live_too_long_are_found() {
    let cases = [
        ("a temporary in an argument", "q.chase(&p.read());", 1),
        ("the same, untracked", "q.chase(&p.read_untracked());", 1),
        ("what writes is called on what is guarded", "p.read().first().chase(1);", 1),
        ("a variable", "let now = p.read(); q.chase(1);", 1),
        ("one of several variables", "let (a, b) = (p.read(), 1); q.chase(b);", 1),
        ("a part of what is guarded", "let now = &p.read().inner; q.chase(1);", 1),
        (
            "with a guard that may be had",
            "let Some(now) = p.try_read() else { return }; q.chase(1);",
            1,
        ),
        ("a match", "match p.read().a { 1 => q.chase(1), _ => {} }", 1),
        ("if let", "if let Some(a) = p.read().a { q.chase(a); }", 1),
        ("a chain of them", "if x && let Some(a) = p.read().a && a { q.chase(a); }", 1),
        ("while let", "while let Some(a) = p.read().a { q.chase(a); }", 1),
        ("for", "for a in p.read().iter() { q.chase(a); }", 1),
        ("a signal is set", "let now = p.read(); s.set(*now);", 1),
        ("a signal is written", "let now = p.read(); *s.write() = *now;", 1),
        ("a stored value is set", "let now = p.read(); s.set_value(1);", 1),
        ("with", "p.with(|now| q.chase(now));", 1),
        ("with a function", "p.with_value(Q::go);", 1),
        ("update", "p.update(|now| q.chase(now));", 1),
        ("update reads a signal", "p.update(|now| *now = s.get());", 1),
        (
            "a closure of the same function",
            "let go = move || s.set(1); let now = p.read(); go();",
            1,
        ),
        (
            "such a closure as an argument",
            "let go = move || s.set(1); \n p.read().map(go); \n p.read().map_or(1, go);",
            2,
        ),
        ("whatever is handed in", "let now = p.read(); call(now);", 1),
        ("a field that is called", "let now = p.read(); (self.call)(now);", 1),
        ("the browser calls listeners at once", "let now = p.read(); element.focus();", 1),
        ("others have their turn", "let now = async { let now = p.read(); wait().await };", 1),
        ("a closure that is called at once", "p.read().iter().for_each(|a| q.chase(a));", 1),
        ("in a view", "let now = p.read(); view! { <b title={q.chase(1)}>\n{s.set(1)}</b> };", 2),
        ("in another macro", "assert!(p.read().is(q.chase(1)));", 1),
        ("a memo that writes", "Memo::new(move |_| q.chase(1));", 1),
        ("a cell", "cell.borrow_mut().go(|| call());", 1),
        ("another function of the type", "let now = p.read(); Self::twice(1);", 1),
    ];
    for (what, body, wanted) in cases {
        assert_eq!(found_in(&around(body)).len(), wanted, "{what}: {body}");
    }
}

#[test]
fn guards_that_are_gone_in_time_are_not_held_against_anyone() {
    let cases = [
        ("a copy", "q.chase(&p.get());"),
        ("the guard was let go of", "let a = p.read().a; q.chase(a);"),
        ("in a statement of its own", "{ let now = p.read(); now.a(); } q.chase(1);"),
        ("dropped by hand", "let now = p.read(); drop(now); q.chase(1);"),
        ("a condition", "if p.read().a { q.chase(1); }"),
        (
            "one side of a condition",
            "let a = p.read().a && q.b; if p.read().a || b { q.chase(1); }",
        ),
        ("else", "let Some(a) = p.read().a else { return q.chase(1) };"),
        ("otherwise", "if let Some(a) = p.read().a { a.b(); } else { q.chase(1); }"),
        ("it is run later", "let now = p.read(); Timeout::new(1, move || q.chase(1));"),
        ("a handler", "let now = p.read(); view! { <b on:click=move |_| q.chase(1)>{now.a}</b> };"),
        (
            "what is declared is not called",
            "let now = p.read(); let go = move || q.chase(1); now.a();",
        ),
        ("what is given reads", "let now = p.read(); q.given(|| s.get());"),
        ("a condition of an arm", "match a { 1 if p.read().a => q.chase(1), _ => {} }"),
        ("what reads", "let now = p.read(); q.look(&now, s.get());"),
        ("what is computed", "Memo::new(move |_| q.look(1, 2));"),
        ("something else is read", "async { let text = file.read().await; q.chase(1); };"),
        ("of one thread", "READING.with(|now| q.chase(now));"),
        ("a method of the same name", "p.with(Layer::new(1)); q.chase(1);"),
    ];
    for (what, body) in cases {
        assert_eq!(found_in(&around(body)), [] as [usize; 0], "{what}: {body}");
    }
}

/// A source in which a function does this.
fn around(body: &str) -> String {
    [
        "use leptos::prelude::*;\n\
        impl Q {\n\
        fn chase(&self, a: u8) { self.go(); }\n\
        fn go(&self) { self.at.set(1); }\n\
        fn twice(a: u8) { Q::go(a); }\n\
        fn given(&self, call: impl FnOnce()) { call(); }\n\
        fn look(&self, a: u8, b: u8) -> u8 { self.at.get() }\n\
        fn it(call: impl Fn(u8)) {\n",
        body,
        "\n}}",
    ]
    .concat()
}
