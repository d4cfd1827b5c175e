//! A subscription from its text to its last answer.

use super::{
    api::{Api, Request, answer, too_costly},
    context::Context,
    scalar::Gql,
};
use futures_util::StreamExt as _;
use juniper::{Object, OperationType, Value, ValuesStream};
use serde_json::json;

impl Api {
    /// Runs a subscription and tells each answer, until it ends or nobody hears (`tell` says false).
    ///
    /// # Errors
    /// The GraphQL errors of an operation that cannot start.
    pub async fn listen(
        &self,
        request: &Request,
        context: &Context,
        mut tell: impl AsyncFnMut(Vec<u8>) -> bool,
    ) -> Result<(), serde_json::Value> {
        let operation = self.validated(request).map_err(|error| json!(error))?;
        if operation.operation_type() != OperationType::Subscription {
            return Err(json!([{ "message": "send queries and mutations over HTTP" }]));
        }
        self.cost(request).within_limits().map_err(too_costly)?;
        let started = operation.resolve_into_stream(&request.variables, context).await;
        let (sources, errors) = started.map_err(|error| json!(error))?;
        if !errors.is_empty() {
            return Err(json!(errors));
        }
        let (key, mut source) = one_source(sources)?;
        while let Some(item) = source.next().await {
            let body = match item {
                Ok(value) => {
                    let mut data = Object::with_capacity(1);
                    data.add_field(key.as_str(), value);
                    answer(Some(&Value::Object(data)), &serde_json::Value::Null, None)
                }
                Err(errors) => answer(Some(&Value::Null), &json!(errors), None),
            };
            if !tell(body).await {
                break;
            }
        }
        Ok(())
    }
}

/// The one source that a subscription may have, and its key in the answers.
fn one_source(sources: Value<ValuesStream<'_, Gql>>) -> Result<(String, ValuesStream<'_, Gql>), serde_json::Value> {
    if let Value::Object(fields) = sources {
        let mut fields = fields.into_iter();
        if let (Some((key, Value::Scalar(source))), None) = (fields.next(), fields.next()) {
            return Ok((key.to_string(), source));
        }
    }
    Err(json!([{ "message": "a subscription asks for one field" }]))
}
