import { Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { choicesById } from '~/lib/choices';
import { spellDuration } from '~/lib/time';
import { type Limit, pathOf, type TakeOver } from '../content/content';
import { teamsOf } from '../content/terms';
import { DurationInput } from './DurationInput';
import { Field, useEditor } from './form';
import { Statements } from './Statements';

interface BeyondProps {
  limit: Limit;
  onChange(limit: Limit): void;
}

/** What happens beyond a limit: in words, and who takes over. */
export function Beyond({ limit, onChange }: BeyondProps) {
  const { t } = useLingui();
  const { known, errors } = useEditor();
  const path = `${pathOf(limit.dimension)}.beyond`;
  const { takeOver } = limit;
  const put = (next: TakeOver | null) => onChange({ ...limit, takeOver: next });
  const receivers = known.parties.map(({ company }) => company).filter(({ id }) => teamsOf(id, known).length > 0);
  return (
    <Stack gap="sm">
      <Field path={`${path}.note`}>
        <TextInput label={t`What happens beyond it, in words`} value={limit.note} onChange={({ currentTarget: { value } }) => onChange({ ...limit, note: value })} error={errors[`${path}.note`]} maxLength={4000} />
      </Field>
      <Field path={`${path}.take_over`}>
        <Group gap="sm" align="flex-start">
          <NativeSelect
            label={t`Who takes over`}
            value={takeOver?.company ?? ''}
            onChange={({ currentTarget: { value } }) => put(value ? { information: [], acceptance: null, ...takeOver, company: value, team: teamsOf(value, known)[0]?.id ?? '' } : null)}
            data={[{ value: '', label: t`Nobody: a dead end` }, ...choicesById(receivers)]}
            error={errors[`${path}.take_over`]}
          />
          {takeOver && (
            <NativeSelect
              label={t`With its team`}
              value={takeOver.team}
              onChange={({ currentTarget: { value } }) => put({ ...takeOver, team: value })}
              data={choicesById(teamsOf(takeOver.company, known))}
            />
          )}
        </Group>
      </Field>
      {takeOver && <Terms path={`${path}.take_over`} takeOver={takeOver} onChange={put} />}
    </Stack>
  );
}

function Terms({ path, takeOver, onChange }: { path: string; takeOver: TakeOver; onChange(takeOver: TakeOver): void }) {
  const { t } = useLingui();
  const { known, errors } = useEditor();
  const promised = known.teams.find(({ id }) => id === takeOver.team)?.acceptance;
  return (
    <>
      <Stack gap={4}>
        <Text size="sm" fw={500}>
          <Trans>What has to be told with the case</Trans>
        </Text>
        <Field path={`${path}.information`}>
          <Statements path={`${path}.information`} label={t`To be told`} value={takeOver.information} onChange={(information) => onChange({ ...takeOver, information })} />
        </Field>
      </Stack>
      <Field path={`${path}.acceptance`}>
        <DurationInput
          label={t`Accepted within`}
          description={promised ? t`Empty: ${spellDuration(promised)}, as the team has promised` : undefined}
          value={takeOver.acceptance}
          onChange={(acceptance) => onChange({ ...takeOver, acceptance })}
          error={errors[`${path}.acceptance`]}
        />
      </Field>
    </>
  );
}
