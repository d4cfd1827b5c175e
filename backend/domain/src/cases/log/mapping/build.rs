//! From the mapping file to a mapping that reads: what contradicts itself is told with its place.

use super::field::{Field, Pattern, Source};
use super::file::{ColumnsEntry, FactEntry, FieldEntry, MappingFile, Meaning, StatusEntry};
use super::times::Times;
use super::{Columns, Fact, Mapper, Measure, Rule};
use crate::agreements::file::{At, Place};
use crate::agreements::{FileProblem, FileProblems};
use crate::kernel::Zone;

/// Builds a mapping; notes on the way what is wrong.
pub(super) struct Builder {
    wanted: Vec<String>,
    problems: FileProblems,
}

impl Builder {
    pub(super) fn build(file: &MappingFile, problems: FileProblems) -> Result<Mapper, FileProblems> {
        let mut builder = Self { wanted: Vec::new(), problems };
        let times = builder.times(file);
        if file.source.value.is_empty() || file.source.value.len() > 200 {
            builder.note(file.source.place, "source", "name the system with 1 to 200 characters");
        }
        let columns = builder.columns(&file.columns);
        let rules: Vec<Rule> = file.statuses.iter().map(|entry| builder.rule(entry)).collect();
        let status = status(&rules);
        let told = builder.wanted.len();
        let facts = file.facts.iter().filter_map(|entry| builder.fact(entry)).collect();
        let Self { wanted, problems } = builder;
        problems.verdict()?;
        let missing = file.missing.iter().map(|text| text.value.trim().to_owned()).collect();
        Ok(Mapper { source: file.source.value.clone(), times, missing, wanted, told, columns, rules, status, facts })
    }

    fn note(&mut self, place: Place, path: &str, message: &str) {
        let Place { line, column } = place;
        self.problems.0.push(FileProblem { line, column, path: path.to_owned(), message: message.to_owned() });
    }

    fn times(&mut self, file: &MappingFile) -> Times {
        let Some(entry) = &file.time else { return Times::Rfc3339 };
        let zone = entry.zone.as_ref().map_or(Ok(Zone::UTC), |zone| Zone::parse(&zone.value));
        let zone = zone.unwrap_or_else(|error| {
            self.note(entry.zone.as_ref().map_or(entry.format.place, |it| it.place), "time.zone", &error.to_string());
            Zone::UTC
        });
        Times::of(&entry.format.value, zone).unwrap_or_else(|| {
            let message = "this is no form of a whole time; write `rfc3339`, or parts such as `%d/%m/%Y %H:%M`";
            self.note(entry.format.place, "time.format", message);
            Times::Rfc3339
        })
    }

    /// The place of a column among those that are wanted.
    fn column(&mut self, name: &str) -> usize {
        self.wanted.iter().position(|known| known == name).unwrap_or_else(|| {
            self.wanted.push(name.to_owned());
            self.wanted.len() - 1
        })
    }

    fn named(&mut self, name: Option<&At<String>>) -> Option<usize> {
        name.map(|name| self.column(&name.value))
    }

    fn columns(&mut self, entry: &ColumnsEntry) -> Columns {
        Columns {
            case: self.column(&entry.case.value),
            at: self.column(&entry.at.value),
            order: self.named(entry.order.as_ref()),
            key: entry.key.iter().map(|name| self.column(&name.value)).collect(),
            opened_at: self.named(entry.opened_at.as_ref()),
            team: self.field("team", &entry.team, entry.case.place),
            company: self.optional("company", entry.company.as_ref(), entry.case.place),
            person: self.optional("person", entry.person.as_ref(), entry.case.place),
            priority: self.field("priority", &entry.priority, entry.case.place),
            service: self.field("service", &entry.service, entry.case.place),
            customer: self.optional("customer", entry.customer.as_ref(), entry.case.place),
            kind: self.optional("kind", entry.kind.as_ref(), entry.case.place),
            title: self.optional("title", entry.title.as_ref(), entry.case.place),
            region: self.optional("region", entry.region.as_ref(), entry.case.place),
            language: self.optional("language", entry.language.as_ref(), entry.case.place),
            product: self.optional("product", entry.product.as_ref(), entry.case.place),
            skills: self.optional("skills", entry.skills.as_ref(), entry.case.place),
            rating: self.optional("rating", entry.rating.as_ref(), entry.case.place),
        }
    }

    fn optional(&mut self, name: &'static str, entry: Option<&FieldEntry>, place: Place) -> Option<Field> {
        entry.map(|entry| self.field(name, entry, place))
    }

    fn field(&mut self, name: &'static str, entry: &FieldEntry, place: Place) -> Field {
        let place = entry.column.as_ref().or(entry.constant.as_ref()).map_or(place, |it| it.place);
        let source = match (&entry.column, &entry.constant) {
            (Some(column), None) => Source::Column(self.column(&column.value), column.value.clone()),
            (None, Some(constant)) => Source::Constant(constant.value.clone()),
            _ => {
                self.note(place, name, "name either a column or a constant");
                Source::Constant(String::new())
            }
        };
        let slug = entry.slug.as_ref().is_some_and(|slug| slug.value);
        if slug && entry.otherwise.is_some() {
            self.note(place, name, "`slug` and `otherwise` both say what a text means that the table lacks; keep one");
        }
        Field {
            name,
            source,
            table: entry.table.clone().into_iter().collect(),
            slug,
            otherwise: entry.otherwise.as_ref().map(|it| it.value.clone()),
            empty: entry.empty.as_ref().map(|it| it.value.clone()),
        }
    }

    fn rule(&mut self, entry: &StatusEntry) -> Rule {
        let place = entry.means.place;
        let paused = entry.means.value == Meaning::Paused;
        if paused != entry.reason.is_some() {
            self.note(place, "statuses.reason", "a paused status has a reason, and no other has");
        }
        if entry.when.is_empty() {
            self.note(place, "statuses.when", "name at least one column and its text");
        }
        Rule {
            when: entry.when.iter().map(|(name, text)| (self.column(name), Pattern::of(&text.value))).collect(),
            means: entry.means.value,
            reason: self.optional("reason", entry.reason.as_ref(), place),
            responds: entry.responds.as_ref().is_some_and(|it| it.value),
        }
    }

    fn fact(&mut self, entry: &FactEntry) -> Option<Fact> {
        let place = entry.kpi.place;
        let measure = match (&entry.good, &entry.value, &entry.hours) {
            (Some(good), None, None) => Measure::Good(self.column(&good.column.value), Pattern::of(&good.is.value)),
            (None, Some(value), None) => Measure::Value(self.column(&value.value)),
            (None, None, Some(hours)) => Measure::Hours(self.column(&hours.from.value), self.column(&hours.to.value)),
            _ => {
                self.note(place, "facts", "say with one of `good`, `value` and `hours` what is measured");
                return None;
            }
        };
        Some(Fact {
            kpi: entry.kpi.value.clone(),
            at: self.column(&entry.at.value),
            company: self.optional("company", entry.company.as_ref(), place),
            service: self.optional("service", entry.service.as_ref(), place),
            measure,
        })
    }
}

/// The columns of which every rule speaks; of all rules, where there is none.
fn status(rules: &[Rule]) -> Vec<usize> {
    let mut columns: Vec<usize> = rules.iter().flat_map(|rule| &rule.when).map(|(column, _)| *column).collect();
    columns.sort_unstable();
    columns.dedup();
    let every = |column: &usize| rules.iter().all(|rule| rule.when.iter().any(|(other, _)| other == column));
    let common: Vec<usize> = columns.iter().copied().filter(every).collect();
    if common.is_empty() { columns } else { common }
}
