//! Runs a test in a browser, and says where it failed and what was to be seen there.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::path::PathBuf;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use futures_util::FutureExt;
use tokio::runtime::Runtime;
use tokio::time::timeout;

use super::browser::{Browser, Setup};
use super::extras;
use super::life::{self, Ending, Program};
use super::session::Session;
use super::settings;
use super::site::Fault;
use super::visit::Visit;
use super::wait::PATIENCE;
use crate::pages;

/// Where a page comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// From a host on loopback.
    Http,
    /// From one file, opened by double-click.
    File,
}

/// Browsers are handed from test to test, and with them what serves them: so all of it runs here,
/// and not in a runtime of one test.
static RUNTIME: LazyLock<std::io::Result<Runtime>> = LazyLock::new(Runtime::new);

/// Who opens which page, and how.
#[derive(Debug)]
pub(crate) struct Scene {
    browser: Browser,
    place: Place,
    setup: Setup,
    folder: Option<PathBuf>,
    faults: Vec<Fault>,
    ending: Ending,
}

impl Scene {
    /// The page that was built, in a browser as most readers have it.
    pub(crate) fn new(browser: Browser, place: Place) -> Self {
        let (setup, ending) = (Setup::Usual, Ending::default());
        Self { browser, place, setup, folder: None, faults: Vec::new(), ending }
    }

    /// In a browser that is set up so.
    pub(crate) fn setup(self, setup: Setup) -> Self {
        Self { setup, ..self }
    }

    /// In the browser with its window: the scenario is about whom the page tells of its reader.
    pub(crate) fn windowed(self) -> Self {
        self.setup(Setup::Windowed)
    }

    /// With the page of another folder.
    pub(crate) fn folder(self, folder: PathBuf) -> Self {
        Self { folder: Some(folder), ..self }
    }

    /// From a host with faults.
    pub(crate) fn faults(self, faults: Vec<Fault>) -> Self {
        Self { faults, ..self }
    }

    /// Without the program: the scenario is about a page in which it does not run.
    pub(crate) fn without_program(mut self) -> Self {
        self.ending.program = Program::Absent;
        self
    }

    /// With errors in the console that the scenario is about, each named by a part of it.
    pub(crate) fn errors(mut self, errors: &'static [&'static str]) -> Self {
        self.ending.errors = errors;
        self
    }

    /// Runs a test. Once its scenario is over, the program is asked for a sign of life.
    pub(crate) fn play<F>(self, test: F) -> Result<()>
    where
        F: AsyncFnOnce(&Visit) -> Result<()>,
    {
        let Self { browser, place, setup, folder, faults, ending } = self;
        let runtime = RUNTIME.as_ref().context("the tests' runtime could not be started")?;
        let start = Instant::now();
        let outcome = runtime.block_on(async {
            let folder = folder.map_or_else(pages::built, Ok)?;
            let session = Session::take(browser, setup).await?;
            let visit = Visit::new(session, place, folder, faults).await?;
            let scenario = async {
                test(&visit).await?;
                life::check(&visit, ending, PATIENCE).await
            };
            match AssertUnwindSafe(scenario).catch_unwind().await {
                Ok(Ok(())) => visit.end().await,
                Ok(Err(error)) => {
                    let seen = what_was_seen(&visit).await;
                    Err(error.context(format!("{browser:?}, {place:?}; {seen}")))
                }
                Err(panic) => {
                    eprintln!("{browser:?}, {place:?}; {}", what_was_seen(&visit).await);
                    resume_unwind(panic)
                }
            }
        });
        settings::note_time(&test_name(), start.elapsed());
        outcome
    }
}

/// How long a picture of a failure is waited for.
const PICTURE_PATIENCE: Duration = Duration::from_secs(10);

/// The name of the test that runs.
fn test_name() -> String {
    std::thread::current().name().unwrap_or("test").to_owned()
}

/// The address, the console and a picture of the page.
async fn what_was_seen(visit: &Visit) -> String {
    let client = &visit.session.client;
    let mut text = match client.current_url().await {
        Ok(url) => format!("at {url}"),
        Err(error) => return format!("and the browser does not answer: {error}"),
    };
    let console = match visit.browser() {
        Browser::Chromium => extras::console(client).await,
        Browser::Firefox | Browser::WebKit => visit.session.errors().await,
    };
    let mut console = console.unwrap_or_default();
    // What goes on failing says the same thing hundreds of times.
    console.dedup();
    if !console.is_empty() {
        text += &format!("; console: {}", console.join("\n"));
    }
    // WebKit's driver does not always come back with one, and the test is over either way.
    if let Ok(Ok(png)) = timeout(PICTURE_PATIENCE, client.screenshot()).await {
        let name = test_name().replace("::", "-");
        let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
        if std::fs::write(&file, png).is_ok() {
            text += &format!("; picture: {}", file.display());
        }
    }
    text
}

