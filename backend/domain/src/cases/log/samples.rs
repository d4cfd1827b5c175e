//! An agreement that takes cases, for the tests of this folder.

use crate::agreements::Terms;
use serde_json::json;

fn id(number: u8) -> String {
    format!("00000000-0000-0000-0000-0000000000{number:02x}")
}

/// Two suppliers and a customer; teams `desk` of one, `field` of both, `network` of the other; all of them bound from
/// 2010 on, `late` from 2030.
pub(super) fn terms() -> Terms {
    let team = |number: u8, code: &str, line: u8, companies: &[u8]| {
        let pledge = |company: &u8| json!({"company": id(*company), "staff": "1"});
        json!({
            "id": id(number), "code": code, "name": code, "kind": "resolution", "line": line, "calendar": "always",
            "acceptance": "PT0S", "pledges": companies.iter().map(pledge).collect::<Vec<_>>(),
        })
    };
    let company =
        |number: u8, code: &str, kind: &str| json!({"id": id(number), "code": code, "name": code, "kind": kind});
    let party =
        |number: u8, joins: &str| json!({"company": id(number), "bound_through": null, "joins": joins, "leaves": null});
    let reason = |code: &str, against: &str| json!({"code": code, "name": code, "against": against});
    let named = |code: &str| json!({"code": code, "name": code});
    let document = json!({
        "code": "sample", "name": "Sample", "zone": "UTC", "effective_from": "2010-01-01",
        "companies": [
            company(1, "buyer", "customer"), company(2, "late", "supplier"), company(3, "north", "supplier"),
            company(4, "south", "supplier"),
        ],
        "parties": [party(2, "2030-01-01"), party(3, "2010-01-01"), party(4, "2010-01-01")],
        "people": [{"id": id(10), "email": "ann@north.example", "name": "Ann", "company": id(3), "grants": []}],
        "services": [{"id": id(20), "code": "lines", "name": "Lines", "parent": null}],
        "commitments": [], "groups": [],
        "kpis": [],
        "teams": [team(30, "desk", 1, &[3]), team(31, "field", 2, &[2, 3, 4]), team(32, "network", 3, &[4])],
        "handling": {
            "calendar": "always", "priorities": [named("high"), named("low")], "packages": [named("gold")],
            "stages": [{"code": "testing", "name": "Testing", "phase": "open"}],
            "pause_reasons": [reason("parts", "outsider"), reason("user", "customer")],
            "dispute_window": "P14D", "recovery": "P7D",
        },
    });
    Terms::from_json(&document.to_string()).unwrap()
}
