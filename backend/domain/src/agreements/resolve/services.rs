//! The tree of services.

use super::Resolver;
use super::reading::shortened;
use crate::agreements::file::{At, ServiceEntry};
use crate::agreements::terms::Service;
use crate::kernel::ServiceId;
use std::collections::BTreeMap;

/// The deepest tree of services.
const DEEPEST: usize = 8;

impl<'a> Resolver<'a> {
    pub(super) fn resolve_services(&mut self) -> Vec<Service> {
        let mut services = Vec::new();
        let file = self.file;
        self.services_of(&file.services, &mut Vec::new(), None, &mut services);
        services.sort_by(|a, b| a.code.cmp(&b.code));
        services
    }

    fn services_of(
        &mut self,
        entries: &'a [ServiceEntry],
        above: &mut Vec<&'a str>,
        parent: Option<ServiceId>,
        services: &mut Vec<Service>,
    ) {
        for entry in entries {
            let path = format!("services.{}", shortened(&entry.code.value));
            let code = self.code(&path, &entry.code);
            let name = self.text(&format!("{path}.name"), &entry.name);
            if let Some(first) = above.iter().position(|other| *other == entry.code.value) {
                let circle = above[first..].iter().copied().chain([entry.code.value.as_str()]).collect::<Vec<_>>();
                let message = format!("a service cannot be part of itself: {}; take one out", circle.join(" > "));
                self.problems.note(entry.code.place, path, message);
                continue;
            }
            let id = match self.known.previous.and_then(|terms| terms.service_named(&code)) {
                Some(service) => service.id,
                None => ServiceId((self.ids)()),
            };
            let mut seen = std::mem::take(&mut self.services);
            let new = self.new_name(&path, "service", &entry.code, &mut seen, id);
            self.services = seen;
            if above.len() >= DEEPEST {
                let message = format!("the tree of services is deeper than {DEEPEST} levels; flatten it");
                self.problems.note(entry.code.place, path, message);
                continue;
            }
            if new {
                services.push(Service { id, code, name, parent });
            }
            above.push(&entry.code.value);
            self.services_of(&entry.children, above, Some(id), services);
            above.pop();
        }
    }

    /// The services of that list, each once.
    pub(super) fn service_list(&mut self, path: &str, codes: &[At<String>]) -> Vec<ServiceId> {
        let mut seen = BTreeMap::new();
        let mut services = Vec::new();
        for code in codes {
            let service = self.service(path, code);
            if self.new_name(path, "service", code, &mut seen, ()) {
                services.extend(service);
            }
        }
        services.sort_unstable();
        services
    }

    /// A service that the file declares.
    pub(super) fn service(&mut self, path: &str, code: &At<String>) -> Option<ServiceId> {
        if let Some(id) = self.services.get(code.value.as_str()) {
            return Some(*id);
        }
        let known: Vec<&str> = self.services.keys().copied().collect();
        self.dangling(path, code, "service", "services", &known);
        None
    }
}
