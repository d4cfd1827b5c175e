//! How well the companies are aligned, as the group assessed it.

use crate::graphql::{
    agreements::{Agreement, AlignmentAspect, Decision},
    companies::{Company, company_id},
    kernel::{context::Context, errors::Answer, scalar::Gql, types::Date},
};
use concordat_domain::{coordination::alignment as rules, kernel::CompanyId};
use concordat_service::coordination;
use juniper::{ID, graphql_object};

/// How well a company is aligned.
pub struct Alignment {
    agreement: Agreement,
    company: CompanyId,
    /// The latest day first.
    known: Vec<rules::Assessed>,
}

/// How well a company's structure, processes and strategy fit those of the others, as the group assessed it.
#[graphql_object(scalar = Gql, context = Context)]
impl Alignment {
    /// The company.
    fn company(&self) -> Option<Company> {
        self.agreement.terms().company(self.company).map(Company::from)
    }

    /// The sum of the scores that hold today; null where nothing has been assessed.
    fn score(&self, ctx: &Context) -> Answer<Option<i32>> {
        let sum: i32 = self.holding(ctx)?.iter().map(|one| i32::from(one.found.score)).sum();
        Ok((!self.holding(ctx)?.is_empty()).then_some(sum))
    }

    /// The most that the aspects assessed could have: 4 each.
    fn best(&self, ctx: &Context) -> Answer<i32> {
        let assessed = i32::try_from(self.holding(ctx)?.len()).unwrap_or(i32::MAX);
        Ok(assessed.saturating_mul(i32::from(rules::BEST)))
    }

    /// What holds today of each aspect of the checklist, by its code.
    fn current(&self, ctx: &Context) -> Answer<Vec<AlignmentAssessment>> {
        self.holding(ctx)
    }

    /// Every assessment, the latest day first.
    fn history(&self) -> Vec<AlignmentAssessment> {
        self.known.iter().map(|found| AlignmentAssessment::new(&self.agreement, found.clone())).collect()
    }
}

impl Alignment {
    fn holding(&self, ctx: &Context) -> Answer<Vec<AlignmentAssessment>> {
        let terms = self.agreement.terms();
        let today = terms.zone.date_of(ctx.read(|tx| Ok(tx.now()))?);
        let holding = rules::holding(&self.known, &terms.alignment, self.company, today);
        Ok(holding.into_values().map(|found| AlignmentAssessment::new(&self.agreement, found.clone())).collect())
    }
}

/// What the group found of one aspect of a company.
#[derive(Clone)]
pub struct AlignmentAssessment {
    agreement: Agreement,
    found: rules::Assessed,
}

impl AlignmentAssessment {
    /// What was found.
    #[must_use]
    pub fn new(agreement: &Agreement, found: rules::Assessed) -> Self {
        Self { agreement: agreement.clone(), found }
    }
}

/// What the group found of one aspect of a company on a day.
#[graphql_object(scalar = Gql, context = Context)]
impl AlignmentAssessment {
    /// The aspect; null where the checklist does not ask for it any more.
    fn aspect(&self) -> Option<AlignmentAspect> {
        self.agreement.terms().alignment.iter().find(|it| it.code == self.found.aspect).map(AlignmentAspect::from)
    }

    /// From 0 (not aligned) by 1 (known and talked of), 2 (in part, with a plan) and 3 (for the most part) to 4 (fully, and
    /// shown by evidence).
    fn score(&self) -> i32 {
        self.found.score.into()
    }

    /// The local day of which it is.
    fn on(&self) -> Date {
        self.found.on.into()
    }

    /// More about it.
    fn note(&self) -> Option<&str> {
        self.found.note.as_deref()
    }

    /// Who recorded it for the group.
    fn by(&self) -> Decision {
        Decision::new(&self.agreement, self.found.by)
    }
}

/// How well a company is aligned, as far as the asker may see it.
///
/// # Errors
/// Forbidden for whoever sees no company's alignment.
pub fn alignment(ctx: &Context, agreement: &Agreement, company: &ID) -> Answer<Alignment> {
    let company = company_id(company)?;
    let known = ctx.read(|tx| coordination::alignment(tx, agreement.key(), company))?;
    Ok(Alignment { agreement: agreement.clone(), company, known })
}
