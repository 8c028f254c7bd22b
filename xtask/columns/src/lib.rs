//! A program by columns: packers find more in common where operations stand with operations, numbers of locals with
//! numbers of locals, and so on, than where they take turns (docs/MEASURED.md has the figures).
//!
//! [`divide`] is for the build. [`restore`] is for the page, too, for which it is compiled by itself, without the
//! standard library; `src/restore.js` calls it there.
//!
//! A file by columns is a WebAssembly module with one custom section, so that hosts know what it is and pack it:
//!
//! | bytes | what |
//! |---:|---|
//! | 8 | the beginning of every module |
//! | 6 | the section's kind, 0, and its length, a number in LEB128 of five bytes |
//! | 8 | the section's name and its length |
//! | 4 | how many bytes the restored file has; this and the following numbers: least byte first |
//! | 4 each | how many bytes each column has |
//! | | the columns |

#![no_std]

mod body;
mod column;
mod recent;
mod restore;

#[cfg(not(target_arch = "wasm32"))]
mod divide;
#[cfg(target_arch = "wasm32")]
mod page;

#[cfg(not(target_arch = "wasm32"))]
pub use divide::divide;
pub use restore::{length, restore};

/// The section of a file by columns up to its content, but for the four bytes of its length after the first.
const NAME: &[u8; 8] = b"\x07columns";

/// Where the length of the restored file stands.
const HEAD: usize = 22;

#[cfg(test)]
mod tests {
    extern crate std;

    use std::vec::Vec;

    use super::*;

    /// Something of each kind that a body may have.
    const BODY: &[&[u8]] = &[
        b"\x02\x01\x7f\x03\x7e",         // one local of 32 bits, three of 64
        b"\x02\x40\x03\x40\x04\x40\x05", // a block, a loop, a choice
        b"\x20\x00\x21\x01\x20\x01\x20\x7f\x20\x01", // locals, one of them read again
        b"\x22\x80\x01\x20\x80\x01\x20\x7f", // the same, with a number of two bytes
        b"\x41\x05\x41\x80\x01",         // constants of one to five bytes
        b"\x41\x80\x80\x04\x41\x80\x80\x80\x01\x41\x80\x80\x80\x80\x78",
        b"\x42\x80\x80\x80\x80\x80\x80\x80\x80\x80\x7f",
        b"\x28\x00\x08\x36\x00\x80\x02", // a load, a store
        b"\x10\x85\x01\x11\x03\x00\x0d\x01\x0c\x00",
        b"\x0e\x02\x00\x01\x02", // a jump by a table
        b"\x43\0\0\x80\x3f\x44\0\0\0\0\0\0\xf0\x3f",
        b"\x1c\x01\x7f\x23\x00\x3f\x00\xd0\x70\xd2\x01",
        b"\xfc\x00\xfc\x0a\x00\x00\xfc\x0b\x00\xfc\x08\x01\x00",
        b"\x0b\x0b\x0b\x0f\x0b",
    ];

    fn section(kind: u8, content: &[u8]) -> Vec<u8> {
        let digits = if content.len() < 0x80 { 1 } else { 2 };
        let digit = |place: usize| {
            let more = if place + 1 < digits { 0x80 } else { 0 };
            (content.len() >> (7 * place)) as u8 & 0x7f | more
        };
        [&[kind], (0..digits).map(digit).collect::<Vec<_>>().as_slice(), content].concat()
    }

    /// A module with `bodies`, which are to be shorter than a section of two digits.
    fn module(bodies: &[&[u8]]) -> Vec<u8> {
        let mut code = std::vec![bodies.len() as u8];
        for body in bodies {
            code.extend(&section(0, body)[1..]);
        }
        [
            b"\0asm\x01\0\0\0".as_slice(),
            &section(5, b"\x01\x00\x01"),
            &section(10, &code),
            &section(11, b"\0"),
        ]
        .concat()
    }

    fn restored(file: &[u8]) -> Option<Vec<u8>> {
        let mut to = std::vec![0; length(file)?.min(1 << 20)];
        restore(file, &mut to).map(|()| to)
    }

    #[test]
    fn what_is_restored_is_what_was_divided() {
        let body = BODY.concat();
        let long = [b"\0".as_slice(), &b"\x41\x05\x1a".repeat(100), b"\x0b"].concat();
        let one = module(&[&body, b"\0\x0b", &long]);
        // A module in another one's section, as chunks are, before and behind functions.
        let inner = section(0, &[b"\x05inner".as_slice(), &module(&[&body])].concat());
        let two =
            [b"\0asm\x01\0\0\0".as_slice(), &inner, &section(0, b"\x04name..."), &one[8..], &inner]
                .concat();
        for whole in [module(&[]), one, two] {
            let file = divide(&whole).unwrap();
            assert!(file.starts_with(b"\0asm\x01\0\0\0\0"), "hosts take it for a module");
            assert_eq!(length(&file), Some(whole.len()));
            assert_eq!(restored(&file), Some(whole));
        }
    }

    #[test]
    fn what_is_not_known_is_not_divided() {
        for (body, why) in [
            (b"\0\xfd\x0c\x0b".as_slice(), "vectors"),
            (b"\0\xe1\x0b", "a number that stands for a constant here"),
            (b"\0\x28\x02\x08\x0b", "an address that is said to be aligned"),
            (b"\0\x0b\x0b", "a body that goes on"),
            (b"\0\x02\x40\x0b", "a body that does not end"),
        ] {
            assert_eq!(divide(&module(&[body])), None, "{why}");
        }
        for other in [b"".as_slice(), b"\0asm", b"<!doctype html><title>Sign in</title>"] {
            assert_eq!(divide(other), None, "{other:?}");
            assert_eq!(length(other), None, "{other:?}");
        }
    }

    #[test]
    fn what_is_cut_is_refused_and_what_is_damaged_breaks_nothing() {
        let whole = module(&[&BODY.concat()]);
        let file = divide(&whole).unwrap();
        for cut in 0..file.len() {
            assert_eq!(restored(&file[..cut]), None, "{cut} bytes of {}", file.len());
        }
        for place in 0..file.len() {
            for change in [1, 0x80, 0xff] {
                let mut damaged = file.clone();
                damaged[place] ^= change;
                // Files are refused by their digests: here it is only to come to an end, in its own room.
                let _ = restored(&damaged);
            }
        }
    }
}
