//! What a page says in its head to those who show links to it, where its address is known: chats, posts,
//! search engines.

use crate::export::formats::clips;
use crate::export::formats::note_html::escaped;
use crate::export::formats::picture::LINK_SIZE;
use crate::matrix::Matrix;
use crate::vault::Vault;

/// A page whose address is known, with what it shows.
#[derive(Clone, Copy, Debug)]
pub struct LinkHead<'a> {
    /// The address of the page's folder, with a slash at its end.
    pub site: &'a str,
    /// What the page is called.
    pub title: &'a str,
    /// The file beside the page that holds its picture ([`LINK_SIZE`]).
    pub picture: &'a str,
}

impl LinkHead<'_> {
    /// The elements of the head: the canonical address, what stands beside a link
    /// (<https://ogp.me>, and the names that go before them on X), the videos with their clips.
    #[must_use]
    pub fn written(&self, vault: &Vault, matrix: &Matrix) -> String {
        let picture = [self.site, self.picture].concat();
        let about = about(vault, matrix);
        let alt = ["The skills as a table: ", self.title].concat();
        let (width, height) = LINK_SIZE;
        let properties = [
            ("og:type", "website".to_owned()),
            ("og:title", self.title.to_owned()),
            ("og:description", about.clone()),
            ("og:url", self.site.to_owned()),
            ("og:image", picture.clone()),
            ("og:image:type", "image/png".to_owned()),
            ("og:image:width", width.to_string()),
            ("og:image:height", height.to_string()),
            ("og:image:alt", alt.clone()),
        ];
        let names = [
            ("twitter:card", "summary_large_image".to_owned()),
            ("twitter:title", self.title.to_owned()),
            ("twitter:description", about),
            ("twitter:image", picture),
            ("twitter:image:alt", alt),
        ];
        let mut out = ["<link rel=\"canonical\" href=\"", &escaped(self.site), "\">\n"].concat();
        let properties = properties.iter().map(|pair| ("property", pair));
        for (kind, (name, content)) in properties.chain(names.iter().map(|pair| ("name", pair))) {
            out.extend(["<meta ", kind, "=\"", name, "\" content=\"", &escaped(content), "\">\n"]);
        }
        let clips = clips::json_ld(vault, matrix, self.site);
        if !clips.is_empty() {
            out.extend(["<script type=\"application/ld+json\">", &clips, "</script>\n"]);
        }
        out
    }
}

/// What there is to see: `14 skills at 2 levels, from 1 note`.
fn about(vault: &Vault, matrix: &Matrix) -> String {
    let counted = |number: usize, singular: &str, plural: &str| {
        [number.to_string().as_str(), " ", if number == 1 { singular } else { plural }].concat()
    };
    let skills = counted(matrix.skills.len(), "skill", "skills");
    let levels = counted(matrix.levels.len(), "level", "levels");
    let levels = if matrix.levels.is_empty() { String::new() } else { [" at ", &levels].concat() };
    let notes = counted(vault.notes().len(), "note", "notes");
    [&skills, &levels, ", from ", &notes, ", with the seconds at which they are named"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::Note;

    #[test]
    fn a_page_says_what_a_link_to_it_leads_to() {
        let text = "---\ntitle: On \"bread\" & <b>\nvideoId: aaaaaaaaaaa\n---\n\
            ## Skills for new engineers\n\n1. **Knead** it [1:00]\n";
        let vault = Vault::of(vec![Note::read("a.md", text)]);
        let matrix = Matrix::of(&vault);
        let site = "https://example.org/s/";
        let head = LinkHead { site, title: vault.title(), picture: "picture.png" };
        let written = head.written(&vault, &matrix);
        let title = "On &quot;bread&quot; &amp; &lt;b&gt;";
        for element in [
            "<link rel=\"canonical\" href=\"https://example.org/s/\">".to_owned(),
            format!("<meta property=\"og:title\" content=\"{title}\">"),
            "<meta property=\"og:image\" content=\"https://example.org/s/picture.png\">".to_owned(),
            "<meta property=\"og:image:width\" content=\"1200\">".to_owned(),
            "<meta property=\"og:image:height\" content=\"630\">".to_owned(),
            "<meta name=\"twitter:card\" content=\"summary_large_image\">".to_owned(),
            format!("<meta name=\"twitter:title\" content=\"{title}\">"),
        ] {
            assert!(written.contains(&element), "{element} in {written}");
        }
        assert!(written.contains("content=\"1 skill at 1 level, from 1 note, with"), "{written}");
        assert_eq!(written.matches("<script").count(), 1, "{written}");
        // Without a video there is nothing for search engines to play.
        let vault = Vault::of(vec![Note::read("a.md", "## Skills for bakers\n\n- **Knead**\n")]);
        assert!(!head.written(&vault, &Matrix::of(&vault)).contains("<script"));
    }
}
