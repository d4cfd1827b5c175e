import { graphql } from '~/lib/graphql';
import { Refused } from '~/lib/refused';

const Changed = graphql(
  `
    fragment CaseChanged on CasePayload {
      case {
        id
        revision
      }
      refusals {
        ...Refused
      }
    }
  `,
  [Refused],
);

export const AcceptCase = graphql(`mutation AcceptCase($input: AcceptCaseInput!) { acceptCase(input: $input) { ...CaseChanged } }`, [Changed]);
export const RefuseCase = graphql(`mutation RefuseCase($input: RefuseCaseInput!) { refuseCase(input: $input) { ...CaseChanged } }`, [Changed]);
export const OfferCase = graphql(`mutation OfferCase($input: OfferCaseInput!) { offerCase(input: $input) { ...CaseChanged } }`, [Changed]);
export const RespondToCase = graphql(`mutation RespondToCase($input: CaseInput!) { respondToCase(input: $input) { ...CaseChanged } }`, [Changed]);
export const UpdateCase = graphql(`mutation UpdateCase($input: UpdateCaseInput!) { updateCase(input: $input) { ...CaseChanged } }`, [Changed]);
export const PauseCase = graphql(`mutation PauseCase($input: PauseCaseInput!) { pauseCase(input: $input) { ...CaseChanged } }`, [Changed]);
export const ConsentToPause = graphql(`mutation ConsentToPause($input: ConsentToPauseInput!) { consentToPause(input: $input) { ...CaseChanged } }`, [Changed]);
export const ResumeCase = graphql(`mutation ResumeCase($input: CaseInput!) { resumeCase(input: $input) { ...CaseChanged } }`, [Changed]);
export const SwarmCase = graphql(`mutation SwarmCase($input: SwarmCaseInput!) { swarmCase(input: $input) { ...CaseChanged } }`, [Changed]);
export const SpecifyCase = graphql(`mutation SpecifyCase($input: SpecifyCaseInput!) { specifyCase(input: $input) { ...CaseChanged } }`, [Changed]);
export const ReprioritiseCase = graphql(`mutation ReprioritiseCase($input: ReprioritiseCaseInput!) { reprioritiseCase(input: $input) { ...CaseChanged } }`, [Changed]);
export const ResolveCase = graphql(`mutation ResolveCase($input: ResolveCaseInput!) { resolveCase(input: $input) { ...CaseChanged } }`, [Changed]);
export const CancelCase = graphql(`mutation CancelCase($input: CaseReasonInput!) { cancelCase(input: $input) { ...CaseChanged } }`, [Changed]);
export const ReopenCase = graphql(`mutation ReopenCase($input: CaseReasonInput!) { reopenCase(input: $input) { ...CaseChanged } }`, [Changed]);
export const CloseCase = graphql(`mutation CloseCase($input: CaseInput!) { closeCase(input: $input) { ...CaseChanged } }`, [Changed]);
export const RecoverCase = graphql(`mutation RecoverCase($input: RecoverCaseInput!) { recoverCase(input: $input) { ...CaseChanged } }`, [Changed]);
export const DisputeCaseTime = graphql(`mutation DisputeCaseTime($input: DisputeCaseTimeInput!) { disputeCaseTime(input: $input) { ...CaseChanged } }`, [Changed]);
export const DecideCaseDispute = graphql(`mutation DecideCaseDispute($input: DecideCaseDisputeInput!) { decideCaseDispute(input: $input) { ...CaseChanged } }`, [Changed]);
export const OpenCase = graphql(`mutation OpenCase($input: OpenCaseInput!) { openCase(input: $input) { ...CaseChanged } }`, [Changed]);
