//! Deviations as a file.

use crate::support::{
    deviations::{CLARA, FELIX, Group, OSKAR, PAUL},
    world::both,
};
use concordat_domain::deviations::ReviewVerdict;
use concordat_service::{
    deviations::{self, DeviationFilter},
    kernel::table::FileKind,
};

fn exported(group: &Group<'_>, who: &str, kind: FileKind) -> String {
    let mut out = Vec::new();
    let filter = DeviationFilter { period: "2026-03".parse().ok(), ..DeviationFilter::default() };
    let write =
        |tx: &mut concordat_service::kernel::Tx<'_>| deviations::export(tx, group.agreement, &filter, kind, &mut out);
    group.world.database.read(&group.world.person(who), write).unwrap();
    String::from_utf8_lossy(&out).into_owned()
}

#[test]
fn a_row_each_with_text_that_no_spreadsheet_runs() {
    both(|world| {
        let group = Group::new(world);
        group.assess("2026-03", 80);
        let dispute = ReviewVerdict::Dispute { reason: "=HYPERLINK(\"x\"), counted twice".into() };
        group.review(PAUL, &group.slip(), dispute).unwrap();
        let csv = exported(&group, FELIX, FileKind::Csv);
        let slip = csv.lines().find(|line| line.contains("dispute")).unwrap();
        let fields: Vec<&str> = slip.split(',').collect();
        assert_eq!(
            fields[1..15],
            ["sla-met", "nordlicht", "", "2026-03", "missed", "reviewed", "1", "0.8", "80", "100", "1", "0.93", "", ""]
        );
        assert!(slip.contains("\"'=HYPERLINK(\"\"x\"\"), counted twice\""), "{slip}");
        let lines = exported(&group, FELIX, FileKind::Ndjson).lines().count();
        assert_eq!(lines, csv.lines().count() - 1);
        assert!(exported(&group, FELIX, FileKind::Xlsx).starts_with("PK"));
    });
}

#[test]
fn a_file_holds_what_its_reader_sees() {
    both(|world| {
        let group = Group::new(world);
        group.assess_as(&world.console(), "2026-03", &[("improvements-delivered", "castor", 10)]).unwrap();
        let holds = |who: &str| {
            let csv = exported(&group, who, FileKind::Csv);
            csv.lines().any(|line| line.contains("improvements-delivered,castor") && line.contains("missed"))
        };
        assert_eq!([FELIX, CLARA, OSKAR].map(holds), [true, true, false]);
    });
}
