//! Which room may import which: the picture of `docs/architecture.md` as a function.

use super::{File, paths};

/// The nouns in their order: each may call only those before it.
const NOUNS: &[&str] = &[
    "companies",
    "identity",
    "agreements",
    "services",
    "teams",
    "calendars",
    "boundaries",
    "kpis",
    "cases",
    "deviations",
    "escalations",
    "satisfaction",
    "coordination",
    "events",
];
/// What the domain puts before an agreement, because the signed terms contain it; its verbs come later, as they ask
/// for the terms in force.
const TERMS_CONTAIN: &[&str] = &["boundaries", "calendars", "kpis"];
/// The nouns after those, which do not call each other.
const LATER: &[&str] = &["engagements", "portal", "knowledge", "recognition", "notifications"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Crate {
    Domain,
    Service,
    Server,
}

impl Crate {
    fn named(name: &str) -> Option<Self> {
        match name {
            "concordat_domain" => Some(Self::Domain),
            "concordat_service" => Some(Self::Service),
            "concordat" => Some(Self::Server),
            _ => None,
        }
    }

    /// Packages that would bring in what is another crate's business.
    fn banned(self) -> &'static [&'static str] {
        match self {
            Self::Domain => &[
                "diesel",
                "diesel_migrations",
                "libsqlite3_sys",
                "juniper",
                "actix_web",
                "actix_ws",
                "tokio",
                "lettre",
                "jsonwebtoken",
            ],
            Self::Service => &["juniper", "juniper_graphql_ws", "actix_web", "actix_ws", "tokio", "clap"],
            Self::Server => &["diesel", "diesel_migrations", "libsqlite3_sys"],
        }
    }
}

/// A module of a product crate.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    krate: Crate,
    modules: Vec<String>,
}

impl Place {
    fn of(path: &str) -> Option<Self> {
        let (krate, rest) = [("domain", Crate::Domain), ("service", Crate::Service), ("server", Crate::Server)]
            .into_iter()
            .find_map(|(folder, krate)| Some((krate, path.strip_prefix(&format!("backend/{folder}/src/"))?)))?;
        let mut modules: Vec<String> = rest.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
        if modules.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
            modules.pop();
        }
        Some(Self { krate, modules })
    }

    /// The folder that says whose this is: a noun, `kernel`, `access`; below `graphql` in the server.
    fn room(&self) -> &str {
        let at = usize::from(self.krate == Crate::Server && self.modules.first().is_some_and(|name| name == "graphql"));
        self.modules.get(at).map_or("", String::as_str)
    }

    fn in_graphql(&self) -> bool {
        self.krate == Crate::Server && self.modules.first().is_some_and(|name| name == "graphql")
    }

    /// The place in the order, if this is a noun's.
    fn noun(&self) -> Option<usize> {
        let place = NOUNS.iter().chain(LATER).position(|noun| *noun == self.room())?;
        let agreements = NOUNS.iter().position(|noun| *noun == "agreements")?;
        // doubled, so that there is a place between two neighbours
        Some(if self.krate == Crate::Domain && TERMS_CONTAIN.contains(&self.room()) {
            2 * agreements - 1
        } else {
            2 * place
        })
    }

    fn in_store(&self) -> bool {
        self.krate == Crate::Service && self.noun().is_some() && self.modules.get(1).is_some_and(|name| name == "store")
    }

    /// Where a path of this module leads: another module, or a package by name.
    fn follow(&self, path: &[String]) -> Result<Self, String> {
        let (head, rest) = path.split_first().map_or(("", path), |(head, rest)| (head.as_str(), rest));
        let below = |krate, stem: &[String], rest: &[String]| Self { krate, modules: [stem, rest].concat() };
        match head {
            "crate" => Ok(below(self.krate, &[], rest)),
            "self" => Ok(below(self.krate, &self.modules, rest)),
            "super" => {
                let ups = path.iter().take_while(|word| *word == "super").count();
                let stem = &self.modules[..self.modules.len().saturating_sub(ups)];
                Ok(below(self.krate, stem, &path[ups..]))
            }
            _ => Crate::named(head).map(|krate| below(krate, &[], rest)).ok_or_else(|| path.join("::")),
        }
    }
}

pub(super) fn offences(file: &File) -> Vec<String> {
    let Some(from) = Place::of(&file.path) else { return Vec::new() };
    if is_test(&file.path) {
        return Vec::new();
    }
    let mut found: Vec<String> = paths::named_in(&file.text)
        .iter()
        .filter_map(|path| forbidden(&from, path).map(|why| format!("{}: {}: {why}", file.path, path.join("::"))))
        .chain(unknown_room(&from).map(|why| format!("{}: {why}", file.path)))
        .collect();
    found.dedup();
    found
}

fn is_test(path: &str) -> bool {
    path.ends_with("tests.rs") || path.contains("/tests/")
}

fn unknown_room(at: &Place) -> Option<String> {
    let known: &[&str] = match at.krate {
        Crate::Domain => &["", "kernel", "access"],
        Crate::Service => &["", "kernel", "reactions"],
        // the node interface and the table of contents name every noun
        Crate::Server if at.in_graphql() => &["", "kernel", "node", "permissions", "schema"],
        Crate::Server => return None,
    };
    (at.noun().is_none() && !known.contains(&at.room())).then(|| format!("`{}` is no noun of the list", at.room()))
}

