//! Walks through a file in the order in which it is run, and notes down what is called while which
//! guards live.

use std::collections::HashMap;
use std::path::Path;

use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{Block, Expr, ExprClosure, Pat, Signature};

use super::shapes::{closure_of, holds_guard, name_of, peeled};
use super::types::{Body, Called, Callee, Effect, Guard, Of};

/// Walks through a file.
pub(super) struct Walk<'a> {
    file: &'a Path,
    pub(super) bodies: Vec<Body>,
    /// The number of the body that is walked through.
    pub(super) current: usize,
    pub(super) live: Vec<Guard>,
    /// The variables that can be seen, with what calling each of them comes to.
    pub(super) variables: Vec<HashMap<String, Callee>>,
    pub(super) owner: Option<String>,
    /// The modules from which functions are imported.
    pub(super) imports: HashMap<String, String>,
    /// Whether it has signals. Elsewhere `read` is a method of something else.
    has_signals: bool,
}

impl<'a> Walk<'a> {
    /// What the functions of a file do.
    pub(super) fn through(path: &'a Path, source: &str) -> syn::Result<Vec<Body>> {
        let mut walk = Self {
            file: path,
            bodies: Vec::new(),
            current: 0,
            live: Vec::new(),
            variables: Vec::new(),
            owner: None,
            imports: HashMap::new(),
            has_signals: source.contains("use leptos"),
        };
        // What stands outside of functions calls nothing that counts.
        walk.begin("", 0, false);
        walk.visit_file(&syn::parse_file(source)?);
        Ok(walk.bodies)
    }

    pub(super) fn begin(&mut self, name: &str, arguments: usize, is_memo: bool) -> usize {
        self.bodies.push(Body {
            owner: self.owner.clone(),
            name: name.to_owned(),
            arguments,
            is_method: false,
            file: self.file.to_owned(),
            calls: Vec::new(),
            is_memo,
        });
        self.bodies.len() - 1
    }

    /// Walks through another body, which is not run now.
    pub(super) fn apart(&mut self, body: usize, walk: impl FnOnce(&mut Self)) {
        let former = std::mem::replace(&mut self.current, body);
        let live = std::mem::take(&mut self.live);
        walk(self);
        self.live = live;
        self.current = former;
    }

    pub(super) fn function(&mut self, signature: &Signature, block: &Block) {
        let arguments =
            signature.inputs.iter().filter(|argument| matches!(argument, syn::FnArg::Typed(_)));
        let body = self.begin(&signature.ident.to_string(), arguments.clone().count(), false);
        self.bodies[body].is_method = signature.receiver().is_some();
        self.variables.push(HashMap::new());
        for argument in arguments {
            if let syn::FnArg::Typed(typed) = argument {
                self.declare(&typed.pat, &Callee::Given);
            }
        }
        self.apart(body, |walk| walk.visit_block(block));
        self.variables.pop();
    }

    pub(super) fn declare(&mut self, pat: &Pat, called: &Callee) {
        struct Names(Vec<String>);
        impl Visit<'_> for Names {
            fn visit_pat_ident(&mut self, ident: &syn::PatIdent) {
                self.0.push(ident.ident.to_string());
            }
        }
        let mut names = Names(Vec::new());
        names.visit_pat(pat);
        if let Some(scope) = self.variables.last_mut() {
            scope.extend(names.0.into_iter().map(|name| (name, called.clone())));
        }
    }

    /// What calling a variable comes to; `None` where there is none of that name.
    pub(super) fn variable(&self, expr: &Expr) -> Option<Callee> {
        let Expr::Path(path) = peeled(expr) else { return None };
        let name = path.path.get_ident()?.to_string();
        self.variables.iter().rev().find_map(|scope| scope.get(&name)).cloned()
    }

    pub(super) fn effect(&self, method: &str, arguments: usize) -> Effect {
        match Effect::of(method, arguments) {
            other @ (Effect::Guards(Of::Cell, _) | Effect::CallsOthers) => other,
            of_signals if self.has_signals => of_signals,
            _ => Effect::Nothing,
        }
    }

    pub(super) fn closure(&mut self, closure: &ExprClosure) {
        self.variables.push(HashMap::new());
        closure.inputs.iter().for_each(|input| self.declare(input, &Callee::Unknown));
        let before = self.live.len();
        self.visit_expr(&closure.body);
        self.live.truncate(before);
        self.variables.pop();
    }

    /// A closure that is not run now.
    pub(super) fn later(&mut self, closure: &ExprClosure, is_memo: bool) -> usize {
        let body = self.begin("", closure.inputs.len(), is_memo);
        self.apart(body, |walk| walk.closure(closure));
        body
    }

    pub(super) fn call(&mut self, callee: Callee, line: usize) {
        let called = Called { callee, line, guards: self.live.clone() };
        self.bodies[self.current].calls.push(called);
    }

    /// An argument, which what it is given to may call at once.
    pub(super) fn argument(&mut self, argument: &Expr) {
        match peeled(argument) {
            Expr::Closure(closure) => self.closure(closure),
            other => {
                if let Some(local @ Callee::Local(_)) = self.variable(other) {
                    self.call(local, argument.span().start().line);
                }
                self.visit_expr(other);
            }
        }
    }

    /// An argument of what runs it later.
    pub(super) fn argument_for_later(&mut self, argument: &Expr, is_memo: bool) {
        match peeled(argument) {
            Expr::Closure(closure) => {
                self.later(closure, is_memo);
            }
            other => self.visit_expr(other),
        }
    }

    /// A value for variables: a guard lives on in one, a closure is called by its name.
    pub(super) fn bind(&mut self, pat: &Pat, value: &Expr) {
        let before = self.live.len();
        match (pat, peeled(value)) {
            (Pat::Tuple(pats), Expr::Tuple(values)) if pats.elems.len() == values.elems.len() => {
                for (pat, value) in pats.elems.iter().zip(&values.elems) {
                    self.bind(pat, value);
                }
                return;
            }
            (pat, value) if closure_of(value).is_some() => {
                // What stands before it in a block is done at once.
                self.variables.push(HashMap::new());
                if let Expr::Block(block) = value {
                    let first = block.block.stmts.split_last().map(|(_, first)| first);
                    first
                        .unwrap_or_default()
                        .iter()
                        .for_each(|statement| self.visit_stmt(statement));
                }
                self.live.truncate(before);
                let body = closure_of(value).map(|closure| self.later(closure, false));
                self.variables.pop();
                return self.declare(pat, &body.map_or(Callee::Unknown, Callee::Local));
            }
            (_, value) => {
                self.visit_expr(value);
                let held = if holds_guard(value) { self.live.pop() } else { None };
                self.live.truncate(before);
                // A guard that goes to no variable is gone at once.
                if let (Some(guard), false) = (held, matches!(pat, Pat::Wild(_))) {
                    self.live.push(Guard { name: name_of(pat), ..guard });
                }
            }
        }
        self.declare(pat, &Callee::Unknown);
    }

    pub(super) fn scoped(&mut self, expr: &Expr) {
        let before = self.live.len();
        self.visit_expr(expr);
        self.live.truncate(before);
    }
}
