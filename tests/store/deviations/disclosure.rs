//! A deviation tells no party what the agreement conceals from it: not in a list, not in a count, not by its id, not
//! through the log, not through a plan.

use crate::support::{
    deviations::{CLARA, FELIX, Group, IRENE, OSKAR, PAUL, TOVE},
    world::both,
};
use concordat_domain::{access::Verb, deviations::ReviewVerdict, kernel::DeviationId};
use concordat_service::{
    deviations::{self, DeviationFilter, DeviationView},
    kernel::{Denial, No, Tx},
};

const FACTS: [(&str, &str, i32); 8] = [
    ("not-reopened", "nordlicht", 50),
    ("not-reopened", "castor", 99),
    ("not-reopened", "halden", 99),
    ("not-reopened", "berger", 99),
    ("improvements-delivered", "castor", 10),
    ("sla-met", "nordlicht", 50),
    ("sla-met", "castor", 99),
    ("sla-met", "meridian", 99),
];

fn seen(group: &Group<'_>, who: &str, id: DeviationId) -> bool {
    let read = |tx: &mut Tx<'_>| deviations::deviation(tx, group.agreement, id).map(|_| ());
    match group.world.database.read(&group.world.person(who), read) {
        Ok(()) => true,
        Err(No::Denied(Denial::NotFound)) => false,
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn a_company_sees_its_own_the_others_see_what_is_disclosed() {
    both(|world| {
        let group = Group::new(world);
        group.assess_as(&world.console(), "2026-03", &FACTS).unwrap();
        for (kpi, company, seers) in [
            ("sla-met", Some("nordlicht"), [IRENE, PAUL, TOVE, CLARA, OSKAR, FELIX].as_slice()),
            ("not-reopened", Some("nordlicht"), &[IRENE, TOVE, FELIX]),
            ("not-reopened", None, &[IRENE, PAUL, TOVE, CLARA, OSKAR, FELIX]),
            ("improvements-delivered", Some("castor"), &[IRENE, CLARA, FELIX]),
            ("improvements-delivered", None, &[IRENE, FELIX]),
        ] {
            let of = (kpi, company, "2026-03");
            let known = group.deviation(IRENE, of).unwrap();
            for who in [IRENE, PAUL, TOVE, CLARA, OSKAR, FELIX] {
                let expected = seers.contains(&who);
                assert_eq!(group.deviation(who, of).is_some(), expected, "{who} lists {of:?}");
                assert_eq!(seen(&group, who, known.deviation.id), expected, "{who} loads {of:?}");
                let read = |tx: &mut Tx<'_>| deviations::concealed(tx, group.agreement, &[known.deviation.id.0]);
                let hidden = world.database.read(&world.person(who), read).unwrap();
                assert_eq!(hidden.is_empty(), expected, "{who} reads of {of:?} in the log");
            }
        }
    });
}

#[test]
fn a_count_counts_what_is_seen() {
    both(|world| {
        let group = Group::new(world);
        group.assess_as(&world.console(), "2026-03", &FACTS).unwrap();
        for who in [IRENE, PAUL, TOVE, CLARA, OSKAR, FELIX] {
            let (all, counted) = world
                .database
                .read(&world.person(who), |tx| {
                    let filter = DeviationFilter::default();
                    let mut all = Vec::new();
                    loop {
                        let after = all.last().copied();
                        let page = deviations::list(tx, group.agreement, &filter, after, 7)?;
                        all.extend(page.iter().take(7).map(|view| view.deviation.id));
                        if page.len() <= 7 {
                            break;
                        }
                    }
                    Ok((all, deviations::count(tx, group.agreement, &filter)?))
                })
                .unwrap();
            assert_eq!(all.len(), usize::try_from(counted).unwrap(), "{who}");
            assert!(all.windows(2).all(|pair| pair[0] > pair[1]), "pages neither repeat nor skip");
        }
    });
}

#[test]
fn whoever_has_a_task_sees_the_plan_and_not_the_figure_behind_it() {
    both(|world| {
        let group = Group::new(world);
        group.assess_as(&world.console(), "2026-03", &FACTS).unwrap();
        let own = group.deviation(CLARA, ("improvements-delivered", Some("castor"), "2026-03")).unwrap();
        let accepted = group.review(CLARA, &own, ReviewVerdict::Accept).unwrap();
        let mut plan = group.plan();
        plan.tasks.retain(|task| task.company == group.company("nordlicht"));
        let planned = group
            .on_deviation(CLARA, Verb::ActionPlan, &accepted, |tx, on, revision| {
                deviations::plan(tx, on, revision, &plan)
            })
            .unwrap();
        let sees = |who: &str| {
            let actor = world.person(who);
            let listed = world.database.read(&actor, |tx| {
                deviations::actions(tx, group.agreement, &deviations::ActionFilter::default(), None, 10)
            });
            let counted = world.database.read(&actor, |tx| {
                deviations::count_actions(tx, group.agreement, &deviations::ActionFilter::default())
            });
            let loaded = world
                .database
                .read(&actor, |tx| deviations::action(tx, group.agreement, planned.action.id).map(|_| ()));
            let seen = loaded.is_ok();
            assert_eq!((listed.unwrap().len(), counted.unwrap()), (usize::from(seen), i64::from(seen)), "{who}");
            seen
        };
        assert_eq!([CLARA, TOVE, IRENE, OSKAR, PAUL].map(sees), [true, true, true, false, false]);
        assert!(!seen(&group, TOVE, own.deviation.id));
    });
}

#[test]
fn a_stranger_may_not_even_ask() {
    both(|world| {
        let group = Group::new(world);
        group.assess("2026-03", 80);
        let slip: DeviationView = group.slip();
        let stranger = std::sync::Arc::new(concordat_domain::access::Actor::anonymous());
        let list = world.database.read(&stranger, |tx| {
            deviations::list(tx, group.agreement, &DeviationFilter::default(), None, 1).map(|_| ())
        });
        let load = world
            .database
            .read(&stranger, |tx| deviations::deviation(tx, group.agreement, slip.deviation.id).map(|_| ()));
        for outcome in [list, load] {
            assert!(matches!(outcome, Err(No::Denied(Denial::NotFound))));
        }
    });
}
