import { Code, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { spellDuration } from '~/lib/time';
import { Empty } from '~/ui/Empty';
import { Day } from '~/ui/Moment';
import { Sheet } from '~/ui/Sheet';
import type { Governed } from './GovernanceTab';
import { rhythm } from './rhythm';
import { decisionRules, forms, groupRoles, levels, quorums } from './words';

type Group = Governed['groups'][number];

/** The coordination groups: who sits in them, how they decide, when they meet. */
export function Groups({ of }: { of: readonly Group[] }) {
  const { t } = useLingui();
  if (of.length === 0) {
    return (
      <Empty title={t`No coordination group`}>
        <Trans>A section <Code>groups</Code> in the agreement file says who sits together, how they decide and when they meet.</Trans>
      </Empty>
    );
  }
  return of.map((group) => <GroupShown key={group.id} of={group} />);
}

function GroupShown({ of: { name, rule, quorum, members, cadences } }: { of: Group }) {
  const { t, i18n } = useLingui();
  return (
    <Paper withBorder p="md" component="section" aria-label={name}>
      <Stack gap="sm">
        <div>
          <Title order={2}>{name}</Title>
          <Text size="sm" c="dimmed">
            <Trans>
              {i18n._(decisionRules[rule])}, each company with one voice; {i18n._(quorums[quorum])} must be there.
            </Trans>
          </Text>
        </div>
        <Sheet label={t`Members of ${name}`} head={[t`Company`, t`Member`, t`As`, t`Level`, t`Deputy`, t`Term`]}>
          {members.map(({ company, person, role, level, deputy, since, until }, at) => (
            <Table.Tr key={at}>
              <Table.Th scope="row" fw={500}>
                {company.name}
              </Table.Th>
              <Table.Td>{person?.name ?? <Trans>not shown to you</Trans>}</Table.Td>
              <Table.Td>{i18n._(groupRoles[role])}</Table.Td>
              <Table.Td>{i18n._(levels[level])}</Table.Td>
              <Table.Td>{deputy?.name}</Table.Td>
              <Table.Td>
                {since && <Trans>from <Day on={since} /></Trans>} {until && <Trans>until before <Day on={until} /></Trans>}
                {!since && !until && <Trans>as long as the agreement</Trans>}
              </Table.Td>
            </Table.Tr>
          ))}
        </Sheet>
        <Sheet label={t`When ${name} meets`} head={[t`Meeting`, t`When`, t`Lasts`, t`Held`, t`Must be there`]}>
          {cadences.map((cadence) => (
            <CadenceRow key={cadence.code} of={cadence} />
          ))}
        </Sheet>
      </Stack>
    </Paper>
  );
}

function CadenceRow({ of: { name, purpose, form, place, starts, rule, zone, lasts, requires } }: { of: Group['cadences'][number] }) {
  const { i18n } = useLingui();
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {name}
        <Text size="xs" c="dimmed" maw="48ch">
          {purpose}
        </Text>
      </Table.Th>
      <Table.Td>
        {rhythm(starts, rule)}
        <Text size="xs" c="dimmed">
          {zone}
        </Text>
      </Table.Td>
      <Table.Td>{spellDuration(lasts)}</Table.Td>
      <Table.Td>
        {i18n._(forms[form])}
        {place && (
          <Text size="xs" c="dimmed">
            {place}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{requires.map((level) => i18n._(levels[level])).join(', ')}</Table.Td>
    </Table.Tr>
  );
}
