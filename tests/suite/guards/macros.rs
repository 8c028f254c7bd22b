//! What stands in macros: views, and lists of expressions.

use rstml::node::{KVAttributeValue, KeyedAttributeValue, Node, NodeAttribute, NodeElement};
use rstml::{Infallible, Parser, ParserConfig};
use syn::parse::{ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{Expr, Macro, Token};

use super::types::Callee;
use super::walk::Walk;

/// Walks through what a macro is given.
pub(super) fn walk(walk: &mut Walk<'_>, called: &Macro) {
    if called.path.is_ident("view") {
        let parser = Parser::new(ParserConfig::default().recover_block(true));
        let (nodes, _) = parser.parse_recoverable(called.tokens.clone()).split_vec();
        nodes.iter().for_each(|node| self::node(walk, node));
        return;
    }
    let all = Punctuated::<Expr, Token![,]>::parse_terminated;
    // As in `matches!`, where a pattern follows.
    let first = |input: ParseStream<'_>| {
        let first = input.parse::<Expr>()?;
        input.parse::<proc_macro2::TokenStream>()?;
        Ok(first)
    };
    if let Ok(all) = all.parse2(called.tokens.clone()) {
        all.iter().for_each(|expr| walk.visit_expr(expr));
    } else if let Ok(first) = first.parse2(called.tokens.clone()) {
        walk.visit_expr(&first);
    }
}

fn node(walk: &mut Walk<'_>, child: &Node<Infallible>) {
    match child {
        Node::Element(element) => self::element(walk, element),
        Node::Fragment(fragment) => fragment.children.iter().for_each(|child| node(walk, child)),
        Node::Block(block) => {
            if let Some(block) = block.try_block() {
                walk.visit_block(block);
            }
        }
        _ => {}
    }
}

fn element(walk: &mut Walk<'_>, element: &NodeElement<Infallible>) {
    let name = element.name().to_string();
    for attribute in element.attributes() {
        match attribute {
            NodeAttribute::Block(block) => {
                if let Some(block) = block.try_block() {
                    walk.visit_block(block);
                }
            }
            NodeAttribute::Attribute(attribute) => {
                if let KeyedAttributeValue::Value(value) = &attribute.possible_value
                    && let KVAttributeValue::Expr(expr) = &value.value
                {
                    walk.visit_expr(expr);
                }
            }
        }
    }
    element.children.iter().for_each(|child| node(walk, child));
    if name.starts_with(char::is_uppercase) {
        walk.call(Callee::Free(name), element.name().span().start().line);
    }
}
