//! What a plan may speak of, in the sample agreement.

use super::super::fixtures::sample;
use super::*;
use crate::kernel::{CompanyId, KpiId, PersonId, ServiceId};

fn company(terms: &Terms, code: &str) -> CompanyId {
    terms.company_named(code).unwrap().id
}

#[test]
fn a_criterion_asks_for_a_figure_that_its_author_sees() {
    use PeriodKind::{Month, Week};
    let terms = sample();
    let own = [company(&terms, "nordlicht")];
    let two = [company(&terms, "castor"), company(&terms, "berger")];
    let desk = terms.service_named("service-desk").unwrap().id;
    let of = |code| Scope::company(company(&terms, code));
    let (some, joint): (&[CompanyId], _) = (&own, Scope::JOINT);
    for (kpi, scope, every, own, seen) in [
        ("sla-met", of("halden"), Month, some, true),
        ("sla-met", of("halden"), Week, some, true),
        ("sla-met", of("arnau"), Month, some, false),
        ("sla-met", Scope::both(company(&terms, "halden"), desk), Month, some, false),
        ("satisfaction", joint, Month, some, true),
        ("satisfaction", joint, Week, some, false),
        ("satisfaction", of("nordlicht"), Week, some, true),
        ("satisfaction", of("halden"), Month, some, false),
        ("not-reopened", joint, Month, &two, true),
        ("improvements-delivered", joint, Month, some, false),
        ("improvements-delivered", of("nordlicht"), Month, some, true),
        ("visit-costs", of("nordlicht"), Month, some, false),
        ("resolution-hours-p90", of("halden"), Month, some, true),
    ] {
        let kpi = terms.kpi_named(kpi).unwrap();
        let criterion = Criterion { kpi: kpi.id, scope, every, ..super::super::fixtures::criterion(1) };
        let seen_now = criterion.check_figure(&terms, Beholder::Companies(own)).is_ok();
        assert_eq!(seen_now, seen, "{} {scope:?} {every:?}", kpi.code);
    }
    let unknown = Criterion { kpi: KpiId(uuid::Uuid::nil()), ..super::super::fixtures::criterion(1) };
    assert!(unknown.check_figure(&terms, Beholder::Everything).is_err());
    let nowhere = Scope::service(ServiceId(uuid::Uuid::nil()));
    let kpi = terms.kpi_named("sla-met").unwrap().id;
    let unknown = Criterion { kpi, scope: nowhere, ..super::super::fixtures::criterion(1) };
    assert!(unknown.check_figure(&terms, Beholder::Everything).is_err());
}

#[test]
fn a_task_is_asked_of_a_party_and_somebody_who_acts_for_it() {
    let terms = sample();
    let person = |email| terms.person_at(email).map_or(PersonId(uuid::Uuid::nil()), |person| person.id);
    let day = "2026-04-01".parse().unwrap();
    for (code, email, fault) in [
        ("berger", "hans.berger@berger.example", None),
        ("berger", "clara.weiss@castor.example", None),
        ("castor", "hans.berger@berger.example", Some(ACTION_TASK_OWNER)),
        ("castor", "nobody@castor.example", Some(ACTION_TASK_OWNER)),
    ] {
        let asked =
            Request { company: company(&terms, code), owner: person(email), ..super::super::fixtures::request(1) };
        let told = asked.check_asked(&terms, day).err().map(|no| no.0[0].code.clone().into_owned());
        assert_eq!(told.as_deref(), fault.map(|code| code.name), "{code} {email}");
    }
    let early = Request { company: company(&terms, "berger"), ..super::super::fixtures::request(1) };
    let told = early.check_asked(&terms, "2020-01-01".parse().unwrap()).unwrap_err();
    assert_eq!(told.0[0].code, ACTION_TASK_COMPANY.name);
}
