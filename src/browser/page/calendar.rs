//! The day by the reader's own clock.

use js_sys::Date;

use crate::progress::Day;

/// Today, as the reader's calendar calls it; `None` where the clock shows no day that has a name.
#[must_use]
pub fn today() -> Option<Day> {
    let now = Date::new_0();
    let small = |number: u32| u8::try_from(number).ok();
    let year = u16::try_from(now.get_full_year()).ok()?;
    // JavaScript counts months from 0.
    Day::new(year, small(now.get_month() + 1)?, small(now.get_date())?)
}
