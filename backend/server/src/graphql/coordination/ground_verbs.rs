//! What can be done about common ground over GraphQL: words mapped, alignment assessed.

use super::{alignment::AlignmentAssessment, vocabulary::CompanyVocabulary};
use crate::graphql::{
    agreements::{Agreement, WordKind, agreement_id},
    companies::company_id,
    kernel::{context::Context, errors::Answer, inputs::inputs, payload::payload, scalar::Gql, types::Date},
};
use concordat_domain::agreements as rules;
use concordat_service::coordination::{self, Assessing, Own};
use juniper::{ID, graphql_object};

payload!(
    /// What a mutation of a company's words answers.
    VocabularyPayload {
        /// The words as they are now.
        vocabulary: CompanyVocabulary
    }
);

payload!(
    /// What assessing alignment answers.
    AlignmentPayload {
        /// What was recorded.
        assessment: AlignmentAssessment
    }
);

inputs! {
    /// A word of your company's own, and what it means.
    MapWordInput {
        /// The agreement's global id.
        agreement: ID,
        /// Your company's global id.
        company: ID,
        /// The revision of the company's words that you have read; 0 before the first.
        revision: i32,
        /// What kind of word it is.
        kind: WordKind,
        /// The word, as your company writes it; in 200 characters at most.
        own: String,
        /// The code of the agreement's word of that kind; none: nobody knows yet.
        code: Option<String>,
    }

    /// A word of your company's own to be taken back.
    UnmapWordInput {
        /// The agreement's global id.
        agreement: ID,
        /// Your company's global id.
        company: ID,
        /// The revision of the company's words that you have read.
        revision: i32,
        /// What kind of word it is.
        kind: WordKind,
        /// The word.
        own: String,
    }

    /// What the group found of a company's alignment.
    AssessAlignmentInput {
        /// The agreement's global id.
        agreement: ID,
        /// The company's global id; not one for which you coordinate.
        company: ID,
        /// The code of the aspect.
        aspect: String,
        /// From 0 (not aligned) to 4 (fully, and shown by evidence).
        score: i32,
        /// The local day of which it is, today or earlier; none: today.
        on: Option<Date>,
        /// More about it, in 4000 characters at most.
        note: Option<String>,
    }
}

fn kind(word: WordKind) -> rules::WordKind {
    match word {
        WordKind::Status => rules::WordKind::Status,
        WordKind::Severity => rules::WordKind::Severity,
        WordKind::Term => rules::WordKind::Term,
    }
}

fn map(ctx: &Context, input: &MapWordInput) -> Answer<CompanyVocabulary> {
    let (agreement, company) = (agreement_id(&input.agreement)?, company_id(&input.company)?);
    let own = Own { company, kind: kind(input.kind), own: &input.own };
    let code = input.code.as_deref();
    let view = ctx.write(agreement, |tx| coordination::map_word(tx, agreement, own, code, input.revision))?;
    Ok(CompanyVocabulary::new(&Agreement::load(ctx, agreement)?, view))
}

fn unmap(ctx: &Context, input: &UnmapWordInput) -> Answer<CompanyVocabulary> {
    let (agreement, company) = (agreement_id(&input.agreement)?, company_id(&input.company)?);
    let own = Own { company, kind: kind(input.kind), own: &input.own };
    let view = ctx.write(agreement, |tx| coordination::unmap_word(tx, agreement, own, input.revision))?;
    Ok(CompanyVocabulary::new(&Agreement::load(ctx, agreement)?, view))
}

fn assess(ctx: &Context, input: &AssessAlignmentInput) -> Answer<AlignmentAssessment> {
    let (agreement, company) = (agreement_id(&input.agreement)?, company_id(&input.company)?);
    let found = Assessing {
        company,
        aspect: &input.aspect,
        score: input.score.into(),
        on: input.on.map(|day| day.0),
        note: input.note.as_deref(),
    };
    let assessed = ctx.write(agreement, |tx| coordination::assess_alignment(tx, agreement, found))?;
    Ok(AlignmentAssessment::new(&Agreement::load(ctx, agreement)?, assessed))
}

/// What can be done about common ground.
pub struct GroundMutations;

/// What can be done about common ground.
#[graphql_object(scalar = Gql, context = Context)]
impl GroundMutations {
    /// Says which word of the agreement a word of your company's own means. For coordinators and experts of the company.
    fn map_word(ctx: &Context, input: MapWordInput) -> Answer<VocabularyPayload> {
        VocabularyPayload::of(map(ctx, &input), input.client_mutation_id)
    }

    /// Takes a word of your company's own back. For coordinators and experts of the company.
    fn unmap_word(ctx: &Context, input: UnmapWordInput) -> Answer<VocabularyPayload> {
        VocabularyPayload::of(unmap(ctx, &input), input.client_mutation_id)
    }

    /// Records how well the group finds another company aligned in one aspect. For coordinators.
    fn assess_alignment(ctx: &Context, input: AssessAlignmentInput) -> Answer<AlignmentPayload> {
        AlignmentPayload::of(assess(ctx, &input), input.client_mutation_id)
    }
}
