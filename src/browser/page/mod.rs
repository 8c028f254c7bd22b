//! The browser's window and document: address, focus, listeners, scheduling.

pub mod address;
pub mod calendar;
pub mod canvas;
pub mod clipboard;
pub mod focus;
pub mod listen;
pub mod panic;
pub mod paste;
pub mod scheduler;
pub mod surroundings;
pub mod system_share;
pub mod timing;
pub mod visibility;
