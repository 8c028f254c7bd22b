//! The matrix in other pages: it fits them, obeys them, and obeys nobody else.

use std::path::Path;

use anyhow::{Context, Result};
use fantoccini::elements::Element;
use serde_json::{Value as Json, json};
use skillreel::export::formats::embed::{Embed, Height};
use skillreel::view_state::{PageOptions, ViewState};

use crate::facts::SKILLS;
use crate::harness::browser::Setup;
use crate::harness::run::scenario;
use crate::harness::site::Site;
use crate::harness::visit::Visit;
use crate::harness::wait::{PATIENCE, Seen, eventually};
use crate::harness::{everywhere_nightly, over_http, over_http_first};
use crate::seen;

over_http_first! {
    stands_in_a_strict_host_and_fits_it in Scene::windowed,
}

over_http! {
    obeys_its_host_and_no_stranger in Scene::windowed,
    fault_33_stands_in_a_host_that_floods_it_and_never_fits,
}

// WebKit's driver sets nothing up.
scenario! {
    fault_01_stands_in_a_host_where_storage_is_refused (|scene| {
        scene.setup(Setup::StorageRefused)
    }):
    chromium_http = Chromium Http,
    also_firefox_http = Firefox Http,
}

everywhere_nightly! {
    reads_an_address_with_nonsense_in_it,
}

/// The three embeds of the host's page: two frames and one element.
const FRAMES: &str = "return [...document.querySelectorAll('iframe[data-skillreel]'),
    document.querySelector('skill-matrix').shadowRoot.querySelector('iframe')][arguments[0]]";

/// A host's page with three embeds and a stranger's frame, under a strict policy. Gives the sites,
/// which serve as long as they are held.
pub(crate) async fn host(visit: &Visit, folder: &Path) -> Result<(Site, Site)> {
    let stranger_folder = folder.join("stranger");
    let host_folder = folder.join("host");
    std::fs::create_dir_all(&stranger_folder)?;
    std::fs::create_dir_all(&host_folder)?;
    let stranger = "<!doctype html><title>Stranger</title><script>
        const say = () => {
            for (let index = 0; index < parent.length; index++) {
                if (parent[index] === window) continue;
                parent[index].postMessage({ skillreel: 1, type: 'level', level: 'new' }, '*');
                parent[index].postMessage({ skillreel: 1, type: 'query', query: 'nothing' }, '*');
            }
        };
        setInterval(() => {
            try {
                say();
                document.title = 'said';
            } catch (error) {
                document.title = String(error);
            }
        }, 50);
    </script>";
    std::fs::write(stranger_folder.join("index.html"), stranger)?;
    let stranger = Site::serve(stranger_folder, Vec::new()).await?;
    let page = visit.site.url("index.html");
    let view = ViewState::from_fragment("level=senior");
    let embed = Embed {
        page: &page,
        title: "Skills & levels",
        view: &view,
        options: PageOptions::default(),
        height: Height::Auto(640),
    };
    let frame = embed.iframe();
    // Where inline scripts are forbidden, its lines stand in a file of the host's.
    let (markup, script) = frame.split_once("<script>").context("the script's start")?;
    let (script, _) = script.split_once("</script>").context("the script's end")?;
    let element = embed.element();
    let (_, element) = element.split_once("</script>").context("the element's script")?;
    let say = "document.querySelector('#say').onclick = ({ target: { dataset } }) =>
        frames[dataset.frame].postMessage(JSON.parse(dataset.message), '*');
        addEventListener('message', ({ data }) => {
            const { dataset } = document.body;
            if (data.type === 'height') dataset.told = 1 + Number(dataset.told ?? 0);
        });";
    std::fs::write(host_folder.join("host.js"), [script, say].concat())?;
    std::fs::copy(visit.folder().join("skill-matrix.js"), host_folder.join("skill-matrix.js"))?;
    let policy = format!(
        "default-src 'none'; script-src 'self'; frame-src {} {}",
        visit.site.origin(),
        stranger.origin()
    );
    let document = format!(
        "<!doctype html><meta charset=utf-8>\
         <meta http-equiv=Content-Security-Policy content=\"{policy}\"><title>Host</title>\
         <button id=say>Say</button><div id=column>{markup}{markup}{element}</div>\
         <iframe id=stranger src=\"{}\"></iframe>\
         <script src=host.js></script><script src=skill-matrix.js></script>",
        stranger.url("index.html"),
    );
    std::fs::write(host_folder.join("index.html"), document)?;
    let host = Site::serve(host_folder, Vec::new()).await?;
    visit.load(&host.url("index.html")).await?;
    Ok((host, stranger))
}

