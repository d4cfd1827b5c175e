//! Hand-overs against boundaries: allowed, outside with and without a reason, refused with and without citing; what comes of
//! it in the scorecard; where a new case may go.

use crate::support::{
    agreement::{FILE, STEWARD},
    cases::{Desk, LEA, NINA, SARA},
    deviations::MIRA,
    world::{World, both},
};
use concordat_domain::{
    access::Verb,
    boundaries::{Beyond, Content, Limit, Responsibility, TakeOver, Within},
    kernel::TeamId,
};
use concordat_service::{
    boundaries::{self, BoundaryView, Drawing},
    kernel::{Permitted, Tx},
};
use serde_json::{Value, json};

const KPIS: &str = "  - code: within-boundary
    name: Hand-overs within the receivers' boundaries
    kind: ratio
    unit: share
    direction: higher
    joint: pooled
    disclosure: open
    source: cases
    measure: within_boundary
    targets:
      - {value: 0.9, valid_from: 2026-03-01}

  - code: helped-outside
    name: Cases taken on outside a boundary
    kind: sum
    unit: count
    direction: higher
    joint: pooled
    disclosure: open
    source: cases
    measure: helped_outside
    targets:
      - {value: 0, valid_from: 2026-03-01}

  - code: stays-resolved
";

/// The sample agreement with two more KPIs, where nordlicht's network team answers for what is in German, halden's takes over
/// beyond that and answers for all of it.
fn desk(world: &World) -> Desk<'_> {
    let desk = Desk::applied(world, &FILE.replace("  - code: stays-resolved\n", KPIS));
    let (halden, team) = (desk.terms.company_named("halden").unwrap().id, team(&desk));
    let take_over = TakeOver { company: halden, team, information: vec!["the socket".to_owned()], acceptance: None };
    let within = Within::Language(["german".to_owned()].into());
    let german = Limit { within, beyond: Beyond { note: None, take_over: Some(take_over) } };
    hold(&desk, MIRA, ("network-german", "nordlicht"), vec![german]);
    hold(&desk, SARA, ("network-all", "halden"), Vec::new());
    desk
}

fn team(desk: &Desk<'_>) -> TeamId {
    desk.terms.team_named("network-team").unwrap().id
}

/// A boundary of the network team that holds from that day on, approved by whoever is asked.
fn hold(desk: &Desk<'_>, who: &str, (code, company): (&str, &str), limits: Vec<Limit>) {
    let service = desk.terms.service_named("network").unwrap().id;
    let content = Content {
        title: code.to_owned(),
        team: team(desk),
        responsibility: Responsibility::Responsible,
        included: Vec::new(),
        excluded: Vec::new(),
        limits,
        evidence: Vec::new(),
    };
    let company = desk.terms.company_named(company).unwrap().id;
    let drawing = Drawing { code: code.to_owned(), service, company, content };
    let write = |who: &str, work: &dyn Fn(&mut Tx<'_>) -> BoundaryView| {
        desk.world.database.write(&desk.world.person(who), desk.agreement, |tx| Ok(work(tx))).unwrap()
    };
    let drawn = write(who, &|tx| boundaries::draw(tx, desk.agreement, drawing.clone()).unwrap());
    let now = |tx: &mut Tx<'_>, verb| -> Permitted<BoundaryView> {
        tx.permit(verb, (desk.agreement, drawn.boundary.id)).unwrap()
    };
    let from = "2026-03-02".parse().unwrap();
    let mut on = write(who, &|tx| {
        let now = now(tx, Verb::BoundaryDraw);
        let revision = now.revision;
        boundaries::propose(tx, now, revision, from).unwrap()
    });
    for asked in on.boundary.awaited() {
        let experts = [("nordlicht", MIRA), ("halden", SARA), ("castor", NINA)];
        let code = &desk.terms.company(asked).unwrap().code;
        let expert = experts.iter().find(|(company, _)| company == code).unwrap().1;
        on = write(expert, &|tx| {
            let now = now(tx, Verb::BoundaryView);
            let revision = now.revision;
            boundaries::approve(tx, now, revision, None).unwrap()
        });
    }
    assert_eq!(on.boundary.awaited().len(), 0);
}

