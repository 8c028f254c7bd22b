//! wasm-bindgen's test runner, built from the version in Cargo.lock: what it reads from a test program
//! and what the crate writes there is a private format that changes from version to version.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
