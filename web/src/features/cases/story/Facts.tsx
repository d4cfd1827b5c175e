import { Anchor, SimpleGrid, Text } from '@mantine/core';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSeat } from '~/app/seat';
import { nameOf } from '~/lib/choices';
import { Moment } from '~/ui/Moment';
import type { Agreed } from '../terms';
import type { Story } from './story';

/** What is known of a case, in short. */
export function Facts({ story, agreed }: { story: Story; agreed: Agreed }) {
  const { t } = useLingui();
  const { to } = useSeat();
  const { needs, holder } = story;
  const needed = [needs.region, needs.language, needs.product, ...needs.skills].filter(Boolean).join(', ');
  const facts: [string, ReactNode][] = [
    [t`Who has it`, [holder?.team?.name, holder?.company?.name].filter(Boolean).join(', ') || t`Nobody`],
    [t`Priority`, nameOf(agreed.caseHandling?.priorities ?? [], story.priority)],
    [t`Service package`, story.package && nameOf(agreed.caseHandling?.packages ?? [], story.package)],
    [t`Service`, story.service?.name],
    [t`Customer`, story.customer?.name],
    [t`What it needs`, needed],
    [t`Taken in`, <Moment key="at" at={story.openedAt} zone={agreed.zone} />],
    [t`Resolved`, story.resolvedAt && <Moment key="at" at={story.resolvedAt} zone={agreed.zone} />],
    [t`Handed over`, counted(times(story.handOvers), story.pingPong > 0 && t`${story.pingPong} straight back`, story.offeredOutside > 0 && t`${story.offeredOutside} outside a boundary`)],
    [t`Opened again`, story.reopens > 0 && times(story.reopens)],
    [t`Comes from`, story.source],
  ];
  return (
    <>
      <SimpleGrid component="dl" cols={{ base: 2, sm: 3, lg: 4 }} spacing="sm" verticalSpacing="xs" m={0}>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <Text component="dt" size="xs" c="dimmed">
                  {name}
                </Text>
                <Text component="dd" size="sm" m={0}>
                  {value}
                </Text>
              </div>
            ),
        )}
      </SimpleGrid>
      {story.escalations.map(({ id, title, state }) => (
        <Text size="sm" key={id}>
          <Trans>Escalated:</Trans>{' '}
          <Anchor component={Link} to={to(`escalations/${id}`)} size="sm">
            {title}
          </Anchor>{' '}
          {state === 'CLOSED' || state === 'WITHDRAWN' ? <Trans>(over)</Trans> : <Trans>(waits)</Trans>}
        </Text>
      ))}
    </>
  );
}

const times = (count: number) => plural(count, { 0: 'never', one: 'once', other: '# times' });
const counted = (...parts: (string | false)[]) => parts.filter(Boolean).join(', ');
