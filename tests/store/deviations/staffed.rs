//! Whether teams are staffed as pledged flows into KPIs: recorded with the assessment, once, and corrected by versions.

use crate::support::{
    agreement::{FILE, SIGNATORIES},
    deviations::PAUL,
    world::{World, both},
};
use concordat_domain::{
    access::Verb,
    kernel::{AgreementId, Period},
    kpis::{KpiKind, Scope},
};
use concordat_service::{
    agreements,
    deviations::{self, Assessed},
    kernel::Tx,
    kpis,
};

const STAFFED: &str = "
  - code: staffed
    name: People named of those pledged
    kind: ratio
    unit: share
    direction: higher
    joint: pooled
    disclosure: open
    source: teams
    measure: staffing_fulfilled
    targets:
      - {value: 0.9}
";

fn with_staffing(edit: (&str, &str)) -> String {
    let file = FILE.replacen("\ngroups:\n", &format!("{STAFFED}\ngroups:\n"), 1).replacen(edit.0, edit.1, 1);
    assert!(file.contains("staffing_fulfilled"));
    file
}

fn sign_all(world: &World, id: AgreementId) {
    world.propose(id);
    for (email, company) in SIGNATORIES {
        world.sign(id, email, company).unwrap();
    }
}

fn assess(world: &World, id: AgreementId) -> Assessed {
    let assess = |tx: &mut Tx<'_>| {
        let on = tx.permit(Verb::PeriodAssess, id)?;
        deviations::assess(tx, &on, Period::parse("2026-03").unwrap())
    };
    world.database.write(&world.person(PAUL), id, assess).unwrap()
}

/// Good and total of nordlicht in March, and how many facts there are in all.
fn figures(world: &World, id: AgreementId) -> (String, i64) {
    let read = |tx: &mut Tx<'_>| {
        let terms = agreements::terms(tx, id)?;
        let (kpi, company) = (terms.kpi_named("staffed").unwrap(), terms.company_named("nordlicht").unwrap().id);
        let months = [Period::parse("2026-03").unwrap()];
        let rows = kpis::rows(tx, id, &terms, std::slice::from_ref(kpi), &months)?;
        let own = &rows.iter().find(|row| row.company == company).expect("a row").bucket;
        let good = own.numerator(KpiKind::Ratio).unwrap();
        let facts = rows.iter().map(|row| row.bucket.denominator(KpiKind::Count).millionths()).sum::<i64>();
        Ok((format!("{good} of {}", own.denominator(KpiKind::Ratio)), facts / 1_000_000))
    };
    world.database.read(&world.console(), read).unwrap()
}

#[test]
fn a_team_that_lacks_people_raises_a_deviation_of_the_company() {
    both(|world| {
        let id = world.apply(&with_staffing(("", "")));
        sign_all(world, id);
        world.at("2026-03-04T08:00:00Z");
        let first = assess(world, id);
        let (own, facts) = figures(world, id);
        // six pledges, four days of March that have come; nordlicht pledged two and named one
        assert_eq!((own.as_str(), facts), ("4 of 8", 24));
        let terms = world.database.read(&world.console(), |tx| agreements::terms(tx, id)).unwrap();
        let kpi = terms.kpi_named("staffed").unwrap().id;
        let raised = |assessed: &Assessed| {
            let of_kpi = assessed.deviations.iter().filter(|view| view.deviation.kpi == kpi);
            let company = |scope: Scope| scope.company.map_or("all", |id| &terms.company(id).unwrap().code);
            let mut shown: Vec<_> =
                of_kpi.map(|view| format!("{} {:?}", company(view.deviation.scope), view.deviation.kind)).collect();
            shown.sort();
            shown
        };
        assert_eq!(raised(&first), [""; 0]);
        world.at("2026-04-02T08:00:00Z");
        let ended = assess(world, id);
        assert_eq!(figures(world, id), ("31 of 62".to_owned(), 31 * 6));
        assert_eq!(raised(&ended), ["all Missed", "berger Missed", "meridian Missed", "nordlicht Missed"]);
        assess(world, id);
        assert_eq!(figures(world, id), ("31 of 62".to_owned(), 31 * 6), "the same again is nothing new");
        let told = || world.events(id).iter().filter(|kind| *kind == "teams.measured").count();
        assert_eq!(told(), 2);
        let amended =
            with_staffing(("companies: [{company: nordlicht, staff: 2}", "companies: [{company: nordlicht, staff: 1}"));
        let begins = amended.replacen("effective_from: 2025-01-01", "effective_from: 2026-03-22", 1);
        assert_ne!(amended, begins);
        assert_eq!(world.apply(&begins), id);
        sign_all(world, id);
        assess(world, id);
        assert_eq!(figures(world, id), ("31 of 52".to_owned(), 31 * 6), "ten days are corrected");
        assert_eq!(told(), 3);
    });
}
