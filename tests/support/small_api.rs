//! The smallest API that a server can be held to: a query, a mutation, a few subscriptions, all of known behaviour.

use super::{loopback::Loopback, world::World};
use concordat::{
    graphql::{
        Answer, Context, Failure, Gql,
        kernel::{
            api::Api,
            cost::Weights,
            root::{Parts, schema},
        },
    },
    http::{
        credentials::Welcome,
        endpoint::{Endpoint, Limits},
        graphql::routes,
    },
};
use concordat_domain::{
    access::Actor,
    kernel::{AgreementId, Kind},
};
use concordat_service::{
    identity::Credential,
    kernel::{Denial, No},
};
use futures_util::{
    StreamExt as _,
    stream::{self, BoxStream},
};
use juniper::{graphql_object, graphql_subscription};
use std::sync::Arc;

struct Queries;

#[graphql_object(scalar = Gql, context = Context)]
impl Queries {
    /// A text.
    fn motto() -> &'static str {
        "agree, measure, mend"
    }

    /// Hidden from everybody.
    fn hidden() -> Answer<Option<i32>> {
        Err(Failure::NOT_FOUND)
    }

    /// Whether the console asks.
    fn console(context: &Context) -> bool {
        context.actor().operates()
    }

    /// Fails with something that nobody outside may read.
    fn broken(context: &Context) -> Answer<Option<i32>> {
        context.read(|_| Err(No::broken("the secret of the house")))
    }

    /// Panics.
    fn panics() -> i32 {
        panic!("the secret of the house")
    }
}

struct Mutations;

#[graphql_object(scalar = Gql, context = Context)]
impl Mutations {
    /// Records that something happened in the instance's log.
    fn note(context: &Context) -> Answer<bool> {
        context.write(AgreementId::INSTANCE, |tx| {
            let subject = tx.id();
            tx.record(Kind::stored("instance.noted".into()), subject, None, &"noted").map(|()| true)
        })
    }
}

struct Streams;

#[graphql_subscription(scalar = Gql, context = Context)]
impl Streams {
    /// Counts.
    async fn counted(to: i32) -> BoxStream<'static, i32> {
        stream::iter(0..to).boxed()
    }

    /// Never says anything.
    async fn silent() -> BoxStream<'static, i32> {
        stream::pending().boxed()
    }

    /// Says true at the start and after each commit in the instance's log.
    async fn wakes(context: &Context) -> BoxStream<'static, bool> {
        context.listener().wakes(AgreementId::INSTANCE).map(|()| true).boxed()
    }
}

/// The small API.
pub fn small_api() -> Api {
    let query = Parts::new("Query", "Questions.").with(&Queries).unwrap();
    let mutation = Parts::new("Mutation", "Changes.").with(&Mutations).unwrap();
    let subscription = Parts::new("Subscription", "News.").with_streams(&Streams).unwrap();
    Api::new(schema(query, mutation, subscription), Weights::default())
}

/// An endpoint of an API: nobody is anonymous, the token `console` is the console's, any other is refused.
pub fn endpoint(world: &World, api: Api, limits: Limits) -> Arc<Endpoint> {
    let welcome: Welcome = Arc::new(|credential| match credential {
        Credential::None => Ok(Arc::new(Actor::anonymous())),
        Credential::Bearer(token) | Credential::Session(token) if token == "console" => Ok(Arc::new(Actor::console())),
        Credential::Bearer(_) | Credential::Session(_) => Err(Denial::Unauthenticated.into()),
    });
    Arc::new(Endpoint::new(Arc::new(api), world.database.clone(), welcome, limits))
}

/// Serves an endpoint.
pub fn serve_endpoint(endpoint: Arc<Endpoint>) -> Loopback {
    Loopback::start(move |config| routes(config, endpoint.clone()))
}

/// Serves the small API.
pub fn serve(world: &World, limits: Limits) -> Loopback {
    serve_endpoint(endpoint(world, small_api(), limits))
}
