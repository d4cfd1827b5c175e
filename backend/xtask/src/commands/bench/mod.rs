//! `cargo xtask bench`: the benchmarks are the files in the packages' `benches/` folders, and the scripts that measure the
//! program as a process of its own.

mod agreement;
mod cases;
mod client;
mod figures;
mod log;
mod product;
mod queue;

use std::fs;

use super::{cargo, root, step};

/// A script: its name, how many events or cases it has unless told otherwise, what it measures, and how it is run.
struct Script {
    name: &'static str,
    many: u64,
    about: &'static str,
    run: fn(Built, u64) -> Result<(), String>,
}

const SCRIPTS: [Script; 2] = [
    Script {
        name: "cases",
        many: 1_000_000,
        about: "Events of cases a second through `import cases`, and its memory, on both databases. [--dev] [EVENTS]",
        run: cases::run,
    },
    Script {
        name: "queue",
        many: 1_000_000,
        about: "A team's queue over GraphQL, a hundredth of the cases against all of them. [--dev] [CASES]",
        run: queue::run,
    },
];

/// How the program that a script runs is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Built {
    /// As it is delivered.
    Release,
    /// Quickly, to try a script.
    Dev,
}

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
    for script in &SCRIPTS {
        println!("{:wide$}  {:15}  {}", script.name, "the program", script.about);
    }
    Ok(())
}

pub(super) fn run(name: &str, options: &[&str]) -> Result<(), String> {
    if let Some(script) = SCRIPTS.iter().find(|script| script.name == name) {
        let (built, many) = asked(script, options)?;
        return (script.run)(built, many);
    }
    if !options.is_empty() {
        return Err(format!("{name} takes no options: {}", options.join(" ")));
    }
    let found = all().into_iter().find(|bench| bench.name == name);
    let bench = found.ok_or_else(|| format!("no benchmark {name}; `cargo xtask bench` lists them"))?;
    let manifest = format!("{}/Cargo.toml", bench.folder);
    step(&mut cargo(&["bench", "--manifest-path", &manifest, "--bench", name]))
}

/// What the options of a script say.
fn asked(script: &Script, options: &[&str]) -> Result<(Built, u64), String> {
    let (mut built, mut many) = (Built::Release, script.many);
    for option in options {
        match option.parse() {
            Ok(number) if number > 0 => many = number,
            _ if *option == "--dev" => built = Built::Dev,
            _ => return Err(format!("{option:?} is neither --dev nor how many: {}", script.about)),
        }
    }
    Ok((built, many))
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

#[cfg(test)]
mod tests {
    use super::{Built, SCRIPTS, all, asked};

    #[test]
    fn a_script_is_told_how_many_and_how_it_is_built() {
        let told = |options: &[&str]| asked(&SCRIPTS[0], options).ok();
        assert_eq!(told(&[]), Some((Built::Release, 1_000_000)));
        assert_eq!(told(&["5000"]), Some((Built::Release, 5_000)));
        assert_eq!(told(&["--dev", "70"]), Some((Built::Dev, 70)));
        for wrong in ["0", "-3", "many", "--release"] {
            assert_eq!(told(&[wrong]), None, "{wrong}");
        }
    }

    #[test]
    fn no_script_hides_a_benchmark() {
        let benches = all();
        assert!(benches.iter().any(|bench| bench.name == "lists"));
        assert!(benches.iter().all(|bench| SCRIPTS.iter().all(|script| script.name != bench.name)));
    }
}
