//! Digests of a page's files.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// The `integrity` attribute of a file with these bytes. Source: <https://www.w3.org/TR/SRI/>.
#[must_use]
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// A short name for these texts, one after the other, which others have not.
#[must_use]
pub fn version<'a>(texts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut digest = Sha256::new();
    texts.into_iter().for_each(|text| digest.update(text));
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrity_is_that_of_the_specification() {
        // The example of SRI, section 3.2.1.
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn a_version_is_of_the_text_however_it_is_cut() {
        assert_eq!(version([b"ab".as_slice(), b"c"]), version([b"abc".as_slice()]));
        assert_ne!(version([b"ab".as_slice()]), version([b"abc".as_slice()]));
    }
}
