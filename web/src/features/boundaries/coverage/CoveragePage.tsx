import { Button, Group, Stack, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { choicesById } from '~/lib/choices';
import { graphql, type ResultOf } from '~/lib/graphql';
import { today } from '~/lib/time';
import { useParam } from '~/lib/url';
import { Empty } from '~/ui/Empty';
import { Filter } from '~/ui/Filter';
import { Gate } from '~/ui/Gate';
import { Page } from '~/ui/Page';
import { Live } from '../Live';
import { Views } from '../Views';
import { Legend } from './Legend';
import { ServiceStrip } from './ServiceStrip';
import { daysLater, mondayOf } from './strip';

const CoverageGround = graphql(`
  query CoverageGround($agreement: String!) {
    agreement(code: $agreement) {
      id
      zone
      services {
        id
        name
        children {
          id
        }
      }
      calendars {
        code
        zone
      }
      teams {
        id
        calendar
      }
      boundaries(first: 100) {
        nodes {
          id
          company {
            id
            name
          }
          history {
            from
            until
            version {
              number
              content {
                title
                responsibility
                team {
                  id
                }
              }
            }
          }
        }
      }
    }
  }
`);

export type Ground = NonNullable<ResultOf<typeof CoverageGround>['agreement']>;

/** Who covers which element when, in a week, by the clocks of both sides. */
export function Component() {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const [asked, again] = useQuery({ query: CoverageGround, variables: { agreement: agreement.code } });
  return (
    <Page
      title={t`Coverage`}
      hint={<Trans>A week of what is demanded and who covers it. Point at a stretch, or walk through it with the arrow keys, for its times by every clock concerned.</Trans>}
    >
      <Live />
      <Views />
      <Gate asked={asked} pick={(data) => data.agreement} again={() => again({ requestPolicy: 'network-only' })}>
        {(ground) => <Week ground={ground} />}
      </Gate>
    </Page>
  );
}

function Week({ ground }: { ground: Ground }) {
  const { t } = useLingui();
  const [week, setWeek] = useParam('week', mondayOf(today(ground.zone)));
  const [service] = useParam('service');
  const leaves = ground.services.filter(({ children }) => children.length === 0);
  const shown = leaves.filter(({ id }) => service === '' || id === service);
  if (ground.boundaries.nodes.length === 0) {
    return (
      <Empty title={t`No boundary is drawn yet`}>
        <Trans>Once the companies have drawn what they answer for, this shows hour by hour who covers what is demanded, where nobody does, and where two do.</Trans>
      </Empty>
    );
  }
  return (
    <Stack gap="md">
      <Group align="flex-end" gap="sm" className="no-print">
        <Filter name="service" label={t`Element`} options={choicesById(leaves)} />
        <TextInput
          type="date"
          size="xs"
          label={t`Week of`}
          value={week}
          onChange={({ currentTarget: { value } }) => setWeek(value ? mondayOf(value) : null)}
        />
        <Group gap={4}>
          <Button size="xs" variant="default" leftSection={<IconChevronLeft size={14} aria-hidden />} onClick={() => setWeek(daysLater(week, -7))}>
            <Trans>Week before</Trans>
          </Button>
          <Button size="xs" variant="default" onClick={() => setWeek(null)}>
            <Trans>This week</Trans>
          </Button>
          <Button size="xs" variant="default" rightSection={<IconChevronRight size={14} aria-hidden />} onClick={() => setWeek(daysLater(week, 7))}>
            <Trans>Week after</Trans>
          </Button>
        </Group>
      </Group>
      <Legend />
      {shown.map(({ id, name }) => (
        <ServiceStrip key={id} service={id} name={name} week={week} ground={ground} />
      ))}
    </Stack>
  );
}
