//! Files hold no more than answers: every export, of every kind, as everybody gets it, a spreadsheet unpacked.

use super::{
    canaries::forbidden,
    cast::{CANARIES, Cast, FIGURES, Player, told},
};
use concordat_domain::{
    kernel::{AgreementId, Period},
    kpis::By,
};
use concordat_service::{
    boundaries,
    cases::{self, CaseFilter},
    coordination::{self, ActionItemFilter, DecisionFilter},
    deviations::{self, DeviationFilter},
    escalations,
    kernel::{No, Outcome, Tx, table::FileKind},
    kpis::{Ask, Wish, export},
    satisfaction::{self, VoiceFilter},
};
use std::{
    collections::BTreeSet,
    io::{Cursor, Read as _},
};
use zip::ZipArchive;

/// A file as somebody gets it, a spreadsheet as all the texts in it; nothing where they are denied.
fn file(
    cast: &Cast,
    player: &Player,
    kind: FileKind,
    write: impl FnOnce(&mut Tx<'_>, &mut Vec<u8>) -> Outcome<()>,
) -> String {
    let mut out = Vec::new();
    match cast.world.database.read(&player.actor, |tx| write(tx, &mut out)) {
        Ok(()) if matches!(kind, FileKind::Xlsx) => unpacked(out),
        Ok(()) => String::from_utf8(out).unwrap(),
        Err(No::Denied(_)) => String::new(),
        Err(other) => panic!("{other}"),
    }
}

fn unpacked(spreadsheet: Vec<u8>) -> String {
    let mut archive = ZipArchive::new(Cursor::new(spreadsheet)).unwrap();
    let mut all = String::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        all.push_str(&part.name().unwrap());
        part.read_to_string(&mut all).unwrap();
    }
    assert!(all.contains("sheet1.xml"), "{all}");
    all
}

/// The case log, and all other files, of an agreement as somebody gets them.
fn files(cast: &Cast, player: &Player, id: AgreementId, kind: FileKind) -> (String, Vec<String>) {
    let log = file(cast, player, kind, |tx, out| cases::export(tx, id, &CaseFilter::default(), kind, out));
    let mut others = vec![
        file(cast, player, kind, |tx, out| export::measurements(tx, id, &Wish::default(), kind, out)),
        file(cast, player, kind, |tx, out| deviations::export(tx, id, &DeviationFilter::default(), kind, out)),
        file(cast, player, kind, |tx, out| boundaries::export(tx, id, kind, out)),
        file(cast, player, kind, |tx, out| boundaries::export_findings(tx, id, kind, out)),
        file(cast, player, kind, |tx, out| escalations::export(tx, id, kind, out)),
        file(cast, player, kind, |tx, out| satisfaction::export(tx, id, &VoiceFilter::default(), kind, out)),
        file(cast, player, kind, |tx, out| {
            coordination::export_decisions(tx, id, &DecisionFilter::default(), kind, out)
        }),
        file(cast, player, kind, |tx, out| coordination::export_items(tx, id, &ActionItemFilter::default(), kind, out)),
    ];
    for by in [By::Joint, By::Company, By::Service, By::CompanyService] {
        let ask = Ask::of(vec![Period::parse("2026-03").unwrap()], by);
        others.push(file(cast, player, kind, |tx, out| export::scorecard(tx, id, &ask, kind, out)));
    }
    (log, others)
}

#[test]
fn files_hold_no_more_than_answers() {
    for cast in &Cast::both() {
        for (kind, name) in [(FileKind::Csv, "csv"), (FileKind::Ndjson, "ndjson"), (FileKind::Xlsx, "xlsx")] {
            searched(cast, kind, name);
        }
    }
}

fn searched(cast: &Cast, kind: FileKind, name: &str) {
    let (mut problems, mut shown) = (Vec::new(), BTreeSet::new());
    for player in &cast.players {
        let secrets = forbidden(player);
        for (code, id) in [("alpha", cast.alpha), ("beta", cast.beta)] {
            let (log, others) = files(cast, player, id, kind);
            for text in others.iter().chain([&log]) {
                let found = secrets.iter().filter(|secret| text.contains(*secret));
                problems.extend(found.map(|secret| format!("{} finds {secret} in a {name} of {code}", player.name)));
                shown.extend(FIGURES.iter().map(|figure| figure.2).filter(|value| text.contains(value)));
                shown.extend(CANARIES.iter().map(|canary| canary.words).filter(|words| text.contains(words)));
            }
            if player.name == "customer@town.example" {
                assert_eq!(log, "", "a customer follows its cases and reads no log of them");
            }
        }
    }
    assert!(problems.is_empty(), "{}", told(&problems));
    // west has nobody in the cast, and what was noted when a matter was raised stands in no file
    let wanted = CANARIES.iter().filter(|canary| canary.parties != ["west"]).map(|canary| canary.words);
    let wanted = wanted.filter(|words| !words.starts_with("raised note"));
    let figures = FIGURES.iter().filter(|figure| figure.1 != "west").map(|figure| figure.2);
    let unseen: Vec<_> = wanted.chain(figures).filter(|secret| !shown.contains(secret)).collect();
    assert_eq!(unseen, [""; 0], "in no {name} for anybody, not even for those who may read it");
}
