//! The life of a case: opened, answered, resolved, closed, opened again; its priority.

use super::custody::{end, held};
use super::{Applied, Step};
use crate::boundaries::Needs;
use crate::cases::case::{Case, Deed, Held, Level, Told};
use crate::cases::{Feedback, Journey, What, codes};
use crate::kernel::{CaseId, Refusal};

impl Step<'_> {
    pub(super) fn open(&self, id: CaseId) -> Result<Case, Refusal> {
        let What::Opened { kind, title, priority, package, service, customer, needs } = &self.event.what else {
            return Err(codes::CASE_NOT_OPENED.refuse("let `opened` be the case's first event"));
        };
        self.known_level(priority, package.as_deref())?;
        if !self.book.has_service(*service) {
            let message = format!("the agreement has no service {service}; name one of its service tree");
            return Err(codes::CASE_SERVICE.refuse_field("service", message));
        }
        sound(needs)?;
        let at = self.event.at;
        let mut case = Case {
            id,
            kind: *kind,
            title: title.clone(),
            service: *service,
            customer: *customer,
            opened: at,
            levels: vec![Level { from: at, priority: priority.clone(), package: package.clone() }],
            needs: needs.clone(),
            stage: None,
            holder: None,
            offer: None,
            custody: Vec::new(),
            swarms: Vec::new(),
            pauses: Vec::new(),
            responses: Vec::new(),
            responded: None,
            told: Vec::new(),
            resolutions: Vec::new(),
            reopened: Vec::new(),
            closed: None,
            cancelled: None,
            journey: Journey::default(),
            feedback: Feedback::default(),
            disputes: Vec::new(),
            latest: at,
            is_imported: false,
        };
        held(&mut case, at, Held::Nobody);
        Ok(case)
    }

    pub(super) fn respond(&self, case: &mut Case) -> Applied {
        let deed = self.deed(case, None);
        case.responded.get_or_insert(deed);
        case.responses.push(self.event.at);
        Ok(())
    }

    pub(super) fn update(&self, case: &mut Case, stage: Option<&str>, note: Option<&str>, told: bool) -> Applied {
        let at = self.event.at;
        if let Some(code) = stage {
            let phase = case.phase(at);
            let found = self.book.stage(code).ok_or_else(|| {
                codes::CASE_STAGE
                    .refuse_field("stage", format!("the agreement has no stage {code:?}; name one of its stages"))
            })?;
            if found.phase != phase {
                let message = format!(
                    "stage {code} is for cases that are {}, and this one is {}",
                    found.phase.name(),
                    phase.name()
                );
                return Err(codes::CASE_STAGE.refuse_field("stage", format!("{message}; name a stage of its phase")));
            }
            case.stage = Some(code.to_owned());
        }
        if told {
            case.told.push(Told { at, note: note.map(str::to_owned), person: self.event.person });
        }
        Ok(())
    }

    pub(super) fn resolve(&self, case: &mut Case, note: Option<&str>) -> Applied {
        self.working(case)?;
        let deed = self.deed(case, note);
        end(case, self.event.at);
        case.resolutions.push(deed);
        Ok(())
    }

    pub(super) fn cancel(&self, case: &mut Case) -> Applied {
        self.working(case)?;
        end(case, self.event.at);
        case.cancelled = Some(self.event.at);
        Ok(())
    }

    pub(super) fn close(&self, case: &mut Case) -> Applied {
        if case.closed.is_some() {
            return Err(codes::CASE_CLOSED.refuse("the case is closed already; leave out the second closing"));
        }
        self.done(case)?;
        case.closed = Some(self.event.at);
        Ok(())
    }

    pub(super) fn reopen(&self, case: &mut Case) -> Applied {
        self.done(case)?;
        case.closed = None;
        case.reopened.push(self.event.at);
        held(case, self.event.at, case.holder.map_or(Held::Nobody, Held::By));
        Ok(())
    }

    pub(super) fn reprioritise(&self, case: &mut Case, priority: &str, package: Option<&str>) -> Applied {
        self.working(case)?;
        self.known_level(priority, package)?;
        let package = package.or(case.package()).map(str::to_owned);
        case.levels.push(Level { from: self.event.at, priority: priority.to_owned(), package });
        Ok(())
    }

    pub(super) fn specify(&self, case: &mut Case, needs: &Needs) -> Applied {
        self.working(case)?;
        sound(needs)?;
        case.needs = needs.clone();
        Ok(())
    }

    /// What can only follow a resolution.
    pub(super) fn done(&self, case: &Case) -> Applied {
        if case.is_resolved() {
            return Ok(());
        }
        let message =
            format!("the case is not resolved, so `{}` means nothing yet; resolve it first", self.event.what.name());
        Err(codes::CASE_NOT_RESOLVED.refuse(message))
    }

    fn known_level(&self, priority: &str, package: Option<&str>) -> Applied {
        let handling = self.book.handling();
        if !handling.priorities.iter().any(|known| known.code == priority) {
            let message = format!("the agreement has no priority {priority:?}; name one of its priorities");
            return Err(codes::CASE_PRIORITY.refuse_field("priority", message));
        }
        match package.filter(|code| !handling.packages.iter().any(|known| known.code == *code)) {
            None => Ok(()),
            Some(code) => {
                let message =
                    format!("the agreement has no service package {code:?}; name one of its packages, or none");
                Err(codes::CASE_PACKAGE.refuse_field("package", message))
            }
        }
    }

    fn deed(&self, case: &Case, note: Option<&str>) -> Deed {
        let company = case.holder.map(|holder| holder.company).or(self.event.company);
        Deed { at: self.event.at, company, note: note.map(str::to_owned) }
    }
}

fn sound(needs: &Needs) -> Applied {
    needs.flaw().map_or(Ok(()), |flaw| Err(codes::CASE_NEEDS.refuse_field("needs", flaw)))
}
