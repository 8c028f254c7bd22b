//! What can be asked for on the command line.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

use crate::export::page::look::PageLook;
use crate::view_state::{Accent, ViewState};

/// A skills matrix you can watch, from Markdown notes of videos.
#[derive(Debug, Parser)]
#[command(name = "skillreel", version, disable_help_subcommand = true)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: CliCommand,
}

/// What the command line can do.
#[derive(Debug, Subcommand)]
pub(super) enum CliCommand {
    /// Shows what is wrong in the notes; exits with 1 when something cannot be used
    Check(Json),
    /// Shows which skills matter at which level
    Matrix {
        #[command(flatten)]
        notes: Notes,
        /// How it is written
        #[arg(long, value_enum, default_value_t = MatrixFormat::Md)]
        format: MatrixFormat,
        /// Say for each list, table and group of headings which rule made it skills, or what was missing
        #[arg(long)]
        why: bool,
    },
    /// Searches skills, claims and notes
    Search {
        #[command(flatten)]
        json: Json,
        /// What to search for
        #[arg(long)]
        query: String,
        /// How many results to show at the most
        #[arg(long, default_value_t = 20)]
        limit: usize,
    },
    /// Shows what was read from the notes
    Read {
        #[command(flatten)]
        json: Json,
        /// How it is written
        #[arg(long, value_enum, default_value_t = ReadFormat::Text, conflicts_with = "json")]
        format: ReadFormat,
    },
    /// Writes one page that holds the notes and needs nothing else
    Pack {
        #[command(flatten)]
        notes: Notes,
        /// The file to write
        #[arg(long, value_name = "FILE")]
        output: PathBuf,
        #[command(flatten)]
        page: PageChoice,
    },
    /// Writes a folder for any static host, with the page, its program and the notes
    Site {
        #[command(flatten)]
        notes: Notes,
        /// The folder to write: a new or empty one, or one that this command has written before
        #[arg(long, value_name = "DIR")]
        output: PathBuf,
        #[command(flatten)]
        page: PageChoice,
    },
}

/// Where the notes are.
#[derive(Debug, ClapArgs)]
pub(super) struct Notes {
    /// Markdown files, sheets (.csv, .tsv) and transcripts (.vtt, .srt, .txt), or folders of them
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
}

/// Which page is filled with notes, and how it looks.
#[derive(Debug, ClapArgs)]
pub(super) struct PageChoice {
    /// The built page to fill, or its folder; looked for by itself where it is not given
    #[arg(long)]
    pub(super) page: Option<PathBuf>,
    /// The page's title, in place of the notes' own
    #[arg(long)]
    title: Option<String>,
    /// The page's accent colour, such as #3a4fd0
    #[arg(long)]
    accent: Option<Accent>,
    /// The view that the page opens with, as in its address: "level=senior&q=trust"
    #[arg(long, default_value = "", hide_default_value = true)]
    view: String,
}

/// Notes, and whether to write data instead of text.
#[derive(Debug, ClapArgs)]
pub(super) struct Json {
    #[command(flatten)]
    pub(super) notes: Notes,
    /// Write JSON, for programs
    #[arg(long)]
    pub(super) json: bool,
}

/// How a matrix is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum MatrixFormat {
    /// Data for programs
    Json,
    /// A Markdown table
    Md,
    /// Comma-separated values, a line a placement
    Csv,
    /// An HTML table
    Html,
}

/// How what was read is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReadFormat {
    /// For people
    Text,
    /// Data for programs: all that was read
    Json,
    /// A line of JSON a claim, for search engines
    Jsonl,
}

impl PageChoice {
    /// What was chosen. The page says it in its own words, whoever wrote it.
    pub(super) fn look(self) -> PageLook {
        let Self { title, accent, view, .. } = self;
        PageLook { title, accent, view: ViewState::from_fragment(&view).to_fragment() }
    }
}

impl Json {
    /// The format that `--json` asks for, else another one.
    pub(super) fn or(&self, format: ReadFormat) -> ReadFormat {
        if self.json { ReadFormat::Json } else { format }
    }
}