/// Makes one test of a function for each browser and place that is named, in a scene of its own
/// if one is given.
macro_rules! scenario {
    ($name:ident ($scene:expr): $($target:ident = $browser:ident $place:ident),+ $(,)?) => {
        mod $name {
            #[allow(unused_imports, reason = "what a scene is told stands where the test stands")]
            use super::*;
            $(
                #[test]
                #[ignore = "needs browsers and a built page: cargo xtask test"]
                fn $target() -> anyhow::Result<()> {
                    use $crate::harness::browser::Browser;
                    use $crate::harness::run::{Place, Scene};
                    let change: fn(Scene) -> Scene = $scene;
                    change(Scene::new(Browser::$browser, Place::$place)).play(super::$name)
                }
            )+
        }
    };
}

/// A scene's change, or none.
macro_rules! either {
    () => {
        |scene| scene
    };
    ($scene:expr) => {
        $scene
    };
}

pub(crate) use {either, scenario};

/// Makes the macros by which test files say where their tests run: each takes names of functions, with a
/// change of the scene where one is needed (`name in |scene| …`). `$d` stands for a dollar sign.
macro_rules! kinds_of_tests {
    ($d:tt $($(#[$doc:meta])+ $kind:ident: $($target:ident = $browser:ident $place:ident),+;)+) => {
        $(
            $(#[$doc])+
            macro_rules! $kind {
                ($d($d name:ident $d(in $d scene:expr)?),+ $d(,)?) => {
                    $d(
                        $crate::harness::run::scenario!(
                            $d name ($crate::harness::run::either!($d($d scene)?)):
                            $($target = $browser $place),+
                        );
                    )+
                };
            }
        )+
        pub(crate) use {$($kind),+};
    };
}

kinds_of_tests! { $
    /// Tests that hold in every browser, over http and from a file, of what browsers do differently. Two of them see
    /// Chromium and Firefox and each place once; the others, whose names begin with `also`, run where there is time for
    /// them.
    everywhere: chromium_http = Chromium Http, also_chromium_file = Chromium File,
        also_firefox_http = Firefox Http, firefox_file = Firefox File,
        also_webkit_http = WebKit Http, also_webkit_file = WebKit File;

    /// As [`everywhere`], of what the program works out, which is the same in every browser: at each change once.
    everywhere_nightly: chromium_http = Chromium Http, also_chromium_file = Chromium File,
        also_firefox_http = Firefox Http, also_firefox_file = Firefox File,
        also_webkit_http = WebKit Http, also_webkit_file = WebKit File;

    /// As [`everywhere`], of what people do first: in WebKit, too, at each change.
    everywhere_first: chromium_http = Chromium Http, also_chromium_file = Chromium File,
        also_firefox_http = Firefox Http, firefox_file = Firefox File,
        webkit_http = WebKit Http, also_webkit_file = WebKit File;

    /// As [`everywhere`], of what WebKit's driver cannot do: set a browser up otherwise, print, or choose
    /// from a list.
    everywhere_but_webkit: chromium_http = Chromium Http, also_chromium_file = Chromium File,
        also_firefox_http = Firefox Http, firefox_file = Firefox File;

    /// As [`everywhere_but_webkit`], of what the program works out: at each change once.
    everywhere_but_webkit_nightly: chromium_http = Chromium Http,
        also_chromium_file = Chromium File, also_firefox_http = Firefox Http,
        also_firefox_file = Firefox File;

    /// Tests that hold in every browser, of a page from a host: in Chromium at each change.
    over_http: chromium_http = Chromium Http, also_firefox_http = Firefox Http,
        also_webkit_http = WebKit Http;

    /// As [`over_http`], of policies that WebKit heeds in another way: it compiles WebAssembly where one forbids that,
    /// and takes `'self'` for nothing in a sandboxed frame.
    over_http_but_webkit: chromium_http = Chromium Http, also_firefox_http = Firefox Http;

    /// As [`over_http`], of what people do first, or of what browsers do differently: in Firefox and
    /// WebKit, too, at each change.
    over_http_first: chromium_http = Chromium Http, firefox_http = Firefox Http,
        webkit_http = WebKit Http;

    /// Tests that hold in every browser, of a page from a file, which browsers keep apart from others in ways of their own.
    from_file: chromium_file = Chromium File, firefox_file = Firefox File,
        webkit_file = WebKit File;

    /// As [`from_file`], of what the program works out: at each change once.
    from_file_nightly: chromium_file = Chromium File, also_firefox_file = Firefox File,
        also_webkit_file = WebKit File;

    /// Tests that need what only Chromium's driver tells, over http and from a file.
    in_chromium: chromium_http = Chromium Http, chromium_file = Chromium File;
}
