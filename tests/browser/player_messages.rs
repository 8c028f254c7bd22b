//! The player's messages: what is said, what is heard, and to whom the page listens.

use js_sys::JSON;
use skillreel::browser::player::frame_messages::{PLAYER_ORIGIN, Say, is_from, read};
use skillreel::video::player::pace::Speed;
use skillreel::video::player::{Activity, Info, Message};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Document, HtmlIFrameElement, MessageEvent, MessageEventInit, Window};

#[wasm_bindgen_test]
fn says_what_the_player_understands() {
    let cases = [
        (Say::Listening, r#"{"event":"listening","id":"skillreel","channel":"widget"}"#),
        (
            Say::Seek(742),
            r#"{"event":"command","func":"seekTo","args":[742,true],"id":"skillreel","channel":"widget"}"#,
        ),
        (
            Say::Play,
            r#"{"event":"command","func":"playVideo","args":[],"id":"skillreel","channel":"widget"}"#,
        ),
        (
            Say::Speed(Speed::from_text("1.25")),
            r#"{"event":"command","func":"setPlaybackRate","args":[1.25],"id":"skillreel","channel":"widget"}"#,
        ),
        (
            Say::SubscribeToErrors,
            r#"{"event":"command","func":"addEventListener","args":["onError"],"id":"skillreel","channel":"widget"}"#,
        ),
    ];
    for (say, want) in cases {
        let text = say.to_text().expect("it can be written");
        assert_eq!(text, want);
        assert!(JSON::parse(&text).is_ok());
    }
}

#[wasm_bindgen_test]
fn hears_what_it_has_a_use_for_and_nothing_else() {
    let info = |time_secs, duration_secs, activity| {
        Some(Message::Info(Info { time_secs, duration_secs, activity }))
    };
    let cases = [
        (r#"{"event":"onReady","info":null,"id":"skillreel"}"#, Some(Message::Ready)),
        (r#"{"event":"onReady"}"#, Some(Message::Ready)),
        (
            r#"{"event":"infoDelivery","info":{"currentTime":1.5,"duration":60,"playerState":1,"x":[]}}"#,
            info(Some(1.5), Some(60.0), Some(Activity::Playing)),
        ),
        (r#"{"event":"initialDelivery","info":{}}"#, info(None, None, None)),
        (r#"{"event":"infoDelivery","info":null}"#, info(None, None, None)),
        (
            r#"{"event":"infoDelivery","info":{"playerState":2}}"#,
            info(None, None, Some(Activity::Paused)),
        ),
        (r#"{"event":"onError","info":150}"#, Some(Message::Error(150))),
        (r#"{"event":"onError","info":"101"}"#, Some(Message::Error(101))),
        (r#"{"event":"onError","info":-1}"#, None),
        (r#"{"event":"onError","info":{}}"#, None),
        (r#"{"event":"infoDelivery","info":{"currentTime":"soon"}}"#, None),
        (r#"{"event":"onStateChange","info":1}"#, None),
        (r#"{"event":7}"#, None),
        ("[]", None),
        ("null", None),
        ("not json", None),
        ("", None),
    ];
    for (text, want) in cases {
        assert_eq!(read(&JsValue::from_str(text)), want, "{text}");
    }
    // Only text is a message: an object may have getters.
    assert_eq!(read(&JSON::parse(cases[0].0).expect("it is JSON")), None);
}

#[wasm_bindgen_test]
fn listens_to_its_own_frame_at_youtube_only() {
    let (window, document) = page();
    let (frame, other) = (iframe(&document), iframe(&document));
    let event = |origin: &str, source: Option<Window>| {
        let init = MessageEventInit::new();
        init.set_origin(origin);
        init.set_source(source.as_deref().map(JsCast::unchecked_ref));
        MessageEvent::new_with_event_init_dict("message", &init).expect("an event can be made")
    };
    assert!(is_from(&event(PLAYER_ORIGIN, frame.content_window()), &frame));
    let strangers = [
        event("https://www.youtube-nocookie.com.evil.example", frame.content_window()),
        event("http://www.youtube-nocookie.com", frame.content_window()),
        event("https://www.youtube.com", frame.content_window()),
        event("null", frame.content_window()),
        event(PLAYER_ORIGIN, other.content_window()),
        event(PLAYER_ORIGIN, Some(window)),
        event(PLAYER_ORIGIN, None),
    ];
    for stranger in &strangers {
        assert!(!is_from(stranger, &frame), "{}", stranger.origin());
    }
    frame.remove();
    assert!(!is_from(&event(PLAYER_ORIGIN, None), &frame), "a frame that is gone says nothing");
    other.remove();
}

fn page() -> (Window, Document) {
    let window = web_sys::window().expect("a page has a window");
    let document = window.document().expect("a window has a document");
    (window, document)
}

fn iframe(document: &Document) -> HtmlIFrameElement {
    let frame = document.create_element("iframe").expect("it is an element");
    document.body().expect("a page has a body").append_child(&frame).expect("a body takes it");
    frame.unchecked_into()
}
