//! `cargo xtask bench`: the benchmarks are the files in the packages' `benches/` folders.

use std::fs;

use super::{cargo, root, step};

/// A benchmark, where it lives and what its first line says of it.
struct Bench {
    folder: &'static str,
    name: String,
    about: String,
}

/// The folders of the packages that may have benchmarks.
const FOLDERS: &[&str] = &["backend/domain", "backend/service", "backend/server", "tests"];

pub(super) fn list() -> Result<(), String> {
    let all = all();
    let wide = all.iter().map(|bench| bench.name.len()).max().unwrap_or(0);
    for bench in &all {
        println!("{:wide$}  {:15}  {}", bench.name, bench.folder, bench.about);
    }
    Ok(())
}

pub(super) fn run(name: &str) -> Result<(), String> {
    let found = all().into_iter().find(|bench| bench.name == name);
    let bench = found.ok_or_else(|| format!("no benchmark {name}; `cargo xtask bench` lists them"))?;
    let manifest = format!("{}/Cargo.toml", bench.folder);
    step(&mut cargo(&["bench", "--manifest-path", &manifest, "--bench", name]))
}

fn all() -> Vec<Bench> {
    let mut found: Vec<Bench> = FOLDERS
        .iter()
        .flat_map(|&folder| {
            fs::read_dir(root().join(folder).join("benches"))
                .into_iter()
                .flatten()
                .flatten()
                .map(move |entry| (folder, entry.path()))
        })
        .filter(|(_, path)| path.extension().is_some_and(|ending| ending == "rs"))
        .map(|(folder, path)| Bench {
            folder,
            name: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            about: fs::read_to_string(&path)
                .unwrap_or_default()
                .lines()
                .next()
                .unwrap_or_default()
                .trim_start_matches("//! ")
                .to_owned(),
        })
        .collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}
