import { Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql } from '~/lib/graphql';
import { Gate } from '~/ui/Gate';
import { StateMark } from '~/ui/Mark';
import { Day } from '~/ui/Moment';
import { Page } from '~/ui/Page';
import { Tabbed } from '~/ui/Tabbed';
import { CasesTab } from './CasesTab';
import { CommitmentsTab } from './CommitmentsTab';
import { Digest } from './Digest';
import { FileTab } from './FileTab';
import { GovernanceTab } from './GovernanceTab';
import { Lifecycle } from './Lifecycle';
import { PartiesTab } from './PartiesTab';
import { ServicesTab } from './ServicesTab';
import { SignatureBanner } from './SignatureBanner';
import { VersionsTab } from './VersionsTab';
import { agreementStates } from './words';

const AgreementHead = graphql(`
  query AgreementHead($code: String!) {
    agreement(code: $code) {
      id
      name
      zone
      state
      effectiveFrom
      ended
      digest
      versions {
        number
        state
        digest
        effectiveFrom
        signatures {
          company {
            id
            name
          }
        }
        missingSignatures {
          id
          name
        }
      }
    }
  }
`);

/** The agreement itself: who is bound, by what, and who has signed. */
export function Component() {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const [asked, again] = useQuery({ query: AgreementHead, variables: { code: agreement.code } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement} again={again}>
      {(head) => {
        return (
          <Page
            title={head.name}
            mark={<StateMark of={agreementStates[head.state]} />}
            hint={
              <>
                <Trans>
                  Since <Day on={head.effectiveFrom} />, in the time of {head.zone}.
                </Trans>{' '}
                {head.ended && (
                  <Trans>
                    It holds no more from <Day on={head.ended} /> on.
                  </Trans>
                )}
                <Text size="sm" component="div">
                  <Trans>
                    Digest of the terms: <Digest of={head.digest} />
                  </Trans>
                </Text>
              </>
            }
            actions={<Lifecycle agreement={head} />}
          >
            <SignatureBanner versions={head.versions} />
            <Tabbed
              label={t`Parts of the agreement`}
              tabs={[
                { value: 'parties', label: t`Parties and people`, content: () => <PartiesTab /> },
                { value: 'versions', label: t`Versions and signatures`, content: () => <VersionsTab /> },
                { value: 'commitments', label: t`Commitments`, content: () => <CommitmentsTab /> },
                { value: 'services', label: t`Services`, content: () => <ServicesTab /> },
                { value: 'cases', label: t`Case handling`, content: () => <CasesTab /> },
                { value: 'governance', label: t`Governance`, content: () => <GovernanceTab /> },
                { value: 'file', label: t`File`, content: () => <FileTab /> },
              ]}
            />
          </Page>
        );
      }}
    </Gate>
  );
}
