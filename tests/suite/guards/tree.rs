//! All functions together: which of them may write a signal, and which calls are dangerous.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use super::types::{Body, Callee, Effect, Kind, Of};

/// All functions of some files.
pub(super) struct Tree {
    bodies: Vec<Body>,
    /// Which bodies have a name, free functions and those of types alike.
    named: HashMap<String, Vec<usize>>,
    /// Whether a body may write signals, and cells.
    writes: [Vec<bool>; 2],
}

/// A call that may end the program.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Danger {
    pub(super) file: String,
    pub(super) line: usize,
    pub(super) why: String,
}

impl Tree {
    pub(super) fn of(bodies: Vec<Body>) -> Self {
        let mut named: HashMap<String, Vec<usize>> = HashMap::new();
        for (number, body) in bodies.iter().enumerate().filter(|(_, body)| !body.name.is_empty()) {
            named.entry(body.name.clone()).or_default().push(number);
        }
        let writes = Of::ALL.map(|_| vec![false; bodies.len()]);
        let mut tree = Self { bodies, named, writes };
        // Whoever calls one that writes writes.
        loop {
            let next = Of::ALL.map(|of| {
                let writes = |body: &Body| {
                    body.calls.iter().any(|call| tree.may_write(body, &call.callee, of))
                };
                tree.bodies.iter().map(writes).collect::<Vec<bool>>()
            });
            if next == tree.writes {
                return tree;
            }
            tree.writes = next;
        }
    }

    /// The calls that may end the program, in order.
    pub(super) fn dangers(&self) -> Vec<Danger> {
        let mut dangers: Vec<Danger> =
            self.bodies.iter().flat_map(|body| self.dangers_in(body)).collect();
        dangers.sort();
        dangers.dedup();
        dangers
    }

    fn dangers_in(&self, body: &Body) -> Vec<Danger> {
        let danger =
            |line, why: String| Danger { file: body.file.display().to_string(), line, why };
        let mut dangers = Vec::new();
        for call in &body.calls {
            let name = |of| self.path(body, &call.callee, of).join(" → ");
            if body.is_memo && self.may_write(body, &call.callee, Of::Signal) {
                dangers.push(danger(call.line, format!("a memo writes by {}", name(Of::Signal))));
            }
            for guard in &call.guards {
                let at = guard.line;
                if call.callee == Callee::Await {
                    let why = format!("the guard of line {at} lives while others have their turn");
                    dangers.push(danger(call.line, why));
                } else if call.callee == Callee::Given
                    || self.may_write(body, &call.callee, guard.of)
                {
                    let why =
                        format!("the guard of line {at} lives while {} may write", name(guard.of));
                    dangers.push(danger(call.line, why));
                } else if guard.kind == Kind::Writes && reads(&call.callee, guard.of) {
                    let why = format!(
                        "the guard of line {at} writes while {} reads",
                        shown(&call.callee)
                    );
                    dangers.push(danger(call.line, why));
                }
            }
        }
        dangers
    }

    /// By which calls a call comes to write, for who looks for it.
    fn path(&self, body: &Body, callee: &Callee, of: Of) -> Vec<String> {
        let mut path = vec![shown(callee)];
        let mut seen = HashSet::new();
        let mut next = self.bodies_of(body, callee).find(|number| self.writes(*number, of));
        while let Some(number) = next.filter(|number| seen.insert(*number)) {
            let body = &self.bodies[number];
            let Some(call) = body.calls.iter().find(|call| self.may_write(body, &call.callee, of))
            else {
                break;
            };
            path.push(shown(&call.callee));
            next = self.bodies_of(body, &call.callee).find(|number| self.writes(*number, of));
        }
        path
    }

    fn may_write(&self, body: &Body, callee: &Callee, of: Of) -> bool {
        match callee {
            Callee::Unknown => true,
            Callee::Method(name, arguments) if Effect::of(name, *arguments) != Effect::Nothing => {
                Effect::of(name, *arguments).writes(of)
            }
            _ => self.bodies_of(body, callee).any(|number| self.writes(number, of)),
        }
    }

    /// What a call may lead to, as far as names tell.
    fn bodies_of(&self, body: &Body, callee: &Callee) -> impl Iterator<Item = usize> {
        let named = |name: &String| self.named.get(name).cloned().unwrap_or_default();
        let of = |number: &usize| &self.bodies[*number];
        let mut numbers = match callee {
            // Numbers count within a file, and bodies of a file stand together.
            Callee::Local(number) => {
                let first = self.bodies.iter().position(|number| number.file == body.file);
                vec![first.unwrap_or_default() + number]
            }
            Callee::Method(name, _) | Callee::Path(_, name) | Callee::Free(name) => named(name),
            Callee::Given | Callee::Unknown | Callee::Await => Vec::new(),
        };
        match callee {
            Callee::Method(_, arguments) => {
                numbers.retain(|number| of(number).is_method && of(number).arguments == *arguments);
            }
            Callee::Path(owner, _) if owner.starts_with(char::is_uppercase) => {
                numbers.retain(|number| of(number).owner.as_ref() == Some(owner));
            }
            Callee::Path(file, _) => {
                numbers.retain(|number| {
                    of(number).owner.is_none() && module(&of(number).file) == *file
                });
            }
            Callee::Free(_) => {
                numbers.retain(|number| of(number).owner.is_none());
                // What stands in the same file goes before what has its name elsewhere.
                if numbers.iter().any(|number| of(number).file == body.file) {
                    numbers.retain(|number| of(number).file == body.file);
                }
            }
            _ => {}
        }
        numbers.into_iter()
    }

    fn writes(&self, body: usize, of: Of) -> bool {
        let [signals, cells] = &self.writes;
        match of {
            Of::Signal => signals[body],
            Of::Cell => cells[body],
        }
    }
}

fn reads(callee: &Callee, of: Of) -> bool {
    matches!(callee, Callee::Method(name, arguments) if Effect::of(name, *arguments).reads(of))
}

/// The name of a file's module.
fn module(file: &Path) -> String {
    let stem = file.file_stem().unwrap_or_default();
    let folder = || file.parent().and_then(Path::file_name).unwrap_or_default();
    let name = if stem == "mod" { folder() } else { stem };
    name.to_string_lossy().into_owned()
}

fn shown(callee: &Callee) -> String {
    match callee {
        Callee::Method(name, _) => format!(".{name}(…)"),
        Callee::Path(of, name) => format!("{of}::{name}"),
        Callee::Free(name) => format!("{name}(…)"),
        Callee::Local(_) => "a closure".to_owned(),
        Callee::Given | Callee::Unknown => "something handed in".to_owned(),
        Callee::Await => "await".to_owned(),
    }
}