pub(crate) async fn frame(visit: &Visit, index: usize) -> Result<Element> {
    let frame = visit.element(FRAMES, json!([index])).await?;
    // A frame that is far from sight is not loaded.
    visit
        .eval::<Json>(
            &format!("(() => {{ {FRAMES} }})().scrollIntoView()")
                .replace("arguments[0]", &index.to_string()),
            json!([]),
        )
        .await?;
    Ok(frame)
}

pub(crate) async fn enter(visit: &Visit, index: usize) -> Result<()> {
    frame(visit, index).await?.enter_frame().await?;
    visit.ready().await
}

pub(crate) async fn leave(visit: &Visit) -> Result<()> {
    Ok(visit.client().enter_parent_frame().await?)
}

/// Waits until a frame is as high as its content.
pub(crate) async fn fits(visit: &Visit, index: usize, when: &str) -> Result<()> {
    eventually(&format!("frame {index} to fit {when}"), PATIENCE, async || {
        let frame = frame(visit, index).await?;
        let outside = format!("return (() => {{ {FRAMES} }})().clientHeight")
            .replace("arguments[0]", &index.to_string());
        let outside: f64 = visit.eval(&outside, json!([])).await?;
        frame.enter_frame().await?;
        let inside = "return [document.documentElement.getBoundingClientRect().height,
            document.documentElement.scrollWidth - innerWidth]";
        let [inside, over]: [f64; 2] = visit.eval(inside, json!([])).await?;
        leave(visit).await?;
        let is_right = (outside - inside).abs() <= 2.0 && over <= 0.0;
        Ok(Seen::or(is_right.then_some(()), || format!("{inside} in {outside}, {over} too wide")))
    })
    .await
}

async fn stands_in_a_strict_host_and_fits_it(visit: &Visit) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let _sites = host(visit, folder.path()).await?;
    for width in [800, 320] {
        visit
            .eval::<Json>(
                "document.querySelector('#column').style.width = `${arguments[0]}px`",
                json!([width]),
            )
            .await?;
        for index in 0..3 {
            for level in ["New", "All", "Senior"] {
                let frame = format!("frame {index} for {level}, {width} px wide");
                enter(visit, index).await.with_context(|| frame)?;
                seen::choose_level(visit, level).await?;
                seen::text(visit, if level == "All" { "14 skills" } else { "Work on these first" })
                    .await?;
                leave(visit).await?;
                fits(visit, index, &format!("at {level}, {width} px wide")).await?;
            }
        }
    }
    enter(visit, 0).await?;
    assert!(!visit.shows("header, [role=searchbox]").await?, "no chrome");
    let link = visit.find("footer a").await?.prop("href").await?;
    assert_eq!(link, Some(visit.site.url("index.html#level=senior")));
    let ground = "return getComputedStyle(document.body).backgroundColor";
    let ground: String = visit.eval(ground, json!([])).await?;
    assert_ne!(ground, "rgba(0, 0, 0, 0)", "a ground of its own, whatever the host's is");
    leave(visit).await?;
    assert_eq!(visit.session.outside.hosts(), Vec::<String>::new(), "nothing before a click");
    Ok(())
}

/// The host says something to a frame.
pub(crate) async fn say(visit: &Visit, index: usize, message: Json) -> Result<()> {
    let script = "const button = document.querySelector('#say');
        button.dataset.frame = arguments[0];
        button.dataset.message = arguments[1];
        button.click()";
    visit.eval::<Json>(script, json!([index, message.to_string()])).await.map(drop)
}

