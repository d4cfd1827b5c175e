import { Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { nameOf } from '~/lib/choices';
import { spell, spellDuration } from '~/lib/time';
import { Moment } from '~/ui/Moment';
import { Wide } from '~/ui/Wide';
import type { Agreed } from '../terms';
import { clockReasons, measures } from '../words';
import type { Clock } from './clock';
import { reckon, type Step, truthsOf } from './steps';
import classes from './story.module.css';

interface ReckoningProps {
  clock: Clock;
  agreed: Agreed;
  zone: string | undefined;
}

/** Why a clock is due when it is: the stretches of time that led there, and the two truths that they add up to. */
export function Reckoning({ clock, agreed, zone }: ReckoningProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className={classes['why']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{clock.dueAt ? <Trans>Why is it due then?</Trans> : <Trans>How did it get here?</Trans>}</summary>
      {open && <Steps clock={clock} agreed={agreed} zone={zone} />}
    </details>
  );
}

function Steps({ clock, agreed, zone }: ReckoningProps) {
  const { t, i18n } = useLingui();
  const steps = reckon(clock.explanation);
  const { counts, wall, still } = truthsOf(steps);
  const names = still.map(({ reason, length }) => `${spell(length)} ${i18n._(clockReasons[reason]).toLowerCase()}`).join('; ');
  return (
    <>
      <Text size="sm" my="xs">
        <Trans>
          {spell(counts)} of the clock’s own hours, {spell(wall)} on the wall.
        </Trans>{' '}
        {names && <Trans>The difference: {names}.</Trans>}
      </Text>
      <Wide label={t`Reckoning of ${clock.company?.name ?? ''} ${i18n._(measures[clock.measure])}`}>
        <Table fz="xs" withRowBorders={false} verticalSpacing={3} miw={480} className={classes['figures']}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t`From`}</Table.Th>
              <Table.Th scope="col">{t`What`}</Table.Th>
              <Table.Th scope="col" ta="right">{t`On the wall`}</Table.Th>
              <Table.Th scope="col" ta="right">{t`Used up`}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {steps.map((step, at) => (
              <Table.Tr key={at}>
                <Table.Td>
                  <Moment at={step.from} zone={zone} quiet />
                </Table.Td>
                <Table.Td>
                  <What step={step} agreed={agreed} zone={zone} />
                </Table.Td>
                <Table.Td ta="right">{step.wall > 0 && spell(step.wall)}</Table.Td>
                <Table.Td ta="right">{step.reason === 'OPEN' && spell(step.used)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Wide>
    </>
  );
}

function What({ step: { reason, pause, target, versionSince }, agreed, zone }: { step: Step; agreed: Agreed; zone: string | undefined }) {
  const { i18n } = useLingui();
  if (reason === 'TARGET' && target) return <Trans>The target is {spellDuration(target)}</Trans>;
  if (reason === 'VERSION') {
    return versionSince ? (
      <Trans>
        The version in force since <Moment at={versionSince} zone={zone} quiet /> counts
      </Trans>
    ) : (
      <Trans>The first version of the agreement counts</Trans>
    );
  }
  const words = i18n._(clockReasons[reason]);
  return <>{pause ? `${words} (${nameOf(agreed.caseHandling?.pauseReasons ?? [], pause)})` : words}</>;
}
