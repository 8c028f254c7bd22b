//! What is packed over threads.

use std::fs;

use skillreel::export::page::fill::APP_REGION;

use super::site::{SITE, read, vault};

/// Enough notes that they are put away while they are read: 4 MiB.
#[test]
fn the_bytes_are_the_same_whatever_the_number_of_threads() {
    let folder = vault("site-threads");
    for number in 0..420 {
        let talk = format!(
            "---\nvideoId: aaaaaaaaa{:02}\n---\n## Skills of senior designers\n\n1. **Draw {}** [{}:10] as [[t{}]].\n\n{}",
            number % 50,
            number % 9,
            number % 60,
            number / 2,
            format!("Then word{number} was said of it, at length and not for the first time. ")
                .repeat(150),
        );
        fs::write(folder.0.join(format!("notes/t{number}.md")), talk).unwrap();
    }
    let packed = |threads: &str| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_skillreel"))
            .args(SITE)
            .current_dir(&folder.0)
            .env("RAYON_NUM_THREADS", threads)
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(output.stderr.is_empty(), "nobody looks on");
        read(&folder, "out/index.html")
    };
    let one = packed("1");
    assert!(one == packed("4"), "other bytes");
    assert!(APP_REGION.find(&one).unwrap().contains("Draw 8"));
}
