import { Stack } from '@mantine/core';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql, type ResultOf } from '~/lib/graphql';
import { Gate } from '~/ui/Gate';
import { VersionCard } from './VersionCard';

const AgreementVersions = graphql(`
  query AgreementVersions($code: String!) {
    agreement(code: $code) {
      id
      zone
      versions {
        number
        state
        digest
        effectiveFrom
        signatures {
          signedAt
          company {
            id
            name
          }
          person {
            id
            name
          }
        }
        missingSignatures {
          id
          name
        }
        changes {
          path
          before
          after
        }
      }
    }
  }
`);

export type VersionShown = NonNullable<ResultOf<typeof AgreementVersions>['agreement']>['versions'][number];

/** Every version, the latest first: what it changes, who has signed it and who has not. */
export function VersionsTab() {
  const { agreement } = useSeat();
  const [asked, again] = useQuery({ query: AgreementVersions, variables: { code: agreement.code } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement} again={again}>
      {({ id, zone, versions }) => (
        <Stack>
          {versions.toReversed().map((version) => (
            <VersionCard key={version.number} agreement={id} zone={zone} version={version} />
          ))}
        </Stack>
      )}
    </Gate>
  );
}