/// What a hand-over of a case to a team would come to.
fn check(desk: &Desk<'_>, case: &Value, team: &str, company: &str) -> Value {
    let query = "query($id: ID!, $team: ID!, $company: ID!) { node(id: $id) { ... on Case {
        handOverCheck(team: $team, company: $company) { verdict boundary unknown passed { dimension limit actual by }
            proposals { team { code } company { code } boundary allowed lacking information openCases acceptance
                takesOverBeyond } } } } }";
    let mut asked = desk.to(team, company);
    asked["id"] = case["id"].clone();
    let mut data = desk.world.data(&desk.world.person(LEA), query, &asked);
    data["node"]["handOverCheck"].take()
}

fn speaking(language: &str) -> Value {
    json!({ "needs": { "language": language, "skills": ["routing", "laser"] } })
}

#[test]
fn an_offer_outside_a_boundary_says_why() {
    both(|world| {
        let desk = desk(world);
        let to = desk.to("network-team", "nordlicht");
        let german = desk.open(&speaking("german"));
        let allowed = check(&desk, &german, "network-team", "nordlicht");
        assert_eq!((&allowed["verdict"], &allowed["boundary"]), (&json!("ALLOWED"), &json!("network-german")));
        desk.tell(LEA, "offerCase", &german, &to);

        let french = desk.open(&speaking("french"));
        let outside = check(&desk, &french, "network-team", "nordlicht");
        let passed = json!([{ "dimension": "LANGUAGE", "limit": "german", "actual": "french", "by": "french" }]);
        assert_eq!((&outside["verdict"], &outside["passed"]), (&json!("OUTSIDE"), &passed));
        let proposal = json!({
            "team": { "code": "network-team" }, "company": { "code": "halden" }, "boundary": "network-all",
            "allowed": true, "lacking": ["laser"], "information": ["the socket"], "openCases": 0,
            "acceptance": "PT30M", "takesOverBeyond": "LANGUAGE",
        });
        assert_eq!(outside["proposals"], json!([proposal]));
        let (code, message) = desk.refused(LEA, "offerCase", &french, &to);
        assert_eq!(code, "CASE_OUTSIDE_BOUNDARY");
        assert!(message.contains("language french is outside german") && message.contains("network-team"), "{message}");
        let mut why = to.clone();
        why["outsideReason"] = json!("they were here last week");
        let offered = desk.tell(LEA, "offerCase", &french, &why);
        desk.tell(MIRA, "acceptCase", &offered, &json!({}));
        let read = desk.read(LEA, &french);
        assert_eq!((&read["offeredOutside"], &read["helpedOutside"]), (&json!(1), &json!(1)));
        assert_eq!(read["needs"]["language"], "french");
        let told = read["timeline"].as_array().unwrap().iter().find(|event| event["kind"] == "offered").unwrap();
        let detail: Value = serde_json::from_str(told["detail"].as_str().unwrap()).unwrap();
        let recorded =
            json!({ "boundary": "network-german", "dimensions": ["language"], "reason": "they were here last week" });
        assert_eq!(detail["outside"], recorded);

        let scores = "{ agreement(code: \"arnau-workplace\") { scorecard(period: \"2026-03\", by: COMPANY, filter: {
            kpis: [\"within-boundary\", \"helped-outside\"] }) { kpi { code } company { code } value count } } }";
        let data = world.data(&world.person(STEWARD), scores, &json!({}));
        let cells = data["agreement"]["scorecard"].as_array().unwrap().clone();
        let value = |kpi: &str, company: &str| {
            let of = |cell: &&Value| cell["kpi"]["code"] == kpi && cell["company"]["code"] == company;
            cells.iter().find(of).map_or(Value::Null, |cell| cell["value"].clone())
        };
        assert_eq!(value("within-boundary", "meridian"), "0.5");
        assert_eq!(value("helped-outside", "nordlicht"), "1");
    });
}

#[test]
fn who_has_no_boundary_is_offered_nothing_without_a_reason() {
    both(|world| {
        let desk = desk(world);
        let case = desk.open(&json!({}));
        let nobody = check(&desk, &case, "device-team", "castor");
        assert_eq!((&nobody["verdict"], &nobody["boundary"]), (&json!("NOBODY"), &Value::Null));
        let proposed = nobody["proposals"].as_array().unwrap();
        assert_eq!(proposed.len(), 2, "what is not known is not held against anybody: {proposed:?}");
        let to = desk.to("device-team", "castor");
        assert_eq!(desk.refused(LEA, "offerCase", &case, &to).0, "CASE_OUTSIDE_BOUNDARY");
        let unknown = desk.to("network-team", "castor");
        assert_eq!(desk.refused(LEA, "offerCase", &case, &unknown).0, "CASE_TEAM_COMPANY", "said before any limit");
        let known = desk.tell(LEA, "specifyCase", &case, &json!({ "needs": { "region": "old town" } }));
        let asked = check(&desk, &known, "network-team", "nordlicht");
        assert_eq!((&asked["verdict"], &asked["unknown"]), (&json!("ALLOWED"), &json!(["LANGUAGE"])));
        assert_eq!(desk.read(LEA, &known)["needs"], json!({ "region": "old town", "language": null }));
        let odd = json!({ "needs": { "region": "a;b" } });
        assert_eq!(desk.refused(LEA, "specifyCase", &known, &odd).0, "CASE_NEEDS");
    });
}

#[test]
fn a_refusal_cites_a_boundary_where_one_holds() {
    both(|world| {
        let desk = desk(world);
        let case = desk.tell(LEA, "offerCase", &desk.open(&json!({})), &desk.to("network-team", "nordlicht"));
        let refused = |boundary: Value| json!({ "reason": "not ours", "boundary": boundary });
        for boundary in [Value::Null, json!("network-all")] {
            let (code, message) = desk.refused(MIRA, "refuseCase", &case, &refused(boundary));
            assert_eq!(code, "CASE_REFUSAL_BOUNDARY");
            assert!(message.ends_with("network-german"), "{message}");
        }
        desk.tell(MIRA, "refuseCase", &case, &refused(json!("network-german")));
    });
}

#[test]
fn a_new_case_has_candidates_with_their_reasons() {
    both(|world| {
        let desk = desk(world);
        let query = "query($case: NewCaseInput!) { agreement(code: \"arnau-workplace\") { routing(case: $case) {
            team { code } company { code } boundary line openCases reasons { kind number lacking } } } }";
        let asked = json!({ "case": { "service": desk.service("network"), "kind": "INCIDENT", "priority": "normal",
            "needs": { "language": "french", "skills": ["routing"] } } });
        let data = world.data(&world.person(LEA), query, &asked);
        let found = data["agreement"]["routing"].as_array().unwrap();
        let said = |it: &Value| {
            let reasons = it["reasons"].as_array().unwrap();
            let kinds: Vec<_> = reasons.iter().map(|reason| reason["kind"].as_str().unwrap()).collect();
            format!("{} {}: {}", it["team"]["code"], it["company"]["code"], kinds.join(" ")).replace('"', "")
        };
        let all: Vec<String> = found.iter().map(said).collect();
        assert_eq!(
            all,
            [
                "network-team halden: ALLOWED OPEN SKILLED LINE LOAD",
                "network-team nordlicht: OUTSIDE OPEN SKILLED LINE LOAD",
                "service-desk meridian: NOBODY OPEN LACKING LINE LOAD",
                "service-desk castor: NOBODY OPEN LACKING LINE LOAD",
            ]
        );
    });
}

#[test]
fn without_boundaries_nothing_is_checked() {
    both(|world| {
        let desk = Desk::new(world);
        let case = desk.open(&json!({}));
        assert_eq!(check(&desk, &case, "device-team", "castor"), Value::Null);
        let offered = desk.tell(LEA, "offerCase", &case, &desk.to("device-team", "castor"));
        desk.tell(NINA, "refuseCase", &offered, &json!({ "reason": "not ours" }));
    });
}
