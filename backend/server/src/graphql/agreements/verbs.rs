//! What can be done with an agreement over GraphQL.

use super::{Agreement, agreement_id};
use crate::graphql::kernel::payload::payload;
use crate::graphql::{
    companies::company_id,
    kernel::{
        context::Context,
        errors::{Answer, Failure},
        scalar::Gql,
        types::Date,
    },
};
use concordat_domain::{
    access::{Actor, Place, Verb},
    agreements::{self as rules, Digest, Terms, codes},
    escalations::sees_path,
    kernel::AgreementId,
};
use concordat_service::{
    agreements::{self, AgreementView},
    boundaries,
    kernel::{Outcome, Permitted, Tx},
};
use juniper::{GraphQLInputObject, ID, graphql_object};

/// One thing that a version changes.
pub struct Change(rules::Change);

impl Change {
    /// Everything that one document of an agreement changes against another, as far as somebody sees it: of people and their
    /// addresses what concerns companies whose people they may reach, of escalation paths not those of other customers.
    #[must_use]
    pub fn between(before: Option<&Terms>, after: &Terms, actor: &Actor, of: AgreementId) -> Vec<Self> {
        let people = |company| actor.may(Verb::PersonContact, Place::owned(of, company));
        let paths = |customer| sees_path(actor, of, customer);
        let shown = rules::Shown { people: &people, paths: &paths };
        rules::Plan::shown(before, after, &shown).changes.into_iter().map(Self).collect()
    }
}

/// One thing that a version changes.
#[graphql_object(scalar = Gql, context = Context, name = "TermsChange")]
impl Change {
    /// The path of what changes, such as `kpis.sla-met.targets`.
    fn path(&self) -> &str {
        &self.0.path
    }

    /// What it was; null for what is new.
    fn before(&self) -> Option<&str> {
        self.0.before.as_deref()
    }

    /// What it becomes; null for what goes.
    fn after(&self) -> Option<&str> {
        self.0.after.as_deref()
    }
}

/// An agreement file to be applied.
#[derive(GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct ApplyAgreementInput {
    /// The agreement file, YAML, 4 MiB at most; its JSON Schema is published.
    file: String,
    /// Comes back unchanged in the payload.
    client_mutation_id: Option<String>,
}

/// An agreement to be proposed or withdrawn.
#[derive(GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct AgreementInput {
    /// The agreement's global id.
    agreement: ID,
    /// Comes back unchanged in the payload.
    client_mutation_id: Option<String>,
}

/// A signature.
#[derive(GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct SignAgreementInput {
    /// The agreement's global id.
    agreement: ID,
    /// The global id of the company that you sign for.
    company: ID,
    /// The digest of the version that you have read: `versions { digest }`.
    digest: String,
    /// Comes back unchanged in the payload.
    client_mutation_id: Option<String>,
}

/// The end of an agreement.
#[derive(GraphQLInputObject)]
#[graphql(scalar = Gql)]
pub struct EndAgreementInput {
    /// The agreement's global id.
    agreement: ID,
    /// The first day on which it holds no more.
    on: Date,
    /// Comes back unchanged in the payload.
    client_mutation_id: Option<String>,
}

payload!(
    /// What a mutation of an agreement answers.
    AgreementPayload {
        /// The agreement as it is now.
        agreement: Agreement
    }
);

payload!(
    /// What a trial of an agreement file answers.
    PlanAgreementPayload {
        /// Everything that applying the file would change, by path.
        changes: Vec<Change>
    }
);

fn change(
    ctx: &Context,
    id: AgreementId,
    verb: Verb,
    mut work: impl FnMut(&mut Tx<'_>, &Permitted<AgreementView>) -> Outcome<()>,
) -> Answer<Agreement> {
    ctx.write(id, |tx| {
        let view = tx.permit(verb, id)?;
        work(tx, &view)
    })?;
    Agreement::load(ctx, id)
}

/// What can be done with an agreement.
pub struct AgreementMutations;

/// What can be done with an agreement.
#[graphql_object(scalar = Gql, context = Context)]
impl AgreementMutations {
    /// Applies an agreement file: the draft then says what the file says; of an active agreement an amendment is
    /// drafted. Nobody signs by it and nothing is deleted. For the steward; a new agreement for the operator.
    fn apply_agreement(ctx: &Context, input: ApplyAgreementInput) -> Answer<AgreementPayload> {
        let file = input.file.as_bytes();
        let found = ctx.read(|tx| agreements::described(tx, file));
        let done = found.and_then(|id| {
            let id = id.unwrap_or_else(|| AgreementId(ctx.database().chance().id()));
            ctx.write(id, |tx| boundaries::apply(tx, id, file).map(|_| ()))?;
            Agreement::load(ctx, id)
        });
        AgreementPayload::of(done, input.client_mutation_id)
    }

    /// What applying a file would change against the latest version; writes nothing. For whoever may apply it: whoever may
    /// apply no file anywhere is denied before it is read, and a code that nobody uses answers a steward as a hidden one.
    fn plan_agreement(ctx: &Context, input: ApplyAgreementInput) -> Answer<PlanAgreementPayload> {
        let file = input.file.as_bytes();
        let planned = ctx.read(|tx| {
            let plan = agreements::plan(tx, file)?;
            let of = plan.agreement.unwrap_or(AgreementId::INSTANCE);
            Ok(Change::between(plan.before.as_deref(), &plan.after, &ctx.actor(), of))
        });
        PlanAgreementPayload::of(planned, input.client_mutation_id)
    }

    /// Puts the draft before the parties: its terms stand still and signatories may sign. For the steward.
    fn propose_agreement(ctx: &Context, input: AgreementInput) -> Answer<AgreementPayload> {
        let id = agreement_id(&input.agreement)?;
        let done = change(ctx, id, Verb::AgreementPropose, |tx, on| agreements::propose(tx, on).map(|_| ()));
        AgreementPayload::of(done, input.client_mutation_id)
    }

    /// Takes the proposed version back to be changed; its signatures are void. For the steward.
    fn withdraw_agreement(ctx: &Context, input: AgreementInput) -> Answer<AgreementPayload> {
        let id = agreement_id(&input.agreement)?;
        let done = change(ctx, id, Verb::AgreementPropose, |tx, on| agreements::withdraw(tx, on).map(|_| ()));
        AgreementPayload::of(done, input.client_mutation_id)
    }

    /// Signs the proposed version for a company; with the last signature it becomes active. For its signatories.
    fn sign_agreement(ctx: &Context, input: SignAgreementInput) -> Answer<AgreementPayload> {
        let (id, company) = (agreement_id(&input.agreement)?, company_id(&input.company)?);
        let digest = Digest::parse(&input.digest).ok_or_else(|| {
            Failure::from(codes::OTHER_DIGEST.refuse_field("digest", "a digest is 64 hexadecimal digits"))
        });
        let done = digest.and_then(|digest| {
            change(ctx, id, Verb::AgreementView, |tx, on| agreements::sign(tx, on, company, digest).map(|_| ()))
        });
        AgreementPayload::of(done, input.client_mutation_id)
    }

    /// Ends an active agreement from a day on. For the steward.
    fn end_agreement(ctx: &Context, input: EndAgreementInput) -> Answer<AgreementPayload> {
        let id = agreement_id(&input.agreement)?;
        let done = change(ctx, id, Verb::AgreementPropose, |tx, on| agreements::end(tx, on, input.on.0).map(|_| ()));
        AgreementPayload::of(done, input.client_mutation_id)
    }
}
