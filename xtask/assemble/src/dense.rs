//! The densest gzip that there is, for what is packed once and read often.

use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zopfli::{Format, Options};

/// Bytes as base64 of gzip, the same for the same bytes, a twentieth smaller than by zlib's way at its best.
pub(crate) fn gzip_base64(bytes: &[u8]) -> Result<String> {
    let mut packed = Vec::new();
    zopfli::compress(Options::default(), Format::Gzip, bytes, &mut packed)?;
    Ok(STANDARD.encode(packed))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::*;

    #[test]
    fn what_is_packed_is_the_same_when_unpacked() {
        let bytes: Vec<u8> = (0..40_000_u32).flat_map(|n| (n * n).to_le_bytes()).collect();
        let packed = STANDARD.decode(gzip_base64(&bytes).unwrap()).unwrap();
        let mut unpacked = Vec::new();
        GzDecoder::new(&*packed).read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, bytes);
        assert!(packed.len() < bytes.len(), "{} bytes", packed.len());
    }
}
