//! Commitments: what is promised, by whom, and what measures it.

use super::Resolver;
use super::reading::shortened;
use crate::agreements::terms::{Commitment, CommittedBy, Party};
use crate::kernel::CommitmentId;
use std::collections::BTreeMap;

impl Resolver<'_> {
    pub(super) fn resolve_commitments(&mut self, parties: &[Party]) -> Vec<Commitment> {
        let mut seen = BTreeMap::new();
        let mut commitments = Vec::new();
        for entry in &self.file.commitments {
            let path = format!("commitments.{}", shortened(&entry.code.value));
            let code = self.code(&path, &entry.code);
            let text = self.long_text(&format!("{path}.text"), &entry.text);
            let by = match &entry.company {
                None => Some(CommittedBy::Joint),
                Some(company) => self.company(&format!("{path}.company"), company).map(CommittedBy::Individual),
            };
            if let (Some(CommittedBy::Individual(id)), Some(company)) = (by, &entry.company)
                && !parties.iter().any(|party| party.company == id)
            {
                let message = "this company is no party of the agreement, so it cannot promise anything in it; add \
                                   it under `parties` or name another";
                self.problems.note(company.place, format!("{path}.company"), message);
            }
            let mut kpis: Vec<_> =
                entry.kpis.iter().filter_map(|code| self.kpi(&format!("{path}.kpis"), code)).collect();
            kpis.sort_unstable();
            kpis.dedup();
            let id = match self.known.previous.and_then(|terms| terms.commitments.iter().find(|it| it.code == code)) {
                Some(known) => known.id,
                None => CommitmentId((self.ids)()),
            };
            let new = self.new_name(&path, "commitment", &entry.code, &mut seen, ());
            if let (true, Some(by)) = (new, by) {
                commitments.push(Commitment { id, code, by, topic: entry.topic.value, text, kpis });
            }
        }
        commitments.sort_by(|a, b| a.code.cmp(&b.code));
        commitments
    }
}
