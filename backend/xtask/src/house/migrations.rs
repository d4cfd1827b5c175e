//! The two migration trees have the same steps under the same names, each with a way up and a way down.

use std::collections::BTreeSet;

use super::File;

const DIALECTS: [&str; 2] = ["postgres", "sqlite"];

pub(super) fn offences(files: &[File]) -> Vec<String> {
    let [postgres, sqlite] = DIALECTS.map(|dialect| steps(files, dialect));
    let mut found: Vec<String> = postgres
        .symmetric_difference(&sqlite)
        .map(|step| format!("migrations: {step} is missing in one of {}", DIALECTS.join(" and ")))
        .collect();
    for step in postgres.iter().chain(&sqlite) {
        let (folder, file) = step.split_once('/').unwrap_or((step, ""));
        if !is_step(folder) {
            found.push(format!("migrations: {folder} should be NNNN_<noun>_<change>"));
        }
        if !["up.sql", "down.sql", "metadata.toml"].contains(&file) {
            found.push(format!("migrations: {step} should be up.sql or down.sql"));
        }
        if file == "up.sql" && !postgres.contains(&format!("{folder}/down.sql")) {
            found.push(format!("migrations: {folder} has no down.sql"));
        }
    }
    found.dedup();
    found
}

/// `NNNN_<noun>_<change>/<file>` of one dialect.
fn steps(files: &[File], dialect: &str) -> BTreeSet<String> {
    let root = format!("migrations/{dialect}/");
    files.iter().filter_map(|file| file.path.strip_prefix(&root)).map(str::to_owned).collect()
}

fn is_step(folder: &str) -> bool {
    let mut parts = folder.split('_');
    let number = parts.next().unwrap_or_default();
    number.len() == 4 && number.bytes().all(|b| b.is_ascii_digit()) && parts.count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(paths: &[&str]) -> Vec<String> {
        let file = |path: &&str| File { path: format!("migrations/{path}"), text: String::new() };
        offences(&paths.iter().map(file).collect::<Vec<_>>())
    }

    #[test]
    fn equal_trees_agree() {
        let both =
            ["postgres", "sqlite"].map(|d| ["up", "down"].map(|f| format!("{d}/0001_agreements_create/{f}.sql")));
        let paths: Vec<&str> = both.iter().flatten().map(String::as_str).collect();
        assert_eq!(tree(&paths), [""; 0]);
    }

    #[test]
    fn a_step_of_one_dialect_alone_and_a_badly_named_one_offend() {
        assert!(tree(&["postgres/0001_kpis_create/up.sql"]).iter().any(|line| line.contains("missing in one")));
        assert!(
            tree(&["postgres/1_kpis/up.sql", "sqlite/1_kpis/up.sql"])
                .iter()
                .any(|line| line.contains("should be NNNN"))
        );
    }
}
