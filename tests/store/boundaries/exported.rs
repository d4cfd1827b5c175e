//! Boundaries and findings as files.

use super::{Campus, DESK, NORTH, SOUTH};
use crate::support::world::both;
use concordat_domain::boundaries::Within;
use concordat_service::{boundaries, kernel::table::FileKind};

#[test]
fn boundaries_and_findings_are_written_with_what_holds() {
    both(|world| {
        let campus = Campus::new(world);
        let limits = vec![
            campus.handed(Within::Hours("office".into()), "south-net", "south"),
            campus.handed(Within::Region(["annex".to_owned(), "campus".to_owned()].into()), "south-net", "south"),
        ];
        campus.hold(NORTH, ("wired-north", "wired", "north"), &campus.content("north-net", limits), &[SOUTH]);
        campus.draw(SOUTH, ("=wired", "wired", "south"), &campus.content("south-net", Vec::new())).unwrap_err();
        campus.draw(SOUTH, ("wired-south", "wired", "south"), &campus.content("south-net", Vec::new())).unwrap();
        let written = |kind, findings: bool| {
            let mut out = Vec::new();
            campus.read(DESK, |tx| match findings {
                true => boundaries::export_findings(tx, campus.agreement, kind, &mut out),
                false => boundaries::export(tx, campus.agreement, kind, &mut out),
            });
            out
        };
        let matrix = String::from_utf8(written(FileKind::Csv, false)).unwrap();
        let rows: Vec<&str> = matrix.lines().collect();
        assert_eq!(rows.len(), 3, "{matrix}");
        assert_eq!(
            rows[1],
            "wired,Wired network,north,north-net,wired-north,What north-net answers for,accountable,approved,1,2026-03-02,,\
             switches,,office,\"annex, campus\",,,,,,,hours: south (south-net); region: south (south-net)"
        );
        assert!(rows[2].starts_with(
            "wired,Wired network,south,south-net,wired-south,What south-net answers for,accountable,draft,1,,,"
        ));
        let findings = String::from_utf8(written(FileKind::Csv, true)).unwrap();
        let gaps: Vec<&str> = findings.lines().filter(|row| row.contains(",gap,open,wired,,")).collect();
        let told = |row: &str| gaps.iter().any(|gap| gap.contains(row));
        assert_eq!(gaps.len(), 2, "{findings}");
        assert!(
            told(",\"region other than annex, campus\",2026-03-01T23:00:00Z,2027-02-28T23:00:00Z,1,31449600,"),
            "{gaps:?}"
        );
        // the nights, and the weekends with those around them
        assert!(told(",\"region annex, campus\",2026-03-01T23:00:00Z,2026-03-02T07:00:00Z,261,22089600,"), "{gaps:?}");
        for findings in [true, false] {
            assert_eq!(&written(FileKind::Xlsx, findings)[..2], b"PK");
            let lines = String::from_utf8(written(FileKind::Ndjson, findings)).unwrap();
            assert!(lines.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()));
        }
    });
}
