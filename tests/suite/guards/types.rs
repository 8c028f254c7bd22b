//! What is known of a program's functions: what each calls, and which guards live then.

use std::path::PathBuf;

/// What is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Callee {
    /// A method, by its name and how many arguments it takes.
    Method(String, usize),
    /// A function of a type or module, by the name of that and its own.
    Path(String, String),
    /// A function by its name alone.
    Free(String),
    /// A closure of the same function, by its number among the bodies.
    Local(usize),
    /// What the function was given to call. Whoever gives a closure is held to what that does.
    Given,
    /// Another value that is called, of which nobody knows what it does.
    Unknown,
    /// Other tasks have their turn.
    Await,
}

/// What a guard allows meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Others may read.
    Reads,
    /// Nobody else may do anything.
    Writes,
}

/// What is guarded. A guard of the one is no matter to who writes the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// A signal, a memo or a stored value.
    Signal,
    /// A `RefCell`.
    Cell,
}

impl Of {
    pub(super) const ALL: [Self; 2] = [Self::Signal, Self::Cell];
}

/// A guard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Guard {
    pub(super) line: usize,
    pub(super) kind: Kind,
    pub(super) of: Of,
    /// The variable that holds it; a temporary value has none.
    pub(super) name: Option<String>,
}

/// A call, and the guards that live while it lasts.
#[derive(Clone, Debug)]
pub(super) struct Called {
    pub(super) callee: Callee,
    pub(super) line: usize,
    pub(super) guards: Vec<Guard>,
}

/// A function or closure.
#[derive(Clone, Debug)]
pub(super) struct Body {
    /// The type whose function it is.
    pub(super) owner: Option<String>,
    /// Empty for a closure.
    pub(super) name: String,
    /// How many arguments it takes, apart from `self`.
    pub(super) arguments: usize,
    /// Whether it is called on a value.
    pub(super) is_method: bool,
    pub(super) file: PathBuf,
    pub(super) calls: Vec<Called>,
    /// Whether it is what a memo or a derived signal is computed by.
    pub(super) is_memo: bool,
}

/// What a method does to what it is called on, as far as its name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// It gives a guard.
    Guards(Of, Kind),
    /// It calls its argument with a guard of a signal alive.
    CallsWith(Kind),
    /// It writes a signal.
    Writes,
    /// It reads a signal.
    Reads,
    /// It has the browser call listeners at once, or calls what was handed in: both may write.
    CallsOthers,
    /// None of these.
    Nothing,
}

impl Effect {
    /// What a method of leptos, of cells, or of the browser's elements does.
    pub(super) fn of(method: &str, arguments: usize) -> Self {
        match (method.trim_start_matches("try_"), arguments) {
            ("read" | "read_untracked" | "read_value", 0) => Self::Guards(Of::Signal, Kind::Reads),
            ("write" | "write_untracked" | "write_value", 0) => {
                Self::Guards(Of::Signal, Kind::Writes)
            }
            ("borrow", 0) => Self::Guards(Of::Cell, Kind::Reads),
            ("borrow_mut", 0) => Self::Guards(Of::Cell, Kind::Writes),
            ("with" | "with_untracked" | "with_value", 1) => Self::CallsWith(Kind::Reads),
            ("update" | "update_untracked" | "update_value" | "maybe_update", 1) => {
                Self::CallsWith(Kind::Writes)
            }
            ("set" | "set_untracked" | "set_value", 1) | ("notify", 0) => Self::Writes,
            ("get" | "get_untracked" | "get_value" | "track", 0) => Self::Reads,
            ("focus" | "blur" | "click" | "show_modal" | "close" | "print" | "remove", 0)
            | ("focus_with_options" | "dispatch_event" | "dispatch" | "run", 1) => {
                Self::CallsOthers
            }
            _ => Self::Nothing,
        }
    }

    /// Whether no guard of these may live meanwhile.
    pub(super) fn writes(self, of: Of) -> bool {
        match self {
            Self::CallsOthers => true,
            Self::Writes | Self::CallsWith(Kind::Writes) => of == Of::Signal,
            Self::Guards(what, kind) => what == of && kind == Kind::Writes,
            _ => false,
        }
    }

    /// Whether none of these may be written meanwhile.
    pub(super) fn reads(self, of: Of) -> bool {
        match self {
            Self::Reads | Self::CallsWith(Kind::Reads) => of == Of::Signal,
            Self::Guards(what, kind) => what == of && kind == Kind::Reads,
            _ => false,
        }
    }
}
