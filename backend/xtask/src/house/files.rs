//! Sizes, first lines and words: what a reader may count on in every file.

use super::{File, paths::without_tests};

const LONGEST: usize = 600;
const MEDIAN: usize = 150;
const NINETY_FIFTH: usize = 400;

/// Words of unfinished work and of machines, split so that this file does not offend.
const UNFINISHED: &[&str] =
    &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("unimplemen", "ted!"), concat!("/wo", "rk/")];
/// Names that say nothing about the product.
const VAGUE: &[&str] = &["utils", "util", "common", "helper", "helpers", "manager"];

pub(super) fn offences(files: &[File]) -> Vec<String> {
    let mut found: Vec<String> = files.iter().flat_map(of_one).collect();
    let mut lengths: Vec<usize> = files.iter().filter(|file| file.is_rust()).map(length).collect();
    lengths.sort_unstable();
    for (share, most) in [(50, MEDIAN), (95, NINETY_FIFTH)] {
        let place = (lengths.len() * share).div_ceil(100).saturating_sub(1);
        if let Some(&long) = lengths.get(place).filter(|&&long| long > most) {
            found.push(format!("{share} % of the Rust files should be at most {most} lines long, and are {long}"));
        }
    }
    found
}

fn of_one(file: &File) -> Vec<String> {
    let mut found = Vec::new();
    let mut say = |what: String| found.push(format!("{}: {what}", file.path));
    for word in UNFINISHED {
        if let Some(line) = file.text.lines().position(|line| line.contains(word)) {
            say(format!("line {}: {word}", line + 1));
        }
    }
    if !file.is_rust() {
        return found;
    }
    if !file.text.starts_with("//! ") {
        say("does not open with //! in the product's words".to_owned());
    }
    if length(file) > LONGEST && !file.path.ends_with("/tables.rs") {
        say(format!("{} lines, at most {LONGEST}", length(file)));
    }
    for part in file.path.trim_end_matches(".rs").split('/').filter(|part| VAGUE.contains(part)) {
        say(format!("`{part}` says nothing about the product"));
    }
    for (number, line) in without_tests(&file.text).lines().enumerate() {
        for name in declared(line).filter(|name| says_nothing(name)) {
            say(format!("line {}: `{name}` says nothing about the product", number + 1));
        }
    }
    found
}

fn length(file: &File) -> usize {
    file.text.lines().count()
}

/// The names that a line declares.
fn declared(line: &str) -> impl Iterator<Item = &str> {
    let words: Vec<&str> =
        line.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty()).collect();
    let comment = line.trim_start().starts_with("//");
    (1..words.len())
        .filter(move |_| !comment)
        .filter(|&at| ["fn", "struct", "enum", "trait", "mod"].contains(&words[at - 1]))
        .map(|at| words[at])
        .collect::<Vec<_>>()
        .into_iter()
}

fn says_nothing(name: &str) -> bool {
    name.starts_with("get_") || VAGUE.contains(&name) || name.ends_with("Manager") || name.ends_with("Helper")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &str, text: &str) -> Vec<String> {
        of_one(&File { path: path.to_owned(), text: text.to_owned() })
    }

    #[test]
    fn a_good_file_offends_nobody() {
        assert_eq!(of("backend/domain/src/kpis/kpi.rs", "//! A KPI.\n\nfn forget_it(manager_note: u8) {}\n"), [""; 0]);
    }

    #[test]
    fn each_rule_has_its_offence() {
        let cases = [
            ("a.rs", "fn f() {}\n".to_owned(), "does not open"),
            ("a.rs", format!("//! A.\n{}", "\n".repeat(600)), "601 lines"),
            ("a/utils.rs", "//! A.\n".to_owned(), "`utils`"),
            ("a.rs", "//! A.\npub fn get_name() {}\n".to_owned(), "line 2: `get_name`"),
            ("a.rs", "//! A.\nstruct TxManager;\n".to_owned(), "`TxManager`"),
            ("a.sql", format!("-- {}: later\n", concat!("TO", "DO")), "line 1: TO"),
        ];
        for (path, text, wanted) in cases {
            let found = of(path, &text);
            assert!(found.len() == 1 && found[0].contains(wanted), "{path} {wanted}: {found:?}");
        }
    }

    #[test]
    fn tables_may_be_long_and_a_crowd_of_long_files_may_not() {
        assert_eq!(of("backend/service/src/kernel/db/tables.rs", &format!("//! T.\n{}", "\n".repeat(900))), [""; 0]);
        let crowd: Vec<File> = (0..3)
            .map(|n| File { path: format!("{n}.rs"), text: format!("//! N.\n{}", "\n".repeat(n * 190)) })
            .collect();
        assert_eq!(offences(&crowd), ["50 % of the Rust files should be at most 150 lines long, and are 191"]);
    }
}
