//! What can be done about boundaries over GraphQL.

use super::{
    Boundary, Finding, boundary_id,
    changes::BoundaryMerge,
    finding_id,
    inputs::{
        AcceptFindingInput, ApproveBoundaryInput, BoundaryInput, CommentOnBoundaryInput, DrawBoundaryInput,
        ObjectToBoundaryInput, ProposeBoundaryInput, RedrawBoundaryInput, ReopenFindingInput,
        ResolveBoundaryCommentInput, WithdrawBoundaryInput,
    },
};
use crate::graphql::{
    agreements::{Agreement, agreement_id, service_id},
    companies::company_id,
    kernel::{
        context::Context,
        errors::{Answer, Failure, Refused, settle},
        payload::payload,
        scalar::Gql,
    },
};
use concordat_domain::{access::Verb, boundaries::codes::BOUNDARY_STALE, kernel::CompanyId};
use concordat_service::{
    boundaries::{self, BoundaryView, Drawing, FollowedFinding},
    kernel::{Outcome, Permitted, Tx},
};
use juniper::{ID, graphql_object};

payload!(
    /// What a mutation of a boundary answers.
    BoundaryPayload {
        /// The boundary as it is now.
        boundary: Boundary
    }
);
payload!(
    /// What a mutation of a finding answers.
    FindingPayload {
        /// The finding as it is now.
        finding: Finding
    }
);

/// What a change of a draft answers.
pub struct RedrawBoundaryPayload {
    done: Option<Boundary>,
    merge: Option<BoundaryMerge>,
    refusals: Vec<Refused>,
    mutation: Option<String>,
}

/// What a change of a draft answers.
#[graphql_object(scalar = Gql, context = Context)]
impl RedrawBoundaryPayload {
    /// The boundary as it is now.
    fn boundary(&self) -> Option<&Boundary> {
        self.done.as_ref()
    }

    /// Where the draft had changed since you read it (`BOUNDARY_STALE`): your change beside the other one.
    fn merge(&self) -> Option<&BoundaryMerge> {
        self.merge.as_ref()
    }

    /// Every reason why it was not done; empty when it was.
    fn refusals(&self) -> &[Refused] {
        &self.refusals
    }

    /// What the input carried, unchanged.
    fn client_mutation_id(&self) -> Option<&str> {
        self.mutation.as_deref()
    }
}

fn spoken_for(company: Option<&ID>) -> Answer<Option<CompanyId>> {
    company.map(company_id).transpose()
}

