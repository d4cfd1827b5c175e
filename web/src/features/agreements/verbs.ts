import { graphql } from '~/lib/graphql';
import { Refused } from '~/lib/refused';

/** What a change answers: the rest of what is on the screen is asked for again by itself. */
const Changed = graphql(
  `
    fragment AgreementChanged on AgreementPayload {
      agreement {
        id
        state
        ended
      }
      refusals {
        ...Refused
      }
    }
  `,
  [Refused],
);

export const ApplyAgreement = graphql(`mutation ApplyAgreement($input: ApplyAgreementInput!) { applyAgreement(input: $input) { ...AgreementChanged } }`, [Changed]);
export const ProposeAgreement = graphql(`mutation ProposeAgreement($input: AgreementInput!) { proposeAgreement(input: $input) { ...AgreementChanged } }`, [Changed]);
export const WithdrawAgreement = graphql(`mutation WithdrawAgreement($input: AgreementInput!) { withdrawAgreement(input: $input) { ...AgreementChanged } }`, [Changed]);
export const EndAgreement = graphql(`mutation EndAgreement($input: EndAgreementInput!) { endAgreement(input: $input) { ...AgreementChanged } }`, [Changed]);
export const SignAgreement = graphql(`mutation SignAgreement($input: SignAgreementInput!) { signAgreement(input: $input) { ...AgreementChanged } }`, [Changed]);
