//! For browsers the page, elsewhere the command line.

#[cfg(target_arch = "wasm32")]
fn main() {
    skillreel::ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    skillreel::cli::run(std::env::args_os())
}