/// Does one verb on a boundary in one transaction.
fn act(
    ctx: &Context,
    id: &ID,
    verb: Verb,
    mut work: impl FnMut(&mut Tx<'_>, Permitted<BoundaryView>) -> Outcome<BoundaryView>,
) -> Answer<Boundary> {
    let (agreement, id) = boundary_id(id)?;
    let id = ctx.write(agreement, |tx| {
        let on = tx.permit(verb, (agreement, id))?;
        work(tx, on).map(|view| view.boundary.id)
    })?;
    Boundary::load(ctx, agreement, id)
}

/// Does one verb on a finding in one transaction.
fn decide(
    ctx: &Context,
    id: &ID,
    mut work: impl FnMut(&mut Tx<'_>, Permitted<FollowedFinding>) -> Outcome<FollowedFinding>,
) -> Answer<Finding> {
    let (agreement, key) = finding_id(id)?;
    let key = ctx.write(agreement, |tx| {
        let on = tx.permit(Verb::FindingAccept, (agreement, key))?;
        work(tx, on).map(|followed| followed.known.tracked.finding.key)
    })?;
    Finding::load(ctx, agreement, key)
}

fn draw(ctx: &Context, input: &DrawBoundaryInput) -> Answer<Boundary> {
    let agreement = agreement_id(&input.agreement)?;
    let drawing = Drawing {
        code: input.code.clone(),
        service: service_id(&input.service)?,
        company: company_id(&input.company)?,
        content: input.content.read()?,
    };
    let id =
        ctx.write(agreement, |tx| boundaries::draw(tx, agreement, drawing.clone()).map(|view| view.boundary.id))?;
    Boundary::load(ctx, agreement, id)
}

fn redraw(ctx: &Context, input: RedrawBoundaryInput) -> Answer<RedrawBoundaryPayload> {
    let content = input.content.read();
    let done = content.clone().and_then(|content| {
        act(ctx, &input.boundary, Verb::BoundaryDraw, |tx, on| {
            boundaries::redraw(tx, on, input.revision, content.clone())
        })
    });
    let stale = matches!(&done, Err(Failure::Refused(all)) if all.0.iter().any(|no| no.code == BOUNDARY_STALE.name));
    let merge = match content {
        Ok(content) if stale => merge(ctx, &input.boundary, input.revision, content)?,
        _ => None,
    };
    let (done, refusals) = settle(done)?;
    Ok(RedrawBoundaryPayload { done, merge, refusals, mutation: input.client_mutation_id })
}

/// The change beside the one that was faster; none where nothing was drafted at the revision that was read.
fn merge(
    ctx: &Context,
    id: &ID,
    revision: i32,
    mine: concordat_domain::boundaries::Content,
) -> Answer<Option<BoundaryMerge>> {
    let (agreement, id) = boundary_id(id)?;
    let merged = ctx.read(|tx| {
        let on = boundaries::boundary_to_draw(tx, agreement, id)?;
        boundaries::merge(tx, &on, revision, &mine)
    });
    match merged {
        Ok(merged) => Ok(Some(BoundaryMerge::new(&Agreement::load(ctx, agreement)?, merged, mine))),
        Err(Failure::Refused(_)) => Ok(None),
        Err(failure) => Err(failure),
    }
}

fn comment(ctx: &Context, input: &CommentOnBoundaryInput) -> Answer<Boundary> {
    let company = spoken_for(input.company.as_ref())?;
    act(ctx, &input.boundary, Verb::BoundaryView, |tx, on| {
        boundaries::comment(tx, on, company, (&input.path, &input.text))
    })
}

fn resolve(ctx: &Context, input: &ResolveBoundaryCommentInput) -> Answer<Boundary> {
    let company = spoken_for(input.company.as_ref())?;
    let number = u32::try_from(input.number).unwrap_or(0);
    act(ctx, &input.boundary, Verb::BoundaryView, |tx, on| boundaries::resolve_comment(tx, on, company, number))
}

fn approve(ctx: &Context, input: &ApproveBoundaryInput) -> Answer<Boundary> {
    let company = spoken_for(input.company.as_ref())?;
    act(ctx, &input.boundary, Verb::BoundaryView, |tx, on| boundaries::approve(tx, on, input.revision, company))
}

fn object(ctx: &Context, input: &ObjectToBoundaryInput) -> Answer<Boundary> {
    let company = spoken_for(input.company.as_ref())?;
    act(ctx, &input.boundary, Verb::BoundaryView, |tx, on| {
        boundaries::object(tx, on, input.revision, company, &input.reason)
    })
}

fn accept(ctx: &Context, input: &AcceptFindingInput) -> Answer<Finding> {
    let company = spoken_for(input.company.as_ref())?;
    decide(ctx, &input.finding, |tx, on| boundaries::accept(tx, on, input.revision, company, &input.reason))
}

fn reopen(ctx: &Context, input: &ReopenFindingInput) -> Answer<Finding> {
    let company = spoken_for(input.company.as_ref())?;
    decide(ctx, &input.finding, |tx, on| boundaries::reopen(tx, on, input.revision, company))
}

/// What can be done about boundaries.
pub struct BoundaryMutations;

/// What can be done about boundaries.
#[graphql_object(scalar = Gql, context = Context)]
impl BoundaryMutations {
    /// Draws a new boundary: its first draft. For experts of the company that answers.
    fn draw_boundary(ctx: &Context, input: DrawBoundaryInput) -> Answer<BoundaryPayload> {
        BoundaryPayload::of(draw(ctx, &input), input.client_mutation_id)
    }

    /// Changes the draft, or begins a new one from what was approved. Where somebody was faster, `merge` shows both
    /// changes. For experts of the company that answers.
    fn redraw_boundary(ctx: &Context, input: RedrawBoundaryInput) -> Answer<RedrawBoundaryPayload> {
        redraw(ctx, input)
    }

    /// Begins a draft that ends the boundary; it is agreed on like every other. For experts of the company that answers.
    fn retire_boundary(ctx: &Context, input: BoundaryInput) -> Answer<BoundaryPayload> {
        let done = act(ctx, &input.boundary, Verb::BoundaryDraw, |tx, on| boundaries::retire(tx, on, input.revision));
        BoundaryPayload::of(done, input.client_mutation_id)
    }

    /// Says something about a field of the version that is being agreed on. For experts of every company.
    fn comment_on_boundary(ctx: &Context, input: CommentOnBoundaryInput) -> Answer<BoundaryPayload> {
        BoundaryPayload::of(comment(ctx, &input), input.client_mutation_id)
    }

    /// Settles a comment. For whoever wrote it, and experts of the company that answers.
    fn resolve_boundary_comment(ctx: &Context, input: ResolveBoundaryCommentInput) -> Answer<BoundaryPayload> {
        BoundaryPayload::of(resolve(ctx, &input), input.client_mutation_id)
    }

    /// Puts the draft before its neighbours. For experts of the company that answers.
    fn propose_boundary(ctx: &Context, input: ProposeBoundaryInput) -> Answer<BoundaryPayload> {
        let done = act(ctx, &input.boundary, Verb::BoundaryDraw, |tx, on| {
            boundaries::propose(tx, on, input.revision, input.effective_from.0)
        });
        BoundaryPayload::of(done, input.client_mutation_id)
    }

    /// Approves a proposal for a neighbour; the last one makes it hold. For experts of that neighbour; nobody approves
    /// what they proposed themselves.
    fn approve_boundary(ctx: &Context, input: ApproveBoundaryInput) -> Answer<BoundaryPayload> {
        BoundaryPayload::of(approve(ctx, &input), input.client_mutation_id)
    }

    /// Objects to a proposal for a neighbour; it becomes a draft again. For experts of that neighbour.
    fn object_to_boundary(ctx: &Context, input: ObjectToBoundaryInput) -> Answer<BoundaryPayload> {
        BoundaryPayload::of(object(ctx, &input), input.client_mutation_id)
    }

    /// Takes a proposal back, which makes it a draft again, or gives a draft up. For experts of the company that answers.
    fn withdraw_boundary(ctx: &Context, input: WithdrawBoundaryInput) -> Answer<BoundaryPayload> {
        let done = act(ctx, &input.boundary, Verb::BoundaryDraw, |tx, on| {
            boundaries::withdraw(tx, on, input.revision, &input.reason)
        });
        BoundaryPayload::of(done, input.client_mutation_id)
    }

    /// Accepts a finding with a reason: the group lives with it as long as it does not grow. For coordinators.
    fn accept_finding(ctx: &Context, input: AcceptFindingInput) -> Answer<FindingPayload> {
        FindingPayload::of(accept(ctx, &input), input.client_mutation_id)
    }

    /// Takes the acceptance of a finding back. For coordinators.
    fn reopen_finding(ctx: &Context, input: ReopenFindingInput) -> Answer<FindingPayload> {
        FindingPayload::of(reopen(ctx, &input), input.client_mutation_id)
    }
}
