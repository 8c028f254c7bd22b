//! One problem: its line, what is wrong, what was written, and what to write instead.

use leptos::prelude::*;

use crate::note::Problem;
use crate::ui::widgets::copy_button::CopyButton;

/// One problem. `file` stands before it, `after` below it.
pub fn problem_item(
    problem: &Problem,
    file: AnyView,
    written: Option<String>,
    after: Option<AnyView>,
) -> AnyView {
    let severity = problem.severity().as_str();
    let line = ["Line ", &problem.line.to_string()].concat();
    let suggestion = problem.suggestion.clone();
    // What stands there already is no way to mend it.
    let written = written.filter(|text| !text.is_empty() && suggestion.as_ref() != Some(text));
    let written = written.map(|text| {
        view! {
            <span class="written">
                <span class="visually-hidden">"Written: "</span>
                <code translate="no">{text}</code>
            </span>
        }
        .into_any()
    });
    let suggestion = suggestion.map(|text| {
        let label = ["Copy what to write in line ", &problem.line.to_string()].concat();
        view! {
            <span class="suggestion">
                <span class="visually-hidden">"Better: "</span>
                <code translate="no">{text.clone()}</code> <CopyButton text label/>
            </span>
        }
        .into_any()
    });
    view! {
        <li data-severity=severity>
            {file} <span class="problem-line">{line}</span>
            " " <span class="problem-severity">{severity}</span>
            " " {problem.message.clone()}
            <span class="to-mend">{written} {suggestion}</span>
            {after}
        </li>
    }
    .into_any()
}
