//! What draws the page on paper: a chunk that comes when there is nothing else to do.

use crate::ui::widgets::late::in_chunk::in_chunk;

use super::print_on_demand::Printer;
use super::printed::PAPER_PRINTER;

in_chunk! {
    /// What goes on paper.
    print {
        /// What draws the page on paper.
        fn printer() -> &'static dyn Printer {
            &PAPER_PRINTER
        }
    }
}
