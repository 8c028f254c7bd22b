//! What one pastes into another page to show the matrix there.

use form_urlencoded::Serializer;
use serde::Serialize;

use crate::view_state::{Ground, PageOptions, PlayerPlace, Theme, ViewState};

use super::note_html::escaped;

/// The name of the script that knows `<skill-matrix>`, beside the page.
pub const SCRIPT_FILE: &str = "skill-matrix.js";

/// What the frame may do. The sandbox is one only where the page has another origin than the page
/// around it.
const FRAME_RIGHTS: &str = concat!(
    r#"sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox "#,
    r#"allow-presentation" allow="fullscreen; picture-in-picture; encrypted-media; autoplay" "#,
    r#"allowfullscreen referrerpolicy="strict-origin-when-cross-origin""#,
);

/// The ten lines by which a frame gets the height of what it shows.
const HEIGHT_SCRIPT: &str = r"<script>
// Gives each frame of Skillreel the height of what it shows.
addEventListener('message', (event) => {
  const { skillreel, type, height } = Object(event.data);
  if (skillreel !== 1 || type !== 'height' || !(height > 0)) return;
  for (const frame of document.querySelectorAll('iframe[data-skillreel]'))
    if (frame.contentWindow === event.source)
      frame.height = Math.min(Math.max(Math.ceil(height), 100), 20000);
});
</script>
";

/// How high the frame is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Height {
    /// As high as its content: this many pixels until it has told.
    Auto(u32),
    /// Always this many pixels; the rest is scrolled to.
    Fixed(u32),
}

/// What is shown in another page, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embed<'a> {
    /// The address of the page, without query and fragment.
    pub page: &'a str,
    /// What the page is called.
    pub title: &'a str,
    /// What it shows.
    pub view: &'a ViewState,
    /// How it is shown; that it is embedded goes without saying.
    pub options: PageOptions,
    /// How high the frame is.
    pub height: Height,
}

impl Height {
    /// In pixels, between what shows something and what is a page.
    #[must_use]
    pub fn px(self) -> u32 {
        let (Self::Auto(px) | Self::Fixed(px)) = self;
        px.clamp(100, 20_000)
    }
}

impl Embed<'_> {
    /// The address of the page in its embedded form.
    #[must_use]
    pub fn address(&self) -> String {
        let PageOptions { theme, accent, player, ground, .. } = self.options;
        let mut query = Serializer::new(String::new());
        query.append_pair("embed", "1");
        if theme != Theme::Auto {
            query.append_pair("theme", theme.as_str());
        }
        if let Some(accent) = accent {
            query.append_pair("accent", accent.to_string().trim_start_matches('#'));
        }
        if player == PlayerPlace::Elsewhere {
            query.append_pair("player", "0");
        }
        if ground == Ground::Hosts {
            query.append_pair("ground", "none");
        }
        [self.page, "?", &query.finish(), &self.fragment()].concat()
    }

    /// A frame, a link below it, and the script that gives the frame its height.
    #[must_use]
    pub fn iframe(&self) -> String {
        let [title, source, whole] = [self.title, &self.address(), &self.whole()].map(escaped);
        let height = self.height.px().to_string();
        let (mark, script) = match self.height {
            Height::Auto(_) => (" data-skillreel", HEIGHT_SCRIPT),
            Height::Fixed(_) => ("", ""),
        };
        [
            "<iframe",
            mark,
            " src=\"",
            &source,
            "\" title=\"",
            &title,
            "\"\n  width=\"100%\" height=\"",
            &height,
            "\" loading=\"lazy\" frameborder=\"0\"\n  ",
            FRAME_RIGHTS,
            "></iframe>\n<p><a href=\"",
            &whole,
            "\">",
            &title,
            "</a></p>\n",
            script,
        ]
        .concat()
    }

    /// The element that makes the frame by itself, and its script.
    #[must_use]
    pub fn element(&self) -> String {
        let folder = self.page.rsplit_once('/').map_or("", |(folder, _)| folder);
        let script = [folder, "/", SCRIPT_FILE].concat();
        let PageOptions { theme, accent, player, ground, .. } = self.options;
        let mut attributes: Vec<(&str, String)> = vec![("src", self.page.to_owned())];
        let mut add = |name, value: &str| attributes.push((name, value.to_owned()));
        if let Some(level) = self.view.level {
            add("level", level.as_str());
        }
        if let Some(skill) = &self.view.skill {
            add("skill", &skill.0);
        }
        if !self.view.query.is_empty() {
            add("query", &self.view.query);
        }
        if theme != Theme::Auto {
            add("theme", theme.as_str());
        }
        if let Some(accent) = accent {
            add("accent", &accent.to_string());
        }
        if player == PlayerPlace::Elsewhere {
            add("player", "0");
        }
        if ground == Ground::Hosts {
            add("ground", "none");
        }
        add("height", &self.height.px().to_string());
        if let Height::Fixed(_) = self.height {
            add("fixed", "");
        }
        let mut out =
            ["<script async src=\"", &escaped(&script), "\"></script>\n<skill-matrix"].concat();
        for (name, value) in attributes {
            out.extend([" ", name, "=\"", &escaped(&value), "\""]);
        }
        let [whole, title] = [&self.whole(), self.title].map(escaped);
        out.extend(["><a href=\"", &whole, "\">", &title, "</a></skill-matrix>\n"]);
        out
    }

    /// The page itself with the same view.
    fn whole(&self) -> String {
        [self.page, &self.fragment()].concat()
    }

    fn fragment(&self) -> String {
        let fragment = self.view.to_fragment();
        if fragment.is_empty() { fragment } else { ["#", &fragment].concat() }
    }
}

