//! An agreement from its file to active, amended, and exported again, on both databases.

use crate::support::{
    agreement::{FILE, SIGNATORIES, STEWARD},
    world::{World, both},
};
use concordat_domain::{
    access::{Role, Verb},
    agreements::Applied,
    kernel::AgreementId,
};
use concordat_service::{
    agreements, boundaries,
    kernel::{Denial, No},
};

fn state(world: &World, id: AgreementId) -> Vec<&'static str> {
    let view = world.database.read(&world.console(), |tx| agreements::agreement(tx, id)).unwrap();
    view.agreement.versions.iter().map(|version| version.state.name()).collect()
}

#[test]
fn it_becomes_active_with_the_last_signature() {
    both(|world| {
        let id = world.apply(FILE);
        world.propose(id);
        for (email, company) in SIGNATORIES {
            assert_eq!(state(world, id), ["proposed"]);
            world.sign(id, email, company).unwrap();
        }
        assert_eq!(state(world, id), ["active"]);
        let analyst = world.person("jonas.fjell@nordlicht.example");
        assert_eq!(analyst.grants.iter().map(|grant| grant.role).collect::<Vec<_>>(), [Role::Analyst]);
    });
}

#[test]
fn before_it_is_active_the_parties_read_and_sign_and_no_more() {
    both(|world| {
        let id = world.apply(FILE);
        let analyst = world.person("jonas.fjell@nordlicht.example");
        assert_eq!((analyst.grants.len(), analyst.prospects.len()), (0, 1));
        let signed = world.sign(id, "tove.lind@nordlicht.example", "nordlicht");
        assert!(matches!(signed, Err(No::Refused(why)) if why.0[0].code == "AGREEMENT_STATE"));
    });
}

#[test]
fn nobody_signs_for_another_company_or_twice() {
    both(|world| {
        let id = world.apply(FILE);
        world.propose(id);
        let other = world.sign(id, "tove.lind@nordlicht.example", "castor");
        assert!(matches!(other, Err(No::Denied(Denial::Forbidden))));
        world.sign(id, "tove.lind@nordlicht.example", "nordlicht").unwrap();
        let again = world.sign(id, "tove.lind@nordlicht.example", "nordlicht");
        assert!(matches!(again, Err(No::Refused(why)) if why.0[0].code == "SIGNATURE_REPEATED"));
    });
}

#[test]
fn applying_the_same_file_again_changes_nothing_and_an_export_applies_again() {
    both(|world| {
        let id = world.sample();
        let apply = |file: &str| {
            let done = agreements::apply_file(&world.database, &world.console(), file.as_bytes()).unwrap();
            assert_eq!(done.agreement, id);
            done.applied
        };
        assert_eq!(apply(FILE), Applied::Unchanged);
        let exported = world.database.read(&world.console(), |tx| boundaries::agreement_file(tx, id, None)).unwrap();
        assert_eq!(apply(&exported), Applied::Unchanged);
    });
}

#[test]
fn an_amendment_needs_every_signature_again_and_the_old_version_holds_meanwhile() {
    both(|world| {
        let id = world.sample();
        let amended = FILE.replace("value: 0.88, warning: 0.90", "value: 0.89, warning: 0.91");
        assert_ne!(amended, FILE);
        world.apply(&amended);
        world.propose(id);
        let digest =
            |world: &World| world.database.read(&world.console(), |tx| agreements::terms(tx, id)).unwrap().digest();
        let before = digest(world);
        for (email, company) in SIGNATORIES {
            assert_eq!(digest(world), before);
            world.sign(id, email, company).unwrap();
        }
        assert_ne!(digest(world), before);
        assert_eq!(state(world, id), ["superseded", "active"]);
    });
}

#[test]
fn an_amendment_cannot_bring_its_own_signatory_for_a_company_that_is_bound() {
    both(|world| {
        let id = world.sample();
        let theirs = "grants: [{role: analyst}, {role: analyst, company: berger}]";
        let forged = FILE.replace(theirs, "grants: [{role: analyst}, {role: signatory, company: halden}]");
        assert_ne!(forged, FILE);
        world.apply(&forged);
        world.propose(id);
        let signed = world.sign(id, "emil.rauch@castor.example", "halden");
        assert!(matches!(signed, Err(No::Denied(Denial::Forbidden))));
    });
}

#[test]
fn an_outsider_is_told_that_there_is_no_such_agreement() {
    both(|world| {
        let id = world.sample();
        let other = FILE.replace("code: arnau-workplace", "code: other").replace("castor", "castor2");
        world.apply(&other);
        let outsider = world.person("nina.falk@castor2.example");
        let hidden = world.database.read(&outsider, |tx| agreements::agreement(tx, id).map(|_| ()));
        assert!(matches!(hidden, Err(No::Denied(Denial::NotFound))));
        let listed = world.database.read(&outsider, |tx| agreements::list(tx, None, 10)).unwrap();
        assert_eq!(listed.iter().map(|view| view.agreement.code.as_str()).collect::<Vec<_>>(), ["other"]);
        let steward = world.person(STEWARD);
        assert!(steward.may(Verb::AgreementApply, concordat_domain::access::Place::shared(id)));
    });
}

#[test]
fn what_is_wrong_in_a_file_is_told_with_line_and_column() {
    both(|world| {
        let broken = FILE.replace("zone: Europe/Vienna", "zone: Europe/Wien");
        let refused = agreements::apply_file(&world.database, &world.console(), broken.as_bytes());
        let Err(No::Refused(why)) = refused else { panic!("applied") };
        assert_eq!(why.0[0].code, "AGREEMENT_FILE");
        assert!(why.0[0].message.starts_with("line 10, column 9: "), "{}", why.0[0].message);
    });
}
