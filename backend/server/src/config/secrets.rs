//! Settings that are read from files: `CONCORDAT_OWNER_URL_FILE=/run/secrets/owner` sets `owner_url`.

use super::PREFIX;
use std::collections::BTreeMap;

/// The keys that variables ending in `_FILE` set. `DATABASE_URL_FILE` counts too.
pub(super) fn from_files(
    variables: impl Iterator<Item = (String, String)>,
) -> Result<BTreeMap<String, String>, String> {
    let mut found = BTreeMap::new();
    for (name, path) in variables {
        let Some(stem) = name.strip_suffix("_FILE") else { continue };
        let key = match stem.strip_prefix(PREFIX) {
            Some(key) => key.to_lowercase(),
            None if stem == "DATABASE_URL" => "database_url".into(),
            None => continue,
        };
        let text = std::fs::read_to_string(&path).map_err(|why| format!("{name}: {path}: {why}"))?;
        found.insert(key, text.trim_end_matches(['\r', '\n']).to_owned());
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variable(name: &str, value: &str) -> (String, String) {
        (name.into(), value.into())
    }

    #[test]
    fn a_missing_file_is_told_with_the_variable() {
        let missing = [variable("CONCORDAT_OWNER_URL_FILE", "/nowhere/at/all")];
        assert!(from_files(missing.into_iter()).unwrap_err().starts_with("CONCORDAT_OWNER_URL_FILE: /nowhere/at/all"));
    }

    #[test]
    fn the_file_s_line_is_the_value_and_strangers_are_left_alone() {
        let path = std::env::temp_dir().join(format!("concordat-secret-{}", std::process::id()));
        std::fs::write(&path, "postgres://o:p@h/d\n").unwrap();
        let path = path.to_str().unwrap();
        let all = [variable("CONCORDAT_OWNER_URL_FILE", path), variable("OTHER_FILE", path), variable("HOME", "/")];
        let found = from_files(all.into_iter()).unwrap();
        assert_eq!(found, BTreeMap::from([("owner_url".to_owned(), "postgres://o:p@h/d".to_owned())]));
        std::fs::remove_file(path).unwrap();
    }
}
