//! In which order the parts of a function are run, and when what they made is gone.

use std::collections::HashMap;

use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Block, ExprClosure, ImplItemFn, ItemFn, ItemImpl, Local, Stmt};

use super::shapes::{has_let, holds_guard};
use super::types::Callee;
use super::walk::Walk;

impl Visit<'_> for Walk<'_> {
    fn visit_item_impl(&mut self, item: &ItemImpl) {
        let former = self.owner.take();
        if let syn::Type::Path(path) = &*item.self_ty {
            self.owner = path.path.segments.last().map(|segment| segment.ident.to_string());
        }
        visit::visit_item_impl(self, item);
        self.owner = former;
    }

    fn visit_use_path(&mut self, path: &syn::UsePath) {
        let module = path.ident.to_string();
        let names: Vec<&syn::Ident> = match &*path.tree {
            syn::UseTree::Name(name) => vec![&name.ident],
            syn::UseTree::Group(group) => group
                .items
                .iter()
                .filter_map(|item| {
                    if let syn::UseTree::Name(name) = item { Some(&name.ident) } else { None }
                })
                .collect(),
            _ => Vec::new(),
        };
        if !["self", "super", "crate", "ui", "browser"].contains(&module.as_str()) {
            self.imports.extend(names.iter().map(|name| (name.to_string(), module.clone())));
        }
        visit::visit_use_path(self, path);
    }

    fn visit_item_mod(&mut self, item: &syn::ItemMod) {
        // Tests of a module have no page.
        if item.ident != "tests" {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &ItemFn) {
        let former = self.owner.take();
        self.function(&item.sig, &item.block);
        self.owner = former;
    }

    fn visit_impl_item_fn(&mut self, item: &ImplItemFn) {
        self.function(&item.sig, &item.block);
    }

    fn visit_block(&mut self, block: &Block) {
        let before = self.live.len();
        self.variables.push(HashMap::new());
        block.stmts.iter().for_each(|statement| self.visit_stmt(statement));
        self.variables.pop();
        self.live.truncate(before);
    }

    fn visit_stmt(&mut self, statement: &Stmt) {
        match statement {
            Stmt::Expr(expr, _) => self.scoped(expr),
            other => visit::visit_stmt(self, other),
        }
    }

    fn visit_local(&mut self, local: &Local) {
        let Some(init) = &local.init else { return self.declare(&local.pat, &Callee::Unknown) };
        if let Some((_, otherwise)) = &init.diverge {
            self.scoped(otherwise);
        }
        self.bind(&local.pat, &init.expr);
    }

    fn visit_expr_closure(&mut self, closure: &ExprClosure) {
        self.later(closure, false);
    }

    fn visit_expr_async(&mut self, block: &syn::ExprAsync) {
        let body = self.begin("", 0, false);
        self.apart(body, |walk| walk.visit_block(&block.block));
    }

    fn visit_expr_method_call(&mut self, call: &syn::ExprMethodCall) {
        self.method(call);
    }

    fn visit_expr_call(&mut self, call: &syn::ExprCall) {
        self.function_call(call);
    }

    fn visit_expr_await(&mut self, wait: &syn::ExprAwait) {
        self.visit_expr(&wait.base);
        // A guard cannot be waited for, so this is something else of that name.
        if holds_guard(&wait.base) {
            self.live.pop();
        }
        self.call(Callee::Await, wait.span().start().line);
    }

    fn visit_expr_let(&mut self, expr: &syn::ExprLet) {
        self.visit_expr(&expr.expr);
        self.declare(&expr.pat, &Callee::Unknown);
    }

    fn visit_expr_if(&mut self, expr: &syn::ExprIf) {
        let before = self.live.len();
        self.variables.push(HashMap::new());
        self.visit_expr(&expr.cond);
        // What is matched lives as long as what it is matched for.
        if !has_let(&expr.cond) {
            self.live.truncate(before);
        }
        self.visit_block(&expr.then_branch);
        self.variables.pop();
        self.live.truncate(before);
        if let Some((_, otherwise)) = &expr.else_branch {
            self.visit_expr(otherwise);
        }
    }

    fn visit_expr_while(&mut self, expr: &syn::ExprWhile) {
        let before = self.live.len();
        self.variables.push(HashMap::new());
        self.visit_expr(&expr.cond);
        if !has_let(&expr.cond) {
            self.live.truncate(before);
        }
        self.visit_block(&expr.body);
        self.variables.pop();
        self.live.truncate(before);
    }

    fn visit_expr_for_loop(&mut self, expr: &syn::ExprForLoop) {
        let before = self.live.len();
        self.visit_expr(&expr.expr);
        self.variables.push(HashMap::new());
        self.declare(&expr.pat, &Callee::Unknown);
        self.visit_block(&expr.body);
        self.variables.pop();
        self.live.truncate(before);
    }

    fn visit_arm(&mut self, arm: &syn::Arm) {
        self.variables.push(HashMap::new());
        self.declare(&arm.pat, &Callee::Unknown);
        // A condition of an arm lets go of what it looked at.
        let before = self.live.len();
        visit::visit_pat(self, &arm.pat);
        self.live.truncate(before);
        self.scoped(&arm.body);
        self.variables.pop();
    }

    fn visit_expr_binary(&mut self, expr: &syn::ExprBinary) {
        let is_lazy = matches!(expr.op, syn::BinOp::And(_) | syn::BinOp::Or(_));
        for side in [&expr.left, &expr.right] {
            if is_lazy && !has_let(side) {
                self.scoped(side);
            } else {
                self.visit_expr(side);
            }
        }
    }

    fn visit_macro(&mut self, called: &syn::Macro) {
        super::macros::walk(self, called);
    }
}
