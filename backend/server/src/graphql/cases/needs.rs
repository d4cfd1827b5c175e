//! What a case needs of whoever works on it.

use crate::graphql::kernel::{context::Context, scalar::Gql};
use concordat_domain::boundaries::Needs;
use juniper::{GraphQLInputObject, graphql_object};

/// What a case needs of whoever works on it. What is not said is not known, and nothing is checked against it.
#[derive(Clone, Debug, Default, GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct CaseNeedsInput {
    /// Where the customer is.
    region: Option<String>,
    /// What the customer speaks.
    language: Option<String>,
    /// What it is about.
    product: Option<String>,
    /// What has to be known, all of it.
    skills: Option<Vec<String>>,
}

impl CaseNeedsInput {
    /// What a case needs.
    #[must_use]
    pub fn read(&self) -> Needs {
        Needs {
            region: self.region.clone(),
            language: self.language.clone(),
            product: self.product.clone(),
            skills: self.skills.iter().flatten().cloned().collect(),
        }
    }
}

/// What a case needs of whoever works on it.
pub struct CaseNeeds(pub Needs);

/// What a case needs of whoever works on it. What is null or empty is not known, and nothing is checked against it.
#[graphql_object(scalar = Gql, context = Context)]
impl CaseNeeds {
    /// Where the customer is.
    fn region(&self) -> Option<&str> {
        self.0.region.as_deref()
    }

    /// What the customer speaks.
    fn language(&self) -> Option<&str> {
        self.0.language.as_deref()
    }

    /// What it is about.
    fn product(&self) -> Option<&str> {
        self.0.product.as_deref()
    }

    /// What has to be known, all of it.
    fn skills(&self) -> Vec<&str> {
        self.0.skills.iter().map(String::as_str).collect()
    }
}
