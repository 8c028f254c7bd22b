//! What is said about notes that are added.

use crate::ui::state::loading::LoadingStep;
use crate::ui::widgets::counting::count;
use crate::vault::Mode;
use crate::vault::files::skipped::{Skipped, summary};

use super::note_import::{ImportPhase, ImportQuestion};

/// `1 note`, `12 notes`.
pub fn notes(number: usize) -> String {
    count(number, "note", "notes")
}

/// What happened: so many notes, to so many that were here, so many of them with the same path.
pub fn added(mode: Mode, new: usize, here: usize, same: usize) -> String {
    match mode {
        Mode::Replace if here > 0 => {
            [&notes(new), " took the place of the ", &here.to_string(), " here"].concat()
        }
        _ if same > 0 => {
            let of_same = [", ", &same.to_string(), " of them in place of an older one"];
            ["Added ", &notes(new), &of_same.concat()].concat()
        }
        _ => ["Added ", &notes(new)].concat(),
    }
}

/// Nothing of what was chosen could be added.
pub fn nothing(skipped: &[Skipped]) -> String {
    match skipped {
        [] => "There are no notes in it: nothing was added.".to_owned(),
        // Of a single file the reason stands right here.
        [only] => ["Nothing was added: ", &only.path, " ", &only.reason.to_string(), "."].concat(),
        _ => "Nothing was added.".to_owned(),
    }
}

/// What was skipped, behind what happened.
pub fn with_skipped(text: &str, skipped: &[Skipped]) -> String {
    let text = text.trim_end_matches('.');
    let is_said = matches!(skipped, [only] if text.contains(&only.path));
    match summary(skipped).filter(|_| !is_said) {
        Some(summary) => [text, "; ", &summary, "."].concat(),
        None => [text, "."].concat(),
    }
}

/// The question for what was chosen.
pub fn question(asked: &ImportQuestion) -> String {
    let verb = if asked.here == 0 { "Read " } else { "Add " };
    [verb, &notes(asked.notes), "?"].concat()
}

/// What there is to know before one answers.
pub fn here(asked: &ImportQuestion) -> Option<String> {
    let verb = if asked.here == 1 { " is" } else { " are" };
    let rule = " here already. When you add, a new note takes the place of one with the same path.";
    (asked.here > 0).then(|| [&notes(asked.here), verb, rule].concat())
}

/// How far it is: a line, and the part that is done of a whole.
pub fn progress(phase: &ImportPhase) -> Option<(String, Option<(usize, usize)>)> {
    let of = |verb: &str, done: usize, total: usize| {
        let text = [verb, " ", &done.to_string(), " of ", &notes(total)].concat();
        Some((text, Some((done, total))))
    };
    match *phase {
        ImportPhase::Looking(seen) => {
            Some((["Looking through ", &count(seen, "file", "files")].concat(), None))
        }
        ImportPhase::Files(done, total) => of("Reading", done, total),
        ImportPhase::Notes(LoadingStep::Notes, done, total) => of("Understanding", done, total),
        ImportPhase::Notes(LoadingStep::Skills, done, total) => of("Placing", done, total),
        ImportPhase::Quiet | ImportPhase::Asking(_) | ImportPhase::Told(_) => None,
    }
}