async fn obeys_its_host_and_no_stranger(visit: &Visit) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let _sites = host(visit, folder.path()).await?;
    enter(visit, 1).await?;
    leave(visit).await?;
    enter(visit, 0).await?;
    assert!(seen::chosen_level(visit).await?.starts_with("Senior"));
    leave(visit).await?;
    let stranger = visit.find("#stranger").await?;
    stranger.enter_frame().await?;
    visit
        .until_equal("the stranger's title", "return document.title", json!([]), "said".into())
        .await?;
    leave(visit).await?;
    // What comes later through the same channel shows that the stranger's messages have come.
    for odd in
        [json!("text"), json!(null), json!({ "skillreel": 2, "type": "level", "level": "new" })]
    {
        say(visit, 0, odd).await?;
    }
    say(visit, 0, json!({ "skillreel": 1, "type": "query", "query": "trust" })).await?;
    enter(visit, 0).await?;
    seen::fragment_has(visit, "q=trust").await?;
    assert!(seen::chosen_level(visit).await?.starts_with("Senior"), "the stranger changed it");
    leave(visit).await?;
    say(visit, 0, json!({ "skillreel": 1, "type": "level", "level": "new" })).await?;
    say(visit, 0, json!({ "skillreel": 1, "type": "seek", "seek": 1396 })).await?;
    enter(visit, 0).await?;
    seen::fragment_has(visit, "t=1396").await?;
    assert!(seen::chosen_level(visit).await?.starts_with("New"));
    leave(visit).await?;
    enter(visit, 1).await?;
    assert!(seen::chosen_level(visit).await?.starts_with("Senior"), "the other frame stays");
    leave(visit).await?;
    assert_eq!(visit.session.outside.hosts(), Vec::<String>::new(), "a host loads nothing");
    Ok(())
}

async fn fault_01_stands_in_a_host_where_storage_is_refused(visit: &Visit) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let _sites = host(visit, folder.path()).await?;
    enter(visit, 0).await?;
    seen::choose_level(visit, "New").await?;
    seen::rows_start_with(visit, &crate::facts::ranked_at("new")).await?;
    leave(visit).await?;
    fits(visit, 0, "without storage").await
}

async fn fault_33_stands_in_a_host_that_floods_it_and_never_fits(visit: &Visit) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let page = visit.site.url("index.html?embed=1");
    let document = format!(
        "<!doctype html><title>Host</title><iframe data-skillreel src=\"{page}\" width=700></iframe>\
         <script>
         const frame = document.querySelector('iframe');
         window.heights = 0;
         addEventListener('message', ({{ data }}) => {{
             if (data.type !== 'height') return;
             heights += 1;
             frame.height = data.height + 50;
         }});
         </script>"
    );
    std::fs::write(folder.path().join("index.html"), document)?;
    let host = Site::serve(folder.path().to_owned(), Vec::new()).await?;
    visit.load(&host.url("index.html")).await?;
    let frame = visit.find("iframe").await?;
    frame.clone().enter_frame().await?;
    visit.ready().await?;
    leave(visit).await?;
    let flood = "for (let index = 0; index < 5000; index++)
            frames[0].postMessage(index % 2 ? { skillreel: 1, type: 'x'.repeat(index) } : index, '*');
        frames[0].postMessage({ skillreel: 1, type: 'level', level: 'new' }, '*')";
    let script = "const script = document.createElement('script');
        script.textContent = arguments[0];
        document.body.append(script)";
    visit.eval::<Json>(script, json!([flood])).await?;
    frame.enter_frame().await?;
    seen::fragment_has(visit, "level=new").await?;
    seen::rows_start_with(visit, &crate::facts::ranked_at("new")).await?;
    leave(visit).await?;
    let heights: u32 = visit.eval("return heights", json!([])).await?;
    assert!(
        (1..30).contains(&heights),
        "a host that is always too high was told {heights} heights"
    );
    Ok(())
}

async fn reads_an_address_with_nonsense_in_it(visit: &Visit) -> Result<()> {
    let nonsense = "?embed=yes&theme=pink&accent=javascript%3Aalert(1)&player=perhaps&%ff&=\
        #level=boss&t=-1&skill=&q=";
    visit.open(nonsense).await?;
    assert_eq!(seen::rows(visit).await?.len(), SKILLS.len());
    assert!(!visit.shows("header").await?, "it is embedded");
    let marks =
        "const { theme, accent } = document.documentElement.dataset; return [theme, accent]";
    assert_eq!(visit.eval::<Json>(marks, json!([])).await?, json!([null, null]));
    Ok(())
}