fn forbidden(from: &Place, path: &[String]) -> Option<&'static str> {
    match from.follow(path) {
        Err(package) => forbidden_package(from, &package),
        Ok(to) if to.krate == from.krate => forbidden_inside(from, &to),
        Ok(to) => forbidden_across(from, &to),
    }
}

fn forbidden_package(from: &Place, path: &str) -> Option<&'static str> {
    let package = path.split("::").next().unwrap_or_default();
    let pure = ["std::fs", "std::net", "std::env", "std::process", "std::thread"];
    if from.krate.banned().contains(&package) {
        return Some("another crate's business");
    }
    if from.krate == Crate::Domain && pure.iter().any(|banned| path.starts_with(banned)) {
        return Some("rules are pure");
    }
    let verbs = from.krate == Crate::Service && from.noun().is_some() && !from.in_store();
    (verbs && package == "diesel").then_some("SQL belongs into the store")
}

fn forbidden_inside(from: &Place, to: &Place) -> Option<&'static str> {
    if to.in_store() && to.room() != from.room() {
        return Some("another noun's store");
    }
    if from.in_store() && !to.in_store() && to.room() != "kernel" {
        return Some("a store knows the kernel and the domain");
    }
    match (from.room(), from.noun(), to.noun()) {
        ("kernel" | "access", _, Some(_)) => Some("a kernel knows no noun"),
        ("kernel", _, None) if from.krate == Crate::Domain && to.room() == "access" => Some("the kernel comes first"),
        (_, Some(a), Some(b)) if from.krate != Crate::Server && a != b && (b > a || b >= 2 * NOUNS.len()) => {
            Some("a noun calls only those before it; what goes the other way is an event")
        }
        _ => None,
    }
}

fn forbidden_across(from: &Place, to: &Place) -> Option<&'static str> {
    let rank = |krate| match krate {
        Crate::Domain => 0,
        Crate::Service => 1,
        Crate::Server => 2,
    };
    if rank(to.krate) > rank(from.krate) {
        return Some("the arrow points the other way");
    }
    if to.in_store() {
        return Some("a store is its noun's own");
    }
    (from.room() == "kernel" && to.noun().is_some()).then_some("a kernel knows no noun")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arrow(path: &str, import: &str) -> Option<&'static str> {
        forbidden(&Place::of(path).unwrap(), &import.split("::").map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn the_picture_of_the_architecture() {
        let cases = [
            ("domain/src/kpis/kpi.rs", "crate::kernel::Moment", true),
            ("domain/src/kpis/kpi.rs", "crate::agreements::Terms", false),
            ("domain/src/kpis/kpi.rs", "crate::identity::Person", true),
            ("domain/src/kpis/kpi.rs", "super::Bucket", true),
            ("domain/src/agreements/terms.rs", "crate::kpis::Kpi", true),
            ("domain/src/agreements/terms.rs", "crate::deviations::Deviation", false),
            ("domain/src/agreements/terms.rs", "super::super::deviations::Deviation", false),
            ("domain/src/escalations/mod.rs", "crate::recognition::Thanks", false),
            ("domain/src/kernel/event.rs", "crate::kpis::Kpi", false),
            ("domain/src/kernel/event.rs", "crate::access::Verb", false),
            ("domain/src/kpis/kpi.rs", "diesel::prelude", false),
            ("domain/src/kpis/kpi.rs", "std::fs::read", false),
            ("domain/src/kpis/kpi.rs", "concordat_service::kpis", false),
            ("service/src/kpis/mod.rs", "concordat_domain::deviations::Deviation", true),
            ("service/src/kpis/mod.rs", "self::store", true),
            ("service/src/kpis/mod.rs", "crate::agreements::terms", true),
            ("service/src/agreements/mod.rs", "crate::kpis::record", false),
            ("service/src/kpis/mod.rs", "crate::agreements::store", false),
            ("service/src/kpis/mod.rs", "crate::deviations::raise", false),
            ("service/src/kpis/mod.rs", "diesel::prelude", false),
            ("service/src/kpis/store.rs", "diesel::prelude", true),
            ("service/src/kpis/store.rs", "crate::kernel::db::tables", true),
            ("service/src/kpis/store.rs", "crate::agreements::store", false),
            ("service/src/kpis/store/days.rs", "super::months", true),
            ("service/src/kpis/store.rs", "super::record", false),
            ("service/src/kernel/tx.rs", "concordat_domain::kpis::Kpi", false),
            ("service/src/kpis/mod.rs", "juniper::Executor", false),
            ("service/src/reactions.rs", "crate::coordination::remind", true),
            ("server/src/graphql/kpis.rs", "concordat_service::kpis::record", true),
            ("server/src/graphql/agreements.rs", "super::kpis::Scorecard", true),
            ("server/src/graphql/kpis.rs", "concordat_service::kpis::store", false),
            ("server/src/graphql/kpis.rs", "diesel::prelude", false),
            ("server/src/graphql/kernel/root.rs", "crate::graphql::kpis", false),
        ];
        for (path, import, allowed) in cases {
            let found = arrow(&format!("backend/{path}"), import);
            assert_eq!(found.is_none(), allowed, "{path} -> {import}: {found:?}");
        }
    }

    #[test]
    fn a_room_that_is_no_noun_is_told_with_the_file() {
        let file = File { path: "backend/domain/src/things/mod.rs".to_owned(), text: "//! Things.".to_owned() };
        assert_eq!(offences(&file), ["backend/domain/src/things/mod.rs: `things` is no noun of the list"]);
    }
}
