//! Subscriptions: what starts, what is told, and when it stops.

use super::{
    api::Request,
    toy::{context, toy},
};

fn heard(query: &str, most: usize) -> Result<Vec<String>, String> {
    let request = Request { query: query.into(), ..Request::default() };
    let (api, context, mut all) = (toy(), context(), Vec::new());
    let listening = api.listen(&request, &context, async |body| {
        all.push(String::from_utf8(body).unwrap());
        all.len() < most
    });
    let ended = futures_util::FutureExt::now_or_never(listening).expect("the toy never waits");
    ended.map(|()| all).map_err(|errors| errors.to_string())
}

#[test]
fn each_item_is_told_under_its_key() {
    assert_eq!(
        heard("subscription { n: counted(to: 2) { number name } }", 9).unwrap(),
        [r#"{"data":{"n":{"number":0,"name":"KPI \"0\"\n"}}}"#, r#"{"data":{"n":{"number":1,"name":"KPI \"1\"\n"}}}"#]
    );
    assert_eq!(heard("subscription { counted(to: 1000000) { number } }", 3).unwrap().len(), 3);
}

#[test]
fn an_item_that_fails_is_told_and_the_next_one_comes() {
    let all = heard("subscription { counted(to: 5) { sometimes } }", 9).unwrap();
    assert_eq!(all.len(), 5);
    assert!(all[3].starts_with(r#"{"errors":[{"extensions":{"code":"NOT_FOUND"}"#), "{}", all[3]);
    assert_eq!(all[4], r#"{"data":{"counted":{"sometimes":4}}}"#);
}

#[test]
fn what_cannot_start_says_why() {
    for (query, said) in [
        ("{ motto }", "over HTTP"),
        ("mutation { rename(name: \"\") }", "over HTTP"),
        ("subscription { counted(to: 1) { number } other: counted(to: 1) { number } }", "one field"),
        ("subscription { refused }", "NOT_FOUND"),
        (
            "subscription { counted(to: 1) { near(first: 100) { nodes { near(first: 100) { nodes { name } } } } } }",
            "COST_EXCEEDED",
        ),
        ("subscription ($to: Int!) { counted(to: $to) { number } }", "$to"),
        ("subscription {", "nexpected"),
    ] {
        let error = heard(query, 9).unwrap_err();
        assert!(error.contains(said), "{query} got {error}");
    }
}
