//! What the page calls, with what lies in the memory that it shares with this.

#![expect(unsafe_code, reason = "a page can hand over nothing but numbers: places in memory")]

use core::panic::PanicInfo;
use core::slice;

/// Restores the file of `length` bytes at `file` to the `room` bytes behind it, and tells whether it could.
///
/// # Safety
/// All these bytes are the caller's.
#[unsafe(no_mangle)]
unsafe extern "C" fn restore(file: *mut u8, length: usize, room: usize) -> bool {
    // SAFETY: they are the caller's, and one part ends where the other begins.
    let (file, to) = unsafe {
        (slice::from_raw_parts(file, length), slice::from_raw_parts_mut(file.add(length), room))
    };
    crate::restore(file, to).is_some()
}

/// Nothing here panics; a library without the standard one has to say what would happen.
#[panic_handler]
fn panicked(_: &PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
