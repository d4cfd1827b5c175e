//! Who has learnt what holds, and who may take duty without.

use super::{Campus, DESK, NORTH, code};
use crate::support::world::both;
use concordat_domain::{
    access::Verb,
    agreements::CaseKind,
    boundaries::{Member, Needs, Within},
    cases::{Holder, Outside, What},
};
use concordat_service::{
    agreements::AgreementView,
    boundaries::{self, TrainingView},
    cases,
    kernel::{No, Permitted, Tx},
};

#[test]
fn whoever_is_neither_trained_nor_let_off_takes_no_duty() {
    both(|world| {
        let campus = Campus::new(world);
        let held =
            campus.hold(NORTH, ("wired-north", "wired", "north"), &campus.content("north-net", Vec::new()), &[DESK]);
        let team = campus.terms.team_named("service-desk").unwrap().id;
        let agent = campus.terms.person_at("agent@desk.example").unwrap();
        let member = Member { person: agent.id, company: agent.company };
        let duty = |service: &str| {
            let service = campus.terms.service_named(service).unwrap().id;
            campus.write(DESK, |tx| {
                let view = tx.permit::<AgreementView>(Verb::AgreementView, campus.agreement)?;
                boundaries::check_duty(tx, &view, (member.person, member.company), (team, service))
            })
        };
        assert!(duty("wired").is_ok(), "nothing has to be learnt yet");
        let topics = ["which ports are north's".to_owned()];
        let plan = |who: &str| {
            campus.write(who, |tx| {
                let on = tx.permit(Verb::BoundaryView, (campus.agreement, held.boundary.id))?;
                boundaries::plan(tx, &on, (1, team), (&topics, Some(30)))
            })
        };
        assert_eq!(code(plan(DESK)), "Denied(Forbidden)");
        let planned = plan(NORTH).unwrap();
        assert_eq!(code(plan(NORTH)), "TRAINING_PLANNED");
        assert_eq!((code(duty("wired")), duty("wireless").is_ok()), ("TRAINING_MISSING".to_owned(), true));

        let on = |tx: &mut Tx<'_>| -> concordat_service::kernel::Outcome<Permitted<TrainingView>> {
            boundaries::training(tx, campus.agreement, planned.training.id)
        };
        let day = "2026-03-02".parse().unwrap();
        let done = campus.write(NORTH, |tx| {
            let on = on(tx)?;
            boundaries::complete(tx, on, 1, (member, day), Some("an hour at the rack"))
        });
        assert_eq!(done.unwrap().revision, 2);
        assert!(duty("wired").is_ok());
        world.at("2026-04-01T09:00:00Z");
        assert_eq!(code(duty("wired")), "TRAINING_MISSING", "thirty days are over");
        let until = "2026-04-10".parse().unwrap();
        let waived = |who: &str| {
            campus.write(who, |tx| {
                let on = on(tx)?;
                boundaries::waive(tx, on, 2, (member, until), "the course is next week")
            })
        };
        assert_eq!(code(waived("signatory@north.example")), "Denied(Forbidden)");
        waived("signatory@desk.example").unwrap();
        assert!(duty("wired").is_ok());
    });
}

#[test]
fn a_new_version_opens_the_training_anew() {
    both(|world| {
        let campus = Campus::new(world);
        let content = campus.content("north-net", Vec::new());
        let held = campus.hold(NORTH, ("wired-north", "wired", "north"), &content, &[DESK]);
        let team = campus.terms.team_named("service-desk").unwrap().id;
        campus
            .write(NORTH, |tx| {
                let on = tx.permit(Verb::BoundaryView, (campus.agreement, held.boundary.id))?;
                boundaries::plan(tx, &on, (1, team), (&["ports".to_owned()], None))
            })
            .unwrap();
        let narrower = campus.content("north-net", vec![campus.handed(Within::Concurrent(5), "south-net", "south")]);
        let redrawn = campus.act(NORTH, &held, Verb::BoundaryDraw, |tx, now, revision| {
            boundaries::redraw(tx, now, revision, narrower.clone())
        });
        campus.held(NORTH, &redrawn.unwrap(), &["expert@south.example"]);
        let all = campus.read(DESK, |tx| boundaries::trainings(tx, campus.agreement, Some(held.boundary.id)));
        let mut versions: Vec<u32> = all.iter().map(|it| it.training.version).collect();
        versions.sort_unstable();
        assert_eq!(versions, [1, 2]);
    });
}

