import { Stack, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { lengthOf, spell, spellDuration } from '~/lib/time';
import { Mark, type Tone } from '~/ui/Mark';
import { useAreaLines } from '../findings/Areas';
import { stretchIn } from '../when';
import { findingKinds } from '../words';
import type { Foretold, Supposed } from './prospect';

/** What would open, close, and stay otherwise. */
export function Told({ foretold: { opened, closed, kept } }: { foretold: Foretold }) {
  const { t } = useLingui();
  const otherwise = kept.filter(({ before, finding }) => before !== finding.extent);
  const same = kept.length - otherwise.length;
  return (
    <Stack gap="sm" role="status">
      <Several title={t`Would open`} tone="bad" findings={opened} none={t`Nothing would open.`} />
      <Several title={t`Would close`} tone="good" findings={closed} none={t`Nothing would close.`} />
      {otherwise.length > 0 && <Several title={t`Would stay, otherwise`} tone="warn" findings={otherwise.map(({ finding }) => finding)} changes={otherwise.map(({ before, finding }) => lengthOf(finding.extent) - lengthOf(before))} />}
      {same > 0 && (
        <Text size="xs" c="dimmed">
          <Plural value={same} one="One other finding would stay as it is." other="# other findings would stay as they are." />
        </Text>
      )}
    </Stack>
  );
}

interface SeveralProps {
  title: string;
  tone: Tone;
  findings: readonly Supposed[];
  /** How much longer each would be, in milliseconds. */
  changes?: readonly number[];
  none?: string;
}

function Several({ title, tone, findings, changes, none }: SeveralProps) {
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {findings.length === 0 && (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      )}
      <Stack gap={6} component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={title}>
        {findings.map((finding, at) => (
          <One key={at} finding={finding} tone={tone} change={changes?.[at]} />
        ))}
      </Stack>
    </div>
  );
}

function One({ finding: { kind, service, extent, windows, capacity, areas }, tone, change }: { finding: Supposed; tone: Tone; change: number | undefined }) {
  const { t, i18n } = useLingui();
  const linesOf = useAreaLines();
  const [first] = windows;
  const zone = first?.local[0]?.zone ?? 'UTC';
  const grows = change !== undefined && change > 0;
  return (
    <li>
      <Text size="sm" component="div">
        <Mark tone={tone}>{i18n._(findingKinds[kind].label)}</Mark> {service.name}
      </Text>
      {capacity === null && first && (
        <Text size="xs" c="dimmed">
          {stretchIn(zone, first.opensAt, first.closesAt)} {zone}
          {windows.length > 1 && <Trans>, and again</Trans>}; {spellDuration(extent)} <Trans>in 52 weeks</Trans>
        </Text>
      )}
      {linesOf(areas).map((line) => (
        <Text key={line} size="xs">
          {line}
        </Text>
      ))}
      {change !== undefined && <Text size="xs">{grows ? t`longer by ${spell(change)}` : t`shorter by ${spell(-change)}`}</Text>}
    </li>
  );
}
