//! Who is told what a player says.

use std::rc::Rc;

use crate::video::player::Input;

/// Hears what a player says.
pub(super) type OnInput = Rc<dyn Fn(Input)>;
