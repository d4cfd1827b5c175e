import { Stack } from '@mantine/core';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { nameOf } from '~/lib/choices';
import { graphql, type ResultOf } from '~/lib/graphql';
import { Gate } from '~/ui/Gate';
import { CommonGround } from './CommonGround';
import { Groups } from './Groups';
import { Paths } from './Paths';

const Governance = graphql(`
  query Governance($code: String!) {
    agreement(code: $code) {
      id
      calendars {
        code
        name
      }
      groups {
        id
        code
        name
        rule
        quorum
        members {
          level
          role
          since
          until
          company {
            id
            name
          }
          person {
            id
            name
          }
          deputy {
            id
            name
          }
        }
        cadences {
          code
          name
          purpose
          form
          place
          starts
          rule
          zone
          lasts
          requires
        }
      }
      escalationPaths {
        code
        name
        customer {
          id
          name
        }
        triggers {
          on
          times
        }
        levels {
          name
          tier
          answerWithin
          calendar
          role
          management
          holders {
            company {
              id
              name
            }
            person {
              id
              name
            }
          }
        }
      }
      vocabulary {
        kind
        code
        meaning
      }
      alignmentChecklist {
        code
        area
        question
      }
      healthWeights {
        days
        weights {
          sign
          weight
        }
      }
    }
  }
`);

export type Governed = NonNullable<ResultOf<typeof Governance>['agreement']>;

/** Who decides and meets, how matters climb, and what words all share. */
export function GovernanceTab() {
  const { agreement } = useSeat();
  const [asked, again] = useQuery({ query: Governance, variables: { code: agreement.code } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement} again={again}>
      {(governed) => (
        <Stack gap="lg">
          <Groups of={governed.groups} />
          <Paths of={governed.escalationPaths} calendar={(code) => nameOf(governed.calendars, code)} />
          <CommonGround of={governed} />
        </Stack>
      )}
    </Gate>
  );
}
