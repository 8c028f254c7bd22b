//! For browsers the page, elsewhere the command line.

/// Half again as fast as the standard library's own (docs/PERFORMANCE.md).
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
