//! `cargo xtask bench cases [EVENTS]`: a case log is imported on both databases; its speed and its memory.

use std::{
    fs::{self, File},
    io::{BufWriter, Write as _},
};

use super::{
    Built, agreement,
    figures::{parted, rate},
    log,
    product::{Imported, both, build, folder},
};

/// What is wanted, in events a second.
const WANTED: f64 = 20_000.0;

/// Imports a log of so many events.
pub(super) fn run(built: Built, events: u64) -> Result<(), String> {
    let program = build(built)?;
    let (folder, sample) = (folder()?, agreement::sample()?);
    let (file, terms) = (folder.join("cases.csv"), folder.join("cases.yaml"));
    let written = fs::write(&terms, sample).and_then(|()| {
        let mut out = BufWriter::new(File::create(&file)?);
        log::over(events, &mut out)?;
        out.flush()
    });
    written.map_err(|why| format!("{}: {why}", file.display()))?;
    println!("{} events of {} cases, one case after the other", parted(events), parted(events.div_ceil(5)));
    both(&program, |source| {
        let product = source.product("cases")?;
        agreement::in_force(&product, &terms)?;
        let imported = product.import(&file, agreement::CODE)?;
        println!("{:<10}  {}", source.name, said(events, &imported));
        let (wanted, recorded) = (parted(events), parted(imported.recorded));
        if imported.recorded == events { Ok(()) } else { Err(format!("{recorded} of {wanted} events went in")) }
    })
}

fn said(events: u64, imported: &Imported) -> String {
    let speed = rate(events, imported.took);
    let memory = imported.peak.map_or_else(
        || "its memory is not told by this system".to_owned(),
        |bytes| format!("{:.1} MB resident at most", bytes as f64 / 1e6),
    );
    format!(
        "{:.1} s: {} events/s, {:.2} x the {} that are wanted; {memory}",
        imported.took.as_secs_f64(),
        parted(speed.round() as u64),
        speed / WANTED,
        parted(WANTED as u64)
    )
}

#[cfg(test)]
mod tests {
    use super::{Imported, said};
    use std::time::Duration;

    #[test]
    fn speed_ratio_and_memory_are_said() {
        let mut imported = Imported { took: Duration::from_secs(4), peak: Some(123_456_789), recorded: 100_000 };
        let wanted = "4.0 s: 25,000 events/s, 1.25 x the 20,000 that are wanted; 123.5 MB resident at most";
        assert_eq!(said(100_000, &imported), wanted);
        imported.peak = None;
        assert!(said(100_000, &imported).ends_with("not told by this system"));
    }
}
