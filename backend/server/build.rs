//! Puts the console into the binary: the files that `npm run build` left in `web/dist`, with what it compressed of them.

use std::{
    collections::BTreeSet,
    env,
    error::Error,
    fmt::Write as _,
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::Path,
};

/// The ends of what is beside a file, smallest first: each holds the same, compressed.
const COMPRESSED: [&str; 2] = ["br", "gz"];

fn main() -> Result<(), Box<dyn Error>> {
    let dist = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../web/dist");
    let out = env::var("OUT_DIR")?;
    // cargo would run this each time for a folder that is not there; where it cannot be made, it does
    let _ = fs::create_dir_all(&dist);
    println!("cargo::rerun-if-changed={}", dist.display());
    println!("cargo::rerun-if-changed=build.rs");

    let mut found = BTreeSet::new();
    collect(&dist, "", &mut found)?;
    let mut table = String::from("&[");
    for name in found.iter().filter(|name| !is_beside(name, &found)) {
        let bytes = fs::read(dist.join(name))?;
        let mut hash = DefaultHasher::new();
        bytes.hash(&mut hash);
        let media = media(name);
        write!(table, "\n    File {{ name: {name:?}, media: {media:?}, hash: \"{:016x}\", ", hash.finish())?;
        write!(table, "plain: {}, ", included(&dist.join(name)))?;
        for (end, field) in COMPRESSED.into_iter().zip(["brotli", "gzip"]) {
            let beside = format!("{name}.{end}");
            let there = found.contains(&beside);
            let bytes = if there { format!("Some({})", included(&dist.join(beside))) } else { "None".into() };
            write!(table, "{field}: {bytes}, ")?;
        }
        table.push_str("},");
    }
    table.push_str("\n]\n");
    fs::write(Path::new(&out).join("console.rs"), table)?;
    Ok(())
}

/// The files below a folder by their path in it. What begins with a dot is the builder's own.
fn collect(folder: &Path, path: &str, found: &mut BTreeSet<String>) -> Result<(), Box<dyn Error>> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().into_string().map_err(|name| format!("{name:?} is not UTF-8"))?;
        if name.starts_with('.') {
            continue;
        }
        let path = if path.is_empty() { name } else { format!("{path}/{name}") };
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &path, found)?;
        } else {
            found.insert(path);
        }
    }
    Ok(())
}

fn is_beside(name: &str, found: &BTreeSet<String>) -> bool {
    name.rsplit_once('.').is_some_and(|(of, end)| COMPRESSED.contains(&end) && found.contains(of))
}

fn included(file: &Path) -> String {
    format!("include_bytes!({:?})", file.display().to_string())
}

fn media(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, end)| end) {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "ttf" => "font/ttf",
        "txt" => "text/plain; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
