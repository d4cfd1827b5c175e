//! Whether every escalation path leads somewhere for every party: no hole where nobody answers, no circle where it comes
//! back to those who already had the matter.

use super::Resolver;
use super::reading::shortened;
use crate::agreements::file::FileProblems;
use crate::agreements::terms::{EscalationPath, Party, Terms};
use crate::companies::CompanyKind;
use crate::kernel::PersonId;

impl Resolver<'_> {
    /// What is wrong with the paths of otherwise faultless terms, each level held against every party but customers on the first day
    /// on which both the version and the party are in force.
    pub(super) fn check_ladders(&self, terms: &Terms) -> FileProblems {
        let mut problems = FileProblems::default();
        for path in &terms.escalations {
            for party in terms.parties.iter().filter(|party| answers(terms, party)) {
                self.climb(&mut problems, terms, path, party);
            }
        }
        problems
    }

    fn climb(&self, problems: &mut FileProblems, terms: &Terms, path: &EscalationPath, party: &Party) {
        let Some(entry) = self.file.escalations.iter().find(|entry| entry.code.value == path.code) else { return };
        let company = terms.company(party.company).map_or("", |company| &company.code);
        let on = party.joins.max(terms.effective_from);
        let mut had: Vec<PersonId> = Vec::new();
        for (number, (level, written)) in path.levels.iter().zip(&entry.levels).enumerate() {
            let holders = level.holders(terms, party.company, on);
            let message = if holders.is_empty() {
                format!(
                    "on {on} nobody answers for `{company}` at this level: nobody holds the role `{}` for it{}; name \
                     somebody under `holders`",
                    level.role.name(),
                    if level.management.is_some() { " at that level of management" } else { "" }
                )
            } else if number > 0 && holders.iter().all(|person| had.contains(person)) {
                format!(
                    "the matter would come back to those who already had it: everybody who answers for `{company}` at \
                     this level answers for it below; name somebody else under `holders`"
                )
            } else {
                had.extend(holders);
                continue;
            };
            let at = format!("escalations.{}.levels.{}", shortened(&path.code), number + 1);
            problems.note(written.role.place, at, message);
            return;
        }
    }
}

/// Whether matters of the agreement climb to the party: it is no customer, and it has not left.
fn answers(terms: &Terms, party: &Party) -> bool {
    let customer = terms.company(party.company).is_some_and(|company| company.kind == CompanyKind::Customer);
    !customer && !party.has_left(terms.effective_from)
}
