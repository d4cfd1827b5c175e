//! Reads a GraphQL request out of a body or a query string, and says what is wrong with it where something is.

use crate::graphql::kernel::{api::Request, scalar::Gql};
use juniper::Variables;
use serde::{Deserialize, de::IgnoredAny};
use std::collections::HashMap;

/// A request as JSON. `extensions` must be a map and is not looked into.
#[derive(Deserialize)]
pub(super) struct Body {
    query: String,
    #[serde(rename = "operationName")]
    operation_name: Option<String>,
    variables: Option<Variables<Gql>>,
    #[serde(rename = "extensions")]
    _extensions: Option<HashMap<String, IgnoredAny>>,
}

impl From<Body> for Request {
    fn from(body: Body) -> Self {
        let Body { query, operation_name, variables, .. } = body;
        Self { query, operation_name, variables: variables.unwrap_or_default() }
    }
}

/// A request as a query string, where maps are JSON texts.
#[derive(Deserialize)]
struct Link {
    query: String,
    #[serde(rename = "operationName")]
    operation_name: Option<String>,
    variables: Option<String>,
    extensions: Option<String>,
}

/// Reads a request out of a body of JSON.
///
/// # Errors
/// What is wrong with it, in a sentence.
pub fn from_body(body: &[u8]) -> Result<Request, String> {
    if body.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'[') {
        return Err("send one operation in a request: batches are not taken".into());
    }
    let body: Body =
        serde_json::from_slice(body).map_err(|error| format!("the body is no GraphQL request: {error}"))?;
    Ok(body.into())
}

/// Reads a request out of a query string.
///
/// # Errors
/// What is wrong with it, in a sentence.
pub fn from_link(query: &str) -> Result<Request, String> {
    let link = actix_web::web::Query::<Link>::from_query(query)
        .map_err(|error| format!("the link is no GraphQL request: {error}"))?
        .into_inner();
    let given = |text: Option<String>| text.filter(|text| !text.is_empty());
    let variables = match given(link.variables) {
        Some(json) => serde_json::from_str::<Option<Variables<Gql>>>(&json)
            .map_err(|error| format!("`variables` is no map in JSON: {error}"))?,
        None => None,
    };
    if let Some(json) = given(link.extensions) {
        serde_json::from_str::<Option<HashMap<String, IgnoredAny>>>(&json)
            .map_err(|error| format!("`extensions` is no map in JSON: {error}"))?;
    }
    let operation_name = given(link.operation_name);
    Ok(Request { query: link.query, operation_name, variables: variables.unwrap_or_default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use juniper::InputValue;

    #[test]
    fn a_body_and_a_link_ask_the_same() {
        let body = br#"{"query":"query Q($n: Int){a}","operationName":"Q","variables":{"n":1},"extensions":{"x":[]}}"#;
        let link = "query=query%20Q(%24n%3A%20Int)%7Ba%7D&operationName=Q&variables=%7B%22n%22%3A1%7D&extensions=";
        let asked = from_body(body).unwrap();
        assert_eq!(Ok(&asked), from_link(link).as_ref());
        assert_eq!(asked.variables["n"], InputValue::scalar(1));
    }

    #[test]
    fn what_is_malformed_is_said() {
        for (body, said) in [
            (r#"[{"query":"{a}"}]"#, "batches are not taken"),
            (r#" [ ]"#, "batches are not taken"),
            ("", "EOF"),
            ("{", "EOF"),
            ("\u{feff}{}", "expected value"),
            (r#"{"qeury":"{a}"}"#, "missing field `query`"),
            (r#"{"query":7}"#, "invalid type: integer"),
            (r#"{"query":"{a}","variables":"{}"}"#, "invalid type: string"),
            (r#"{"query":"{a}","variables":[]}"#, "invalid type: sequence"),
            (r#"{"query":"{a}","operationName":false}"#, "invalid type: boolean"),
            (r#"{"query":"{a}","extensions":0}"#, "invalid type: integer"),
            (r#"{"query":"{a}","query":"{b}"}"#, "duplicate field"),
        ] {
            let error = from_body(body.as_bytes()).unwrap_err();
            assert!(error.contains(said), "{body} got {error}");
        }
        let deep = format!(r#"{{"query":"{{a}}","variables":{{"d":{}{}}}}}"#, "[".repeat(9_000), "]".repeat(9_000));
        assert!(from_body(deep.as_bytes()).unwrap_err().contains("recursion limit"));
        assert!(from_body(b"{\"query\":\"\xff\"}").unwrap_err().contains("unicode"));
        for link in [
            "",
            "variables=%7B%7D",
            "query=%7Ba%7D&variables=%7B",
            "query=%7Ba%7D&variables=%5B%5D",
            "query=%7Ba%7D&extensions=1",
        ] {
            assert!(from_link(link).is_err(), "{link}");
        }
    }
}
