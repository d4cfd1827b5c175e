import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { useSeat } from '~/app/seat';
import { nameOf } from '~/lib/choices';
import { Mark, StateMark } from '~/ui/Mark';
import { Moment } from '~/ui/Moment';
import { Prose } from '~/ui/Prose';
import type { Agreed } from '../terms';
import { Decide } from '../verbs/Decide';
import { claims, disputeStates } from '../words';
import type { Story } from './story';

/** What people said of the case's time and of its outcome: pauses, disputes, the customer's word. */
export function Judged({ story, agreed }: { story: Story; agreed: Agreed }) {
  const { t } = useLingui();
  const { pauses, disputes, ratings } = story;
  return (
    <>
      <Part title={t`Pauses`} of={pauses.map((pause) => <Paused key={pause.from} pause={pause} agreed={agreed} />)} />
      <Part title={t`Disputes`} of={disputes.map((dispute) => <Disputed key={dispute.number} dispute={dispute} story={story} agreed={agreed} />)} />
      <Part title={t`What the customer said`} of={ratings.map((rating) => <Rated key={rating.at} rating={rating} zone={agreed.zone} />)} />
    </>
  );
}

function Part({ title, of }: { title: string; of: ReactNode[] }) {
  if (of.length === 0) return null;
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>{title}</Title>
      {of}
    </Stack>
  );
}

function Paused({ pause, agreed }: { pause: Story['pauses'][number]; agreed: Agreed }) {
  const { t, i18n } = useLingui();
  const { from, until, reason, against, company, needsConsent, consentedAt, counts } = pause;
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {nameOf(agreed.caseHandling?.pauseReasons ?? [], reason)}
        </Text>
        <Mark tone={counts ? 'quiet' : 'warn'}>{counts ? t`Counts` : t`Does not count`}</Mark>
      </Group>
      <Text size="sm" component="div">
        <Moment at={from} zone={agreed.zone} /> – {until && <Moment at={until} zone={agreed.zone} />}
      </Text>
      <Text size="sm" c="dimmed" component="div">
        <Trans>Claimed against {company?.name ?? i18n._(claims[against])}.</Trans>{' '}
        {needsConsent &&
          (consentedAt ? (
            <Trans>
              Consented to: <Moment at={consentedAt} zone={agreed.zone} />.
            </Trans>
          ) : (
            <Trans>It needs consent, which has not been given.</Trans>
          ))}
      </Text>
    </Paper>
  );
}

function Disputed({ dispute, story, agreed }: { dispute: Story['disputes'][number]; story: Story; agreed: Agreed }) {
  const { holds, company: own } = useSeat();
  const [deciding, setDeciding] = useState(false);
  const { company, from, until, reason, state, decision, movedTo } = dispute;
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={600}>
          {company?.name}
        </Text>
        <StateMark of={disputeStates[state]} />
      </Group>
      <Text size="sm" component="div">
        <Moment at={from} zone={agreed.zone} /> – <Moment at={until} zone={agreed.zone} />
      </Text>
      <Prose>{reason}</Prose>
      {decision && (
        <Text size="sm" mt={4}>
          <b>{movedTo ? <Trans>It went to {movedTo.name}:</Trans> : <Trans>Decided:</Trans>}</b> {decision}
        </Text>
      )}
      {state === 'OPEN' && holds('COORDINATOR') && company?.id !== own.id && (
        <Button size="xs" mt="xs" onClick={() => setDeciding(true)}>
          <Trans>Decide</Trans>
        </Button>
      )}
      {deciding && <Decide story={story} agreed={agreed} dispute={dispute} onClose={() => setDeciding(false)} />}
    </Paper>
  );
}

function Rated({ rating: { at, points, words, positive }, zone }: { rating: Story['ratings'][number]; zone: string }) {
  const { t } = useLingui();
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" gap="xs">
        <Mark tone={positive ? 'good' : 'bad'}>{t`${points} of 5 points`}</Mark>
        <Text size="xs" c="dimmed" component="div">
          <Moment at={at} zone={zone} />
        </Text>
      </Group>
      {words && <Prose mt={4}>{words}</Prose>}
    </Paper>
  );
}
