//! The health of the companies' commitments.

use crate::graphql::{
    agreements::{Agreement, HealthSign},
    companies::{Company, company_id},
    kernel::{
        context::Context,
        errors::Answer,
        scalar::Gql,
        types::{Date, Exact},
    },
};
use concordat_domain::coordination::health as rules;
use concordat_service::coordination::{self, SeenHealth};
use juniper::{GraphQLEnum, ID, graphql_object};

/// Where health is going, against the window before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, GraphQLEnum)]
#[graphql(scalar = Gql)]
pub enum HealthTrend {
    /// By a hundredth or more above it.
    Better,
    /// Within less than a hundredth of it.
    Steady,
    /// By a hundredth or more below it.
    Worse,
}

/// The health of a company's commitment.
pub struct CommitmentHealth {
    agreement: Agreement,
    seen: SeenHealth,
}

/// The health of a company's commitment, over the days that the agreement looks back upon: early signs, before KPIs fall.
#[graphql_object(scalar = Gql, context = Context)]
impl CommitmentHealth {
    /// The company.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.seen.found.company).map(Company::from)
    }

    /// The first local day that is looked at.
    fn from(&self) -> Date {
        self.seen.found.from.into()
    }

    /// The last one.
    fn on(&self) -> Date {
        self.seen.found.on.into()
    }

    /// The mean of the signs that have something to say, each by its weight, from 0 to 1; null where none has.
    fn value(&self) -> Option<Exact> {
        self.seen.found.health.value()
    }

    /// The same of as many days before; null where nothing was to be judged then.
    fn earlier(&self) -> Option<Exact> {
        self.seen.found.health.earlier()
    }

    /// How much it has risen, or fallen below 0.
    fn change(&self) -> Option<Exact> {
        self.seen.found.health.change()
    }

    /// Where it is going; null where one of both is not known.
    fn trend(&self) -> Option<HealthTrend> {
        self.seen.found.health.trend().map(|trend| match trend {
            rules::Trend::Better => HealthTrend::Better,
            rules::Trend::Steady => HealthTrend::Steady,
            rules::Trend::Worse => HealthTrend::Worse,
        })
    }

    /// Whether to look closer: it lies below 0.75, it fell by 0.1 or more, or a sign says less than 0.5.
    fn warning(&self) -> bool {
        self.seen.found.health.warns()
    }

    /// The signs that the agreement weighs.
    fn signs(&self) -> Vec<HealthSignShown> {
        let health = &self.seen.found.health;
        health
            .signs
            .iter()
            .zip(&health.before)
            .map(|(now, before)| HealthSignShown { now: *now, before: *before, counts: self.seen.counts })
            .collect()
    }
}

/// One sign of a company's health.
pub struct HealthSignShown {
    now: rules::Sign,
    before: rules::Sign,
    counts: bool,
}

/// One sign of a company's health: good of all that was to be judged.
#[graphql_object(scalar = Gql, context = Context, name = "CommitmentSign")]
impl HealthSignShown {
    /// Which.
    fn sign(&self) -> HealthSign {
        self.now.sign.into()
    }

    /// How much it weighs.
    fn weight(&self) -> Exact {
        self.now.weight
    }

    /// How much was good; null where there was nothing to judge, and of another company for whoever does not see what is
    /// concealed.
    fn good(&self) -> Option<Exact> {
        self.now.share.filter(|_| self.counts).map(rules::Share::good)
    }

    /// Of how much; null where there was nothing to judge, and of another company for whoever does not see what is concealed.
    fn total(&self) -> Option<Exact> {
        self.now.share.filter(|_| self.counts).map(rules::Share::total)
    }

    /// The one by the other, to the nearest millionth.
    fn value(&self) -> Option<Exact> {
        self.now.share.map(rules::Share::value)
    }

    /// The same of the days before.
    fn earlier(&self) -> Option<Exact> {
        self.before.share.map(rules::Share::value)
    }
}

/// The health of the companies that the asker may see, or of one of them.
///
/// # Errors
/// Forbidden for whoever sees none.
pub fn commitment_health(
    ctx: &Context,
    agreement: &Agreement,
    company: Option<&ID>,
    on: Option<Date>,
) -> Answer<Vec<CommitmentHealth>> {
    let company = company.map(company_id).transpose()?;
    let day = on.map(|day| day.0);
    let found = ctx.read(|tx| coordination::commitment_health(tx, agreement.key(), company, day))?;
    Ok(found.into_iter().map(|seen| CommitmentHealth { agreement: agreement.clone(), seen }).collect())
}
