//! The house rules of `docs/architecture.md` that a machine can hold: which arrow is forbidden, how long a file may
//! be, what stands in its first line, and that the two migration trees tell the same story.

mod arrows;
mod files;
mod migrations;
mod paths;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// A source file, with its path from the repository's root in `/`.
#[derive(Debug, Clone)]
struct File {
    path: String,
    text: String,
}

impl File {
    fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }
}

/// Every offence against the house rules under `root`, one line each, sorted.
///
/// # Errors
/// When a file or folder cannot be read.
pub fn offences(root: &Path) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    for folder in ["backend", "tests", "migrations", "schema", "docs", "web", ".ci", ".cargo"] {
        collect(root, &root.join(folder), &mut files)?;
    }
    for name in ["README.md", "Cargo.toml", "Dockerfile", "docker-compose.yml", "clippy.toml"] {
        if root.join(name).is_file() {
            files.push(read(root, root.join(name))?);
        }
    }
    let mut found = files::offences(&files);
    found.extend(files.iter().flat_map(arrows::offences));
    found.extend(migrations::offences(&files));
    found.sort();
    Ok(found)
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<File>) -> io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let built = ["target", "node_modules", "dist"].contains(&name.as_str());
        if path.is_dir() && !built {
            collect(root, &path, files)?;
        } else if is_text(&name) {
            files.push(read(root, path)?);
        }
    }
    Ok(())
}

fn is_text(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default();
    ["rs", "sql", "toml", "md", "yml", "yaml", "ts", "tsx", "graphql", "txt", "run", "sh", "mjs"].contains(&ending)
        || name == "run"
}

fn read(root: &Path, path: PathBuf) -> io::Result<File> {
    let text = String::from_utf8_lossy(&fs::read(&path)?).into_owned();
    let path = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
    Ok(File { path, text })
}
