import { Alert, Stack, Text } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconArrowsExchange, IconFlag, IconPlayerPause } from '@tabler/icons-react';
import { nameOf } from '~/lib/choices';
import { Left, Moment } from '~/ui/Moment';
import type { Agreed } from '../terms';
import type { Story } from './story';

/** What the case waits for: an answer to an offer, the end of a pause, a good word. */
export function Standing({ story, agreed }: { story: Story; agreed: Agreed }) {
  const { offer, redFlag, recoveries, phase } = story;
  const pause = phase === 'PAUSED' ? story.pauses.at(-1) : undefined;
  const recovery = recoveries.find(({ turnedAt }) => turnedAt === null);
  return (
    <Stack gap="xs">
      {offer && (
        <Alert color="blue" icon={<IconArrowsExchange />}>
          <Text size="sm" component="div">
            <Trans>
              Offered to {offer.to.team?.name}, {offer.to.company?.name}, since <Moment at={offer.at} zone={agreed.zone} />. Until they take it on, {offer.from?.company?.name} holds it.
            </Trans>
          </Text>
        </Alert>
      )}
      {pause && (
        <Alert color="gray" icon={<IconPlayerPause />}>
          <Text size="sm" component="div">
            <Trans>Paused:</Trans> {nameOf(agreed.caseHandling?.pauseReasons ?? [], pause.reason)}.{' '}
            {pause.needsConsent && !pause.consentedAt && <Trans>It does not count yet: {pause.company?.name} has not consented. The clocks run.</Trans>}{' '}
            {pause.until && (
              <Trans>
                It ends by itself: <Left to={pause.until} zone={agreed.zone} />.
              </Trans>
            )}
          </Text>
        </Alert>
      )}
      {redFlag && (
        <Alert color="red" icon={<IconFlag />}>
          <Text size="sm">
            <Trans>A complaint with a red flag: it stays until the customer is content.</Trans>
          </Text>
        </Alert>
      )}
      {recovery && (
        <Alert color="yellow" icon={<IconFlag />}>
          <Text size="sm" component="div">
            {recovery.owner ? (
              <Trans>
                {recovery.owner.name}, {recovery.company?.name}, wins the customer back:
              </Trans>
            ) : (
              <Trans>The customer was not content, and nobody has taken it on to win them back:</Trans>
            )}{' '}
            <Left to={recovery.dueAt} zone={agreed.zone} />
          </Text>
        </Alert>
      )}
    </Stack>
  );
}
