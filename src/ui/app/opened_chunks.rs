//! What opens beside the matrix and in place of it: chunks that come when somebody opens such a thing.

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::compare::compare_view::CompareView;
use crate::ui::import::note_import::note_import;
use crate::ui::matrix::drawn_map::DrawnMap;
use crate::ui::note::note_view::NoteView;
use crate::ui::note::topic_view::TopicView;
use crate::ui::problems::problems_panel::ProblemsPanel;
use crate::ui::proof::without_clip::WithoutClip;
use crate::ui::skill::skill_view::SkillView;
use crate::ui::state::library::Library;
use crate::ui::state::texts_beside::once_texts_came;
use crate::ui::state::view::Opened;
use crate::ui::widgets::late::in_chunk::in_chunk;

use super::help::help_sheet::HelpSheet;

in_chunk! {
    /// What opens beside the matrix, and the help.
    opened {
        /// What is open beside the matrix.
        fn opened(library: Arc<Library>, opened: Opened) -> AnyView {
            match opened {
                Opened::Skill(skill) => view! { <SkillView library skill/> }.into_any(),
                Opened::Note(note) => once_texts_came(move || {
                    view! { <NoteView library=Arc::clone(&library) note=note.clone()/> }.into_any()
                }),
                Opened::Topic(note, topic) => once_texts_came(move || {
                    let (library, note, topic) = (Arc::clone(&library), note.clone(), topic.clone());
                    view! { <TopicView library note topic/> }.into_any()
                }),
                Opened::WithoutClip => view! { <WithoutClip library/> }.into_any(),
                Opened::Nothing | Opened::Problems => ().into_any(),
            }
        }

        /// The matrix at a glance.
        fn map(library: Arc<Library>) -> AnyView {
            let note_import = note_import();
            let title = Signal::derive(move || note_import.title());
            view! { <DrawnMap library title/> }.into_any()
        }

        /// What the dialog holds that helps.
        fn help_sheet() -> AnyView {
            view! { <HelpSheet/> }.into_any()
        }
    }
}

in_chunk! {
    /// What is wrong in the notes.
    problems {
        /// What is wrong in the notes.
        fn problems(library: Arc<Library>) -> AnyView {
            view! { <ProblemsPanel library/> }.into_any()
        }
    }
}

in_chunk! {
    /// What is compared.
    compare {
        /// What is compared.
        fn compared(library: Arc<Library>) -> AnyView {
            view! { <CompareView library/> }.into_any()
        }
    }
}
