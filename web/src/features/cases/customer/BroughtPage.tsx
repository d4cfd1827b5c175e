import { Anchor, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { Mark, StateMark } from '~/ui/Mark';
import { Left, Moment } from '~/ui/Moment';
import { Page } from '~/ui/Page';
import { Prose } from '~/ui/Prose';
import { caseKinds, clockStates, measures, phases } from '../words';
import { Rate } from './Rate';
import { type Brought, BroughtById } from './story';

/** A case as its customer sees it: where it is, what was promised, what they were told, and their own word. */
export function BroughtPage({ id }: { id: string }) {
  const [asked, again] = useQuery({ query: BroughtById, variables: { id } });
  return (
    <Gate asked={asked} pick={({ node }) => (node && 'told' in node ? node : null)} again={again}>
      {(brought) => <Followed brought={brought} />}
    </Gate>
  );
}

function Followed({ brought }: { brought: Brought }) {
  const { t, i18n } = useLingui();
  const { agreement, holds, to } = useSeat();
  const [rating, setRating] = useState(false);
  const { phase, stages, promises, told, escalations } = brought;
  return (
    <Page
      title={`${brought.reference} ${brought.title}`}
      trail={[{ label: t`Cases`, to: to('cases?queue=own') }]}
      mark={<StateMark of={phases[phase]} />}
      hint={
        <>
          {[i18n._(caseKinds[brought.kind]), brought.service?.name, ...brought.companies.map(({ name }) => name)].filter(Boolean).join(' · ')} · <Moment at={brought.openedAt} zone={agreement.zone} />
        </>
      }
      actions={
        holds('CUSTOMER') &&
        brought.resolvedAt !== null && (
          <Button size="xs" onClick={() => setRating(true)}>
            {brought.rating === null ? <Trans>Say how it was</Trans> : <Trans>Say it anew</Trans>}
          </Button>
        )
      }
    >
      <Group component="ol" gap="xs" m={0} p={0} aria-label={t`Stages`} style={{ listStyle: 'none' }}>
        {stages.map(({ code, name, current }) => (
          <li key={code} aria-current={current ? 'step' : undefined}>
            <Mark tone={current ? phases[phase].tone : 'quiet'}>{current ? `▸ ${name}` : name}</Mark>
          </li>
        ))}
      </Group>
      {brought.resolution && (
        <Paper withBorder p="sm">
          <Text size="sm" fw={600}>
            <Trans>How it was resolved</Trans>
          </Text>
          <Prose>{brought.resolution}</Prose>
        </Paper>
      )}
      <Stack gap="xs" component="section">
        <Title order={2}>
          <Trans>What was promised to you</Trans>
        </Title>
        {promises.map(({ measure, dueAt, state }, index) => (
          <Group key={index} gap="sm">
            <Text size="sm" w={180}>
              {i18n._(measures[measure])}
            </Text>
            <StateMark of={clockStates[state]} />
            {dueAt && (
              <Text size="sm" component="div">
                {state === 'RUNNING' ? <Left to={dueAt} zone={agreement.zone} /> : <Moment at={dueAt} zone={agreement.zone} />}
              </Text>
            )}
          </Group>
        ))}
      </Stack>
      <Stack gap="xs" component="section">
        <Title order={2}>
          <Trans>What you were told</Trans>
        </Title>
        {told.length === 0 && (
          <Empty title={t`Nothing yet`}>
            <Trans>The first response and every update stand here.</Trans>
          </Empty>
        )}
        <List listStyleType="none" spacing="xs">
          {told.toReversed().map(({ at: when, note }) => (
            <List.Item key={when}>
              <Text size="xs" c="dimmed" component="div">
                <Moment at={when} zone={agreement.zone} />
              </Text>
              {note ? (
                <Prose>{note}</Prose>
              ) : (
                <Text size="sm">
                  <Trans>You had a response.</Trans>
                </Text>
              )}
            </List.Item>
          ))}
        </List>
      </Stack>
      {escalations.map(({ id, pathName, levelName, deadline }) => (
        <Text size="sm" key={id} component="div">
          <Anchor component={Link} to={to(`escalations/${id}`)} size="sm" underline="always">
            {pathName}
          </Anchor>
          {`: ${levelName} `}
          {deadline && <Left to={deadline} zone={agreement.zone} />}
        </Text>
      ))}
      {rating && <Rate brought={brought} onClose={() => setRating(false)} />}
    </Page>
  );
}
