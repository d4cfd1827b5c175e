//! The sample agreement, in force: applied, put before its parties and signed by each of them.

use std::{fs, path::Path};

use super::{
    client::{Client, quoted, text},
    product::Product,
};
use crate::commands::root;

/// The code of the sample agreement.
pub(super) const CODE: &str = "arnau-workplace";
const STEWARD: &str = "irene.vogt@meridian.example";
/// Who signs it, and for which company.
const SIGNATORIES: [(&str, &str); 5] = [
    ("paul.amsel@meridian.example", "meridian"),
    ("tove.lind@nordlicht.example", "nordlicht"),
    ("clara.weiss@castor.example", "castor"),
    ("oskar.dahl@halden.example", "halden"),
    ("greta.moser@arnau.example", "arnau"),
];
/// One clock in place of the sample's: nothing falls due while a script runs, and every case has a deadline of its own.
const FAR_OFF: &str = "    - {code: resolution, measure: resolution, calendar: every-hour, target: P3650D}\n";

/// The text of the sample agreement.
pub(super) fn sample() -> Result<String, String> {
    let file = root().join("demo/agreement.yaml");
    fs::read_to_string(&file).map_err(|why| format!("{}: {why}", file.display()))
}

/// The same with one clock that runs for years.
pub(super) fn far_off(sample: &str) -> Result<String, String> {
    let (before, rest) = sample.split_once("  clocks:\n").ok_or("the sample agreement has no clocks")?;
    let end = rest.find("\n  dispute_window:").ok_or("the sample agreement's clocks have no end")?;
    Ok(format!("{before}  clocks:\n{FAR_OFF}{}", &rest[end + 1..]))
}

/// Applies the file and brings it into force, on a database that has nothing yet.
pub(super) fn in_force(product: &Product<'_>, file: &Path) -> Result<(), String> {
    product.told(&["migrate"])?;
    product.told(&["apply", &file.to_string_lossy()])?;
    let server = product.serve()?;
    let mut steward = of(product, &server.address, STEWARD)?;
    let seen = steward.ask(&format!("{{ agreement(code: {}) {{ id }} }}", quoted(CODE)))?;
    let id = quoted(text(&seen, "id").ok_or_else(|| format!("no agreement in {seen}"))?);
    steward
        .ask(&format!("mutation {{ proposeAgreement(input: {{ agreement: {id} }}) {{ refusals {{ message }} }} }}"))?;
    let query = "{ agreement(code: \"arnau-workplace\") { versions { digest } parties { company { code id } } } }";
    let seen = steward.ask(query)?;
    let digest = quoted(text(&seen, "digest").ok_or_else(|| format!("no version in {seen}"))?);
    for (email, company) in SIGNATORIES {
        let (_, rest) = seen.split_once(&format!("\"code\":\"{company}\"")).ok_or("a company is no party")?;
        let company = quoted(text(rest, "id").unwrap_or_default());
        let input = format!("{{ agreement: {id}, company: {company}, digest: {digest} }}");
        let sign = format!("mutation {{ signAgreement(input: {input}) {{ refusals {{ message }} }} }}");
        of(product, &server.address, email)?.ask(&sign)?;
    }
    Ok(())
}

/// A client of a person who acts and reads.
pub(super) fn of(product: &Product<'_>, address: &str, email: &str) -> Result<Client, String> {
    let made = product.told(&["token", "create", email, "--name", "bench", "--scope", "act", "--scope", "read"])?;
    Client::signed_in(address, text(&made, "token").ok_or_else(|| format!("no token in {made}"))?)
}

#[cfg(test)]
mod tests {
    use super::{CODE, FAR_OFF, SIGNATORIES, STEWARD, far_off, sample};

    #[test]
    fn the_sample_has_what_the_scripts_name() {
        let sample = sample().unwrap();
        assert!(sample.contains(&format!("  code: {CODE}\n")) && sample.contains(STEWARD));
        for (email, company) in SIGNATORIES {
            assert!(sample.contains(email) && sample.contains(&format!("  - {{company: {company}}}")), "{email}");
        }
    }

    #[test]
    fn only_the_clocks_are_other_ones() {
        let (sample, far) = (sample().unwrap(), far_off(&sample().unwrap()).unwrap());
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        let other: Vec<String> = lines(&far).into_iter().filter(|line| !lines(&sample).contains(line)).collect();
        assert_eq!(other, [FAR_OFF.trim_end()]);
        assert!(sample.contains("code: network-critical") && !far.contains("code: network-critical"));
        assert!(far.contains("\n  dispute_window: P10D\n"));
        assert!(far_off("agreement: {}\n").is_err());
    }
}
