//! What can be done about what customers say over GraphQL.

use super::{
    Voice,
    inputs::{AnswerVoiceInput, CloseVoiceInput, RecordVoiceInput},
    voice_id,
};
use crate::graphql::{
    agreements::agreement_id,
    cases::case_id,
    companies::company_id,
    kernel::{context::Context, errors::Answer, payload::payload, scalar::Gql},
};
use concordat_domain::satisfaction::{Recorded, Word};
use concordat_service::satisfaction;
use juniper::graphql_object;

payload!(
    /// What a mutation of what a customer said answers.
    VoicePayload {
        /// It, as it is now.
        voice: Voice
    }
);

fn record(ctx: &Context, input: &RecordVoiceInput) -> Answer<Voice> {
    let agreement = agreement_id(&input.agreement)?;
    let company = company_id(&input.company)?;
    let said = Recorded {
        customer: company_id(&input.customer)?,
        kind: input.kind.into(),
        text: input.text.clone(),
        evidence: input.evidence.clone(),
        case: input.case.as_ref().map(|id| case_id(id).map(|(_, case)| case)).transpose()?,
        companies: input.companies.iter().map(company_id).collect::<Answer<_>>()?,
    };
    let id = ctx.write(agreement, |tx| Ok(satisfaction::record(tx, agreement, company, &said)?.voice.id))?;
    Voice::load(ctx, agreement, id)
}

fn answer(ctx: &Context, input: &AnswerVoiceInput) -> Answer<Voice> {
    let (agreement, id) = voice_id(&input.voice)?;
    let company = input.company.as_ref().map(company_id).transpose()?;
    let word = input.answer.as_deref().map_or(Word::Acknowledge, Word::Answer);
    ctx.write(agreement, |tx| {
        let on = satisfaction::voice(tx, agreement, id)?;
        satisfaction::reply(tx, on, input.revision, company, word).map(|_| ())
    })?;
    Voice::load(ctx, agreement, id)
}

fn close(ctx: &Context, input: &CloseVoiceInput) -> Answer<Voice> {
    let (agreement, id) = voice_id(&input.voice)?;
    ctx.write(agreement, |tx| {
        let on = satisfaction::voice(tx, agreement, id)?;
        satisfaction::close(tx, on, input.revision, &input.words).map(|_| ())
    })?;
    Voice::load(ctx, agreement, id)
}

/// What can be done about what customers say.
pub struct SatisfactionMutations;

/// What can be done about what customers say.
#[graphql_object(scalar = Gql, context = Context)]
impl SatisfactionMutations {
    /// Takes down what a customer prefers or wants improved, and puts it before the companies concerned. For contact-point
    /// agents.
    fn record_voice(ctx: &Context, input: RecordVoiceInput) -> Answer<VoicePayload> {
        VoicePayload::of(record(ctx, &input), input.client_mutation_id)
    }

    /// Acknowledges it for your company, or answers it. A new answer replaces the one before. For coordinators of a company
    /// that was asked.
    fn answer_voice(ctx: &Context, input: AnswerVoiceInput) -> Answer<VoicePayload> {
        VoicePayload::of(answer(ctx, &input), input.client_mutation_id)
    }

    /// Tells the customer what came of it, once every company has acknowledged or answered. For contact-point agents of the
    /// company that took it down.
    fn close_voice(ctx: &Context, input: CloseVoiceInput) -> Answer<VoicePayload> {
        VoicePayload::of(close(ctx, &input), input.client_mutation_id)
    }
}
