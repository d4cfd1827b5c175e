import { Stack, Table, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { nameOf } from '~/lib/choices';
import { spell, spellDuration } from '~/lib/time';
import { Wide } from '~/ui/Wide';
import { Ledger } from '../story/Ledger';
import classes from '../story/story.module.css';
import type { Handling } from '../terms';
import { ledgerKinds, measures } from '../words';
import { clocksOf, keptShare, longer, type Pair, partsOf } from './compare';
import type { Replayed, Totalled } from './query';

/** What was beside what would have been: how often targets were kept, and whose the time was. */
export function Comparison({ replayed: { before, after }, handling }: { replayed: Replayed; handling: Handling }) {
  const { t, i18n } = useLingui();
  const rule = (code: string) => handling.clocks.find((one) => one.code === code);
  return (
    <>
      <Stack gap="xs" component="section">
        <Title order={2}>
          <Trans>Targets kept</Trans>
        </Title>
        <Figures label={t`Targets kept, before and after`} first={t`Clock`}>
          {clocksOf(before, after).map((pair) => (
            <Compared
              key={pair.key}
              name={[rule(pair.key)?.company?.name ?? t`Customer`, pair.before?.measure && i18n._(measures[pair.before.measure])].filter(Boolean).join(', ')}
              hint={pair.key}
              before={<KeptOf kept={pair.before} />}
              after={<KeptOf kept={pair.after} />}
              difference={pointsOf(pair)}
            />
          ))}
        </Figures>
      </Stack>
      <Stack gap="xs" component="section">
        <Title order={2}>
          <Trans>Whose the time is</Trans>
        </Title>
        <Figures label={t`Time, before and after`} first={t`Whose`}>
          {partsOf(before, after).map((pair) => {
            const part = pair.before ?? pair.after;
            if (!part) return null;
            const difference = longer(pair);
            return (
              <Compared
                key={pair.key}
                name={part.company?.name ?? t`Nobody`}
                hint={[i18n._(ledgerKinds[part.kind]), part.reason && nameOf(handling.pauseReasons, part.reason), part.holder?.name].filter(Boolean).join(': ')}
                before={spellDuration(pair.before?.time ?? 'PT0S')}
                after={spellDuration(pair.after?.time ?? 'PT0S')}
                difference={difference === 0 ? '' : `${difference > 0 ? '+' : ''}${spell(difference)}`}
              />
            );
          })}
          <Compared name={t`All the open time`} before={spellDuration(before.total)} after={spellDuration(after.total)} difference="" />
        </Figures>
      </Stack>
      <details>
        <summary>
          <Trans>Both as bars</Trans>
        </summary>
        <Title order={3} my="xs">
          <Trans>As it was</Trans>
        </Title>
        <Ledger parts={before.parts} total={before.total} handling={handling} label={t`Whose the time was`} />
        <Title order={3} my="xs">
          <Trans>As it would have been</Trans>
        </Title>
        <Ledger parts={after.parts} total={after.total} handling={handling} label={t`Whose the time would have been`} />
      </details>
    </>
  );
}

function Figures({ label, first, children }: { label: string; first: string; children: ReactNode }) {
  const { t } = useLingui();
  return (
    <Wide label={label}>
      <Table fz="sm" verticalSpacing={4} miw={560} className={classes['figures']}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{first}</Table.Th>
            <Table.Th scope="col" ta="right">{t`As it was`}</Table.Th>
            <Table.Th scope="col" ta="right">{t`As it would have been`}</Table.Th>
            <Table.Th scope="col" ta="right">{t`Difference`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Wide>
  );
}

function Compared({ name, hint, before, after, difference }: { name: string; hint?: string; before: ReactNode; after: ReactNode; difference: string }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {name}
        {hint && (
          <Text size="xs" c="dimmed">
            {hint}
          </Text>
        )}
      </Table.Th>
      <Table.Td ta="right">{before}</Table.Td>
      <Table.Td ta="right">{after}</Table.Td>
      <Table.Td ta="right" fw={difference ? 650 : undefined}>
        {difference || '–'}
      </Table.Td>
    </Table.Tr>
  );
}

function KeptOf({ kept }: { kept: Totalled['compliance'][number] | undefined }) {
  const share = keptShare(kept);
  if (!kept || share === undefined) return <Trans>no data</Trans>;
  return (
    <Trans>
      {percent(share)} ({kept.met} of {kept.met + kept.breached})
    </Trans>
  );
}

const percent = (thousandths: number) => (thousandths / 1000).toLocaleString('en-GB', { style: 'percent', maximumFractionDigits: 1 });

/** The difference of two shares in points of a hundred. */
function pointsOf({ before, after }: Pair<Totalled['compliance'][number]>): string {
  const was = keptShare(before);
  const is = keptShare(after);
  if (was === undefined || is === undefined || was === is) return '';
  return `${is > was ? '+' : '−'}${(Math.abs(is - was) / 10).toLocaleString('en-GB')} pp`;
}
