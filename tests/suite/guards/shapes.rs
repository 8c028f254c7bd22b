//! What an expression is, as far as guards are concerned.

use syn::{Expr, ExprClosure, Pat, Stmt};

use super::types::{Callee, Effect};

/// An expression without what changes nothing about it.
pub(super) fn peeled(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(paren) => peeled(&paren.expr),
        Expr::Group(group) => peeled(&group.expr),
        other => other,
    }
}

/// The closure that a value is, or the callback's that is made of one, also at the end of a block.
pub(super) fn closure_of(value: &Expr) -> Option<&ExprClosure> {
    match peeled(value) {
        Expr::Closure(closure) => Some(closure),
        Expr::Call(call) => {
            let Expr::Path(func) = peeled(&call.func) else { return None };
            let is_callback = func.path.segments.first()?.ident == "Callback";
            closure_of(call.args.first().filter(|_| is_callback)?)
        }
        Expr::Block(block) => match block.block.stmts.last()? {
            Stmt::Expr(last, None) => closure_of(last),
            _ => None,
        },
        _ => None,
    }
}

/// Whether the value of an expression is a guard, or a part of one that keeps it alive.
pub(super) fn holds_guard(expr: &Expr) -> bool {
    match peeled(expr) {
        Expr::MethodCall(call) => {
            matches!(Effect::of(&call.method.to_string(), call.args.len()), Effect::Guards(..))
        }
        Expr::Try(tried) => holds_guard(&tried.expr),
        Expr::Reference(reference) => {
            let mut place = peeled(&reference.expr);
            loop {
                place = match place {
                    Expr::Field(field) => peeled(&field.base),
                    Expr::Index(index) => peeled(&index.expr),
                    Expr::Unary(unary) => peeled(&unary.expr),
                    other => break holds_guard(other),
                };
            }
        }
        _ => false,
    }
}

pub(super) fn has_let(expr: &Expr) -> bool {
    match peeled(expr) {
        Expr::Let(_) => true,
        Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        _ => false,
    }
}

pub(super) fn name_of(pat: &Pat) -> Option<String> {
    match pat {
        Pat::Ident(ident) => Some(ident.ident.to_string()),
        _ => None,
    }
}

/// Whether a method is called on something like `READING`, whose `with` guards nothing.
pub(super) fn is_thread_local(receiver: &Expr) -> bool {
    let Expr::Path(path) = peeled(receiver) else { return false };
    path.path.get_ident().is_some_and(|name| *name == name.to_string().to_uppercase())
}

/// What a path names that is called.
pub(super) fn named(path: &syn::Path, owner: Option<&str>) -> Callee {
    let mut names = path.segments.iter().rev().map(|segment| segment.ident.to_string());
    let name = names.next().unwrap_or_default();
    match names.next() {
        Some(of) if of == "Self" => Callee::Path(owner.unwrap_or_default().to_owned(), name),
        Some(of) if !["self", "super", "crate"].contains(&of.as_str()) => Callee::Path(of, name),
        _ => Callee::Free(name),
    }
}