#[derive(Serialize)]
struct Oembed<'a> {
    version: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    provider_name: &'static str,
    provider_url: &'a str,
    html: &'a str,
    width: u32,
    height: u32,
}

/// What <https://oembed.com> asks of a page that is embedded, as JSON.
#[must_use]
pub fn oembed(embed: &Embed<'_>) -> String {
    let html = embed.iframe();
    // Text is all it holds, so that there is nothing to fail.
    serde_json::to_string(&Oembed {
        version: "1.0",
        kind: "rich",
        title: embed.title,
        provider_name: "Skillreel",
        provider_url: embed.page,
        html: &html,
        width: 800,
        height: embed.height.px(),
    })
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn embed<'a>(view: &'a ViewState, title: &'a str) -> Embed<'a> {
        Embed {
            page: "https://example.org/m/index.html",
            title,
            view,
            options: PageOptions::default(),
            height: Height::Auto(812),
        }
    }

    #[test]
    fn an_address_says_what_is_chosen_and_no_more() {
        let view = ViewState::from_fragment("level=senior&q=a+b%26");
        let plain = embed(&view, "T");
        let page = "https://example.org/m/index.html";
        assert_eq!(plain.address(), format!("{page}?embed=1#level=senior&q=a+b%26"));
        let options = PageOptions::from_query("theme=dark&accent=0a8&player=0&ground=none");
        let all = Embed { options, ..plain };
        let query = "?embed=1&theme=dark&accent=00aa88&player=0&ground=none";
        assert_eq!(all.address(), format!("{page}{query}#level=senior&q=a+b%26"));
        // What is written is read back.
        let read = PageOptions::from_query(query);
        assert_eq!(
            (read.theme, read.accent, read.player, read.ground),
            (options.theme, options.accent, options.player, options.ground)
        );
    }

    #[test]
    fn a_frame_has_a_link_and_a_script_of_ten_lines_at_most() {
        let view = ViewState::from_fragment("q=%22%3E%3Cscript%3E");
        let html = embed(&view, "\"><b>").iframe();
        assert!(html.contains(" data-skillreel src=\"https://example.org/m/index.html?embed=1#q="));
        assert!(html.contains("title=\"&quot;&gt;&lt;b&gt;\""), "{html}");
        assert!(html.contains("<p><a href=\"https://example.org/m/index.html#q="), "{html}");
        assert!(!html.contains("<b>") && html.matches("<script>").count() == 1, "{html}");
        assert!(HEIGHT_SCRIPT.lines().count() <= 10);
        let fixed = Embed { height: Height::Fixed(5), ..embed(&view, "T") }.iframe();
        assert!(fixed.contains("height=\"100\"") && !fixed.contains("<script"), "{fixed}");
    }

    #[test]
    fn an_element_has_what_was_chosen_as_attributes() {
        let view = ViewState::from_fragment("level=new&q=%22x&skill=think-big");
        let options = PageOptions::from_query("accent=0a8&ground=none");
        let html = Embed { options, ..embed(&view, "A & B") }.element();
        assert_eq!(
            html,
            "<script async src=\"https://example.org/m/skill-matrix.js\"></script>\n\
             <skill-matrix src=\"https://example.org/m/index.html\" level=\"new\" \
             skill=\"think-big\" query=\"&quot;x\" accent=\"#00aa88\" ground=\"none\" height=\"812\">\
             <a href=\"https://example.org/m/index.html#level=new&amp;q=%22x&amp;skill=think-big\">\
             A &amp; B</a></skill-matrix>\n"
        );
    }

    #[test]
    fn oembed_is_json_with_the_frame_inside() {
        let view = ViewState::default();
        let json: serde_json::Value = serde_json::from_str(&oembed(&embed(&view, "“T”"))).unwrap();
        assert_eq!((&json["version"], &json["type"]), (&"1.0".into(), &"rich".into()));
        assert_eq!(json["title"], "“T”");
        assert!(json["html"].as_str().unwrap().starts_with("<iframe data-skillreel src="));
    }
}
