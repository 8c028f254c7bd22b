//! Calls of methods and functions, with what they are given.

use syn::Expr;
use syn::spanned::Spanned;
use syn::visit::Visit;

use super::shapes::{is_thread_local, named, peeled};
use super::types::{Callee, Effect, Guard, Of};
use super::walk::Walk;

/// What runs its argument later, when none of the guards lives any more.
const LATER: [&str; 9] = [
    "EventListener",
    "Timeout",
    "Interval",
    "Closure",
    "Effect",
    "Callback",
    "Memo",
    "Signal",
    "spawn_local",
];

/// What is computed by its argument, which must not write anything.
const MEMOS: [&str; 2] = ["Memo", "Signal"];

impl Walk<'_> {
    pub(super) fn method(&mut self, call: &syn::ExprMethodCall) {
        self.visit_expr(&call.receiver);
        let (method, count) = (call.method.to_string(), call.args.len());
        let (line, effect) = (call.method.span().start().line, self.effect(&method, count));
        let callee = match (self.variable(&call.receiver), effect) {
            // A callback that was made here.
            (Some(local @ Callee::Local(_)), Effect::CallsOthers) => local,
            // Something else of that name.
            (_, Effect::Nothing) if Effect::of(&method, count) != Effect::Nothing => {
                return call.args.iter().for_each(|argument| self.argument(argument));
            }
            _ => Callee::Method(method, count),
        };
        match (effect, call.args.first()) {
            (Effect::CallsWith(kind), Some(argument)) if !is_thread_local(&call.receiver) => {
                self.call(callee, line);
                let before = self.live.len();
                self.live.push(Guard { line, kind, of: Of::Signal, name: None });
                match peeled(argument) {
                    Expr::Path(path) if path.path.get_ident().is_none() => {
                        self.call(named(&path.path, self.owner.as_deref()), line);
                    }
                    // Not what is meant: a method of the same name that takes a value.
                    Expr::Call(_) | Expr::MethodCall(_) | Expr::Reference(_) => {
                        self.live.truncate(before);
                        self.visit_expr(argument);
                    }
                    other => self.argument(other),
                }
                self.live.truncate(before);
            }
            _ => {
                call.args.iter().for_each(|argument| self.argument(argument));
                self.call(callee, line);
                if let Effect::Guards(of, kind) = effect {
                    self.live.push(Guard { line, kind, of, name: None });
                }
            }
        }
    }

    pub(super) fn function_call(&mut self, call: &syn::ExprCall) {
        let line = call.span().start().line;
        let Expr::Path(func) = peeled(&call.func) else {
            self.visit_expr(&call.func);
            call.args.iter().for_each(|argument| self.argument(argument));
            return self.call(Callee::Unknown, line);
        };
        let callee = named(&func.path, self.owner.as_deref());
        let of = match &callee {
            Callee::Path(of, _) => of.clone(),
            Callee::Free(name) => name.clone(),
            _ => String::new(),
        };
        if LATER.contains(&of.as_str()) {
            let is_memo = MEMOS.contains(&of.as_str());
            call.args.iter().for_each(|argument| self.argument_for_later(argument, is_memo));
            return;
        }
        call.args.iter().for_each(|argument| self.argument(argument));
        if of == "drop" {
            if let Some(Expr::Path(dropped)) = call.args.first() {
                let name = dropped.path.get_ident().map(ToString::to_string);
                self.live.retain(|guard| guard.name.is_none() || guard.name != name);
            }
            return;
        }
        let callee = match (self.variable(&call.func), callee) {
            (Some(variable), _) => variable,
            (None, Callee::Free(name)) => match self.imports.get(&name) {
                Some(module) => Callee::Path(module.clone(), name),
                None => Callee::Free(name),
            },
            (None, callee) => callee,
        };
        self.call(callee, line);
    }
}
