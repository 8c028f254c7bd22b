//! Numbers of seven bits a byte, the lowest first, of which the last byte has no eighth bit
//! (LEB128, <https://en.wikipedia.org/wiki/LEB128>).

/// Writes a number behind others.
pub(in crate::search) fn push_number(mut number: u32, to: &mut Vec<u8>) {
    while number >= 0x80 {
        to.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

/// The number at the start of some bytes, which then begin behind it. `None` where there is none.
pub(in crate::search) fn take_number(from: &mut &[u8]) -> Option<u32> {
    let (mut number, mut shift) = (0, 0);
    loop {
        let (&byte, rest) = from.split_first()?;
        *from = rest;
        number |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(number);
        }
        shift += 7;
    }
}
