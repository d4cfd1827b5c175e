//! `cargo xtask console`: the web console is built, so that the binary has it; with the test command it is also checked,
//! and used in a real browser.

use std::{
    env, fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::{Path, PathBuf},
};

use super::{
    cargo,
    node::{install, missing, npm},
    outcome::{Outcome, Table},
    root, step,
};

/// What the console knows of the server.
const SCHEMA: &str = "schema/schema.graphql";
/// What is installed, built or generated below its folder.
const MADE: [&str; 4] = ["node_modules", "dist", "graphql-env.d.ts", "pictures"];
/// Where it is kept of what it was built; a build by hand takes it away.
const MARK: &str = "dist/.made-of";
/// Where a Chromium may be, unless `CHROMIUM` says it.
const BROWSERS: [&str; 3] = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

fn folder() -> PathBuf {
    root().join("web")
}

/// Builds the console when something it is made of has changed.
pub(super) fn build() -> Outcome {
    match install(&folder()) {
        Outcome::Passed(_) => {}
        other => return other,
    }
    let now = made_of(&[root().join(SCHEMA), folder()]);
    let mark = folder().join(MARK);
    if fs::read_to_string(&mark).is_ok_and(|built| built == now) {
        return Outcome::Passed("built before".to_owned());
    }
    let built = step(&mut npm(&folder(), &["run", "build"]));
    let built = built.and_then(|()| fs::write(&mark, &now).map_err(|why| format!("{}: {why}", mark.display())));
    built.map(|()| "npm run build".to_owned()).into()
}

/// Types, operations against the schema, unit tests, the catalogue of texts; then a real browser.
pub(super) fn test(table: &mut Table) {
    table.run("console checks", || match missing() {
        Some(why) => Outcome::Skipped(why),
        None => step(&mut npm(&folder(), &["run", "check"])).map(|()| String::new()).into(),
    });
    table.run("browser tests", in_a_browser);
}

fn in_a_browser() -> Outcome {
    if let Some(why) = missing() {
        return Outcome::Skipped(why);
    }
    let told = env::var_os("CHROMIUM").map(PathBuf::from);
    let Some(browser) = told.or_else(|| BROWSERS.map(PathBuf::from).into_iter().find(|path| path.is_file())) else {
        return Outcome::Skipped("there is no Chromium here; CHROMIUM may name one".to_owned());
    };
    let built = step(&mut cargo(&["build", "--quiet", "--package", "concordat"]));
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let mut tests = npm(&folder(), &["run", "e2e"]);
    tests.env("CHROMIUM", &browser).env("E2E_BINARY", target.join("debug/concordat"));
    built.and_then(|()| step(&mut tests)).map(|()| browser.display().to_string()).into()
}

/// What files and folders hold, in few letters: other letters when a file has changed, came or went.
fn made_of(places: &[PathBuf]) -> String {
    let mut hash = DefaultHasher::new();
    places.iter().for_each(|place| take(place, &mut hash));
    format!("{:016x}", hash.finish())
}

fn take(path: &Path, hash: &mut DefaultHasher) {
    let name = path.file_name().unwrap_or_default();
    if MADE.iter().any(|made| name == *made) {
        return;
    }
    name.hash(hash);
    if let Ok(entries) = fs::read_dir(path) {
        let mut below: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        below.sort();
        below.iter().for_each(|path| take(path, hash));
    } else {
        fs::read(path).ok().hash(hash);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_is_not_what_it_is_made_of() {
        let folder = env::temp_dir().join(format!("concordat-console-{}", std::process::id()));
        let (source, built) = (folder.join("src/page.tsx"), folder.join("dist/index.html"));
        let write = |file: &Path, text: &str| {
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
            made_of(std::slice::from_ref(&folder))
        };
        let first = write(&source, "one");
        assert_eq!(write(&built, "one"), first);
        assert_ne!(write(&source, "two"), first);
        assert_eq!(write(&source, "one"), first);
        assert_ne!(write(&folder.join("src/more.tsx"), ""), first);
        fs::remove_dir_all(folder).unwrap();
    }
}