#[test]
fn an_untrained_agent_takes_back_no_case_at_the_contact_point() {
    both(|world| {
        let campus = Campus::new(world);
        let held =
            campus.hold(NORTH, ("wired-north", "wired", "north"), &campus.content("north-net", Vec::new()), &[DESK]);
        let holder = |team: &str, company: &str| Holder {
            team: campus.terms.team_named(team).unwrap().id,
            company: campus.terms.company_named(company).unwrap().id,
        };
        let (desk, north) = (holder("service-desk", "desk"), holder("north-net", "north"));
        let opening = What::Opened {
            kind: CaseKind::Incident,
            title: "No light at the port".to_owned(),
            priority: "normal".to_owned(),
            package: None,
            service: campus.terms.service_named("wired").unwrap().id,
            customer: None,
            needs: Needs::default(),
        };
        let opened = campus.write("agent@desk.example", |tx| cases::open(tx, campus.agreement, desk, opening.clone()));
        let id = opened.unwrap().case.id;
        let told = |who: &str, what: What| {
            campus.write(who, |tx| {
                let on = tx.permit::<cases::CaseView>(Verb::CaseView, (campus.agreement, id))?;
                let revision = on.revision;
                cases::handle(tx, on, revision, what.clone())
            })
        };
        let offered = |to: Holder, reason: &str| {
            let outside = Outside { boundary: None, dimensions: Vec::new(), reason: reason.to_owned() };
            What::Offered { to, reason: None, outside: Some(outside) }
        };
        told("agent@desk.example", offered(north, "it is theirs")).unwrap();
        told("engineer@north.example", What::Accepted { by: north }).unwrap();
        campus
            .write(NORTH, |tx| {
                let on = tx.permit(Verb::BoundaryView, (campus.agreement, held.boundary.id))?;
                boundaries::plan(tx, &on, (1, desk.team), (&["ports".to_owned()], None))
            })
            .unwrap();
        told("engineer@north.example", offered(desk, "the customer asks for the desk")).unwrap();
        let refused = told("agent@desk.example", What::Accepted { by: desk }).unwrap_err();
        let No::Refused(refusals) = refused else { panic!("{refused:?}") };
        assert_eq!(refusals.0[0].code, "TRAINING_MISSING");
        assert!(refusals.0[0].message.contains("`wired-north`"), "{refusals}");
        let agent = campus.terms.person_at("agent@desk.example").unwrap();
        let member = Member { person: agent.id, company: agent.company };
        let training = campus.read(DESK, |tx| boundaries::trainings(tx, campus.agreement, None)).remove(0);
        let done = campus.write(NORTH, |tx| {
            let on = boundaries::training(tx, campus.agreement, training.training.id)?;
            boundaries::complete(tx, on, 1, (member, "2026-03-02".parse().unwrap()), None)
        });
        assert_eq!(done.unwrap().revision, 2);
        told("agent@desk.example", What::Accepted { by: desk }).unwrap();
    });
}

#[test]
fn an_untrained_agent_takes_in_no_case() {
    both(|world| {
        let campus = Campus::new(world);
        let held =
            campus.hold(NORTH, ("wired-north", "wired", "north"), &campus.content("north-net", Vec::new()), &[DESK]);
        let (desk, service) =
            (campus.terms.team_named("service-desk").unwrap(), campus.terms.service_named("wired").unwrap());
        let at = Holder { team: desk.id, company: campus.terms.company_named("desk").unwrap().id };
        let open = || {
            campus.write("agent@desk.example", |tx| {
                let opening = What::Opened {
                    kind: CaseKind::Incident,
                    title: "No light at the port".to_owned(),
                    priority: "normal".to_owned(),
                    package: None,
                    service: service.id,
                    customer: None,
                    needs: Needs::default(),
                };
                cases::open(tx, campus.agreement, at, opening)
            })
        };
        assert!(open().is_ok());
        campus
            .write(NORTH, |tx| {
                let on = tx.permit(Verb::BoundaryView, (campus.agreement, held.boundary.id))?;
                boundaries::plan(tx, &on, (1, desk.id), (&["ports".to_owned()], None))
            })
            .unwrap();
        assert_eq!(code(open()), "TRAINING_MISSING");
    });
}
