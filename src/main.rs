//! For browsers the page, elsewhere the command line.

/// In place of the standard library's own; docs/PERFORMANCE.md has what it gives and takes.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: wasmalloc::WasmAlloc = wasmalloc::WasmAlloc::new();

#[cfg(target_arch = "wasm32")]
fn main() {
    skillreel::ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    skillreel::cli::run(std::env::args_os())
}
