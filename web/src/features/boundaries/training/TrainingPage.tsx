import { Button, Group, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { choicesById } from '~/lib/choices';
import { useParam } from '~/lib/url';
import { Empty } from '~/ui/Empty';
import { Filter } from '~/ui/Filter';
import { Gate } from '~/ui/Gate';
import { Page } from '~/ui/Page';
import { Live } from '../Live';
import { Views } from '../Views';
import { Plan } from './Plan';
import { type Ground, type Trained, type Training, TrainingGround, Trainings } from './training';
import { TrainingCard } from './TrainingCard';

/** What the teams have to learn of the boundaries, and who has. */
export function Component() {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const [asked, again] = useQuery({ query: TrainingGround, variables: { agreement: agreement.code } });
  return (
    <Page title={t`Training`} hint={<Trans>Who has learnt what a boundary says. Whoever has not takes no duty at a contact point for its service, unless let off for a while.</Trans>}>
      <Live />
      <Views />
      <Gate asked={asked} pick={(data) => data.agreement} again={() => again({ requestPolicy: 'network-only' })}>
        {(ground) => <Shown ground={ground} />}
      </Gate>
    </Page>
  );
}

function Shown({ ground }: { ground: Ground }) {
  const { t } = useLingui();
  const { company, holds } = useSeat();
  const [planning, setPlanning] = useState(false);
  const boundaries = ground.boundaries.nodes;
  const trainable = boundaries.filter((one) => one.company?.id === company.id && one.approved && !one.approved.ends);
  const trained = boundaries.filter(({ trainings }) => trainings.length > 0);
  const named = (all: readonly Trained[]) => all.map(({ id, approved }) => ({ value: id, label: approved?.content.title ?? '' }));
  const plan = holds('SME') && trainable.length > 0 && (
    <Button onClick={() => setPlanning(true)} w="max-content">
      <Trans>Plan a training</Trans>
    </Button>
  );
  return (
    <Stack>
      {trained.length === 0 ? (
        <Empty title={t`No training is planned`} action={plan}>
          <Trans>The experts of the company that answers plan what a team learns of an approved version, and record who has learnt it. A later version opens it again for everybody.</Trans>
        </Empty>
      ) : (
        <>
          <Group justify="space-between" align="flex-end" className="no-print">
            <Group gap="sm">
              <Filter name="boundary" label={t`Boundary`} options={named(trained)} />
              <Filter name="team" label={t`Team`} options={choicesById(ground.teams)} />
            </Group>
            {plan}
          </Group>
          <Listed boundaries={trained} />
        </>
      )}
      {planning && <Plan trainable={trainable} teams={ground.teams} onClose={() => setPlanning(false)} />}
    </Stack>
  );
}

/** More than these cost more than one question may. */
const MOST = 80;

function Listed({ boundaries }: { boundaries: readonly Trained[] }) {
  const { t } = useLingui();
  const [boundary] = useParam('boundary');
  const [team] = useParam('team');
  const wanted = boundaries.filter(({ id }) => boundary === '' || id === boundary);
  const ids = wanted.flatMap(({ trainings }) => trainings.map(({ id }) => id)).slice(0, MOST);
  const [asked, again] = useQuery({ query: Trainings, variables: { ids }, pause: ids.length === 0 });
  const isOf = (one: { __typename: string } | null): one is Training => one?.__typename === 'Training';
  if (ids.length === 0) {
    return (
      <Empty title={t`No training on this boundary`}>
        <Trans>Its company’s experts plan one for each team that has to know it.</Trans>
      </Empty>
    );
  }
  return (
    <Gate asked={asked} pick={(data) => data.nodes} again={() => again({ requestPolicy: 'network-only' })}>
      {(nodes) => (
        <Stack>
          {nodes
            .filter(isOf)
            .filter((training) => team === '' || training.team?.id === team)
            .map((training) => {
              const of = wanted.find(({ id }) => id === training.boundary.id);
              return of && <TrainingCard key={training.id} training={training} of={of} />;
            })}
        </Stack>
      )}
    </Gate>
  );
}
