import { Group, Radio, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { moment } from '~/lib/time';
import { Mark, type Tone } from '~/ui/Mark';
import { dimensions } from '../../boundaries/words';
import type { Choice, Reason } from './candidates';

interface CandidatesProps {
  label: string;
  description?: string;
  choices: readonly Choice[];
  value: string;
  onChange(key: string): void;
}

/** To whom a case may go, the best first, each with what stands for and against it. */
export function Candidates({ label, description, choices, value, onChange }: CandidatesProps) {
  return (
    <Radio.Group label={label} description={description} value={value} onChange={onChange}>
      <Stack gap={6} mt="xs">
        {choices.map(({ key, team, company, reasons }) => (
          <Radio.Card key={key} value={key} p="xs" aria-label={`${team.name}, ${company.name}`}>
            <Group wrap="nowrap" align="flex-start" gap="sm">
              <Radio.Indicator mt={2} />
              <div>
                <Text size="sm" fw={550}>
                  {team.name} · {company.name}
                </Text>
                <Group gap={4} mt={2}>
                  {reasons.map((reason) => (
                    <ReasonMark key={reason.kind} reason={reason} />
                  ))}
                  {reasons.length === 0 && (
                    <Text size="xs" c="dimmed">
                      <Trans>Does not work on the service</Trans>
                    </Text>
                  )}
                </Group>
              </div>
            </Group>
          </Radio.Card>
        ))}
      </Stack>
    </Radio.Group>
  );
}

const tones: Record<Reason['kind'], Tone> = {
  ALLOWED: 'good',
  OUTSIDE: 'bad',
  NOBODY: 'bad',
  OPEN: 'good',
  OPENS_AT: 'warn',
  NEVER_OPENS: 'bad',
  SKILLED: 'good',
  LACKING: 'warn',
  LINE: 'quiet',
  LOAD: 'quiet',
};

function ReasonMark({ reason }: { reason: Reason }) {
  return (
    <Mark tone={tones[reason.kind]}>
      <ReasonWords reason={reason} />
    </Mark>
  );
}

function ReasonWords({ reason: { kind, passed, opensAt, lacking, number } }: { reason: Reason }) {
  const { i18n } = useLingui();
  switch (kind) {
    case 'ALLOWED':
      return <Trans>Within its boundary</Trans>;
    case 'OUTSIDE': {
      const limits = passed.map(({ dimension }) => i18n._(dimensions[dimension].label).toLowerCase()).join(', ');
      return <Trans>Outside its boundary: {limits}</Trans>;
    }
    case 'NOBODY':
      return <Trans>No boundary for the service</Trans>;
    case 'OPEN':
      return <Trans>Open now</Trans>;
    case 'OPENS_AT': {
      const at = opensAt ? moment(opensAt) : '';
      return <Trans>Opens {at}</Trans>;
    }
    case 'NEVER_OPENS':
      return <Trans>Never opens again</Trans>;
    case 'SKILLED':
      return <Trans>Has the skills</Trans>;
    case 'LACKING': {
      const skills = lacking.join(', ');
      return <Trans>Nobody named: {skills}</Trans>;
    }
    case 'LINE':
      return <Trans>Line {number}</Trans>;
    case 'LOAD':
      return number === null ? <Trans>Load is not disclosed</Trans> : <Trans>{number} open cases</Trans>;
  }
}
