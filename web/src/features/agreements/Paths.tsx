import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { roles } from '~/features/identity/words';
import { spellDuration } from '~/lib/time';
import { Sheet } from '~/ui/Sheet';
import type { CalendarName } from './CasesTab';
import type { Governed } from './GovernanceTab';
import { levels, tiers, triggers } from './words';

type Path = Governed['escalationPaths'][number];

/** How matters climb that are not answered in time. */
export function Paths({ of, calendar }: { of: readonly Path[]; calendar: CalendarName }) {
  return of.map((path) => <PathShown key={path.code} of={path} calendar={calendar} />);
}

function PathShown({ of: { name, customer, triggers: begins, levels: steps }, calendar }: { of: Path; calendar: CalendarName }) {
  const { t, i18n } = useLingui();
  const starts = begins.map(({ on, times }) => (times === null ? i18n._(triggers[on]) : `${i18n._(triggers[on])} (${times}×)`)).join(', ');
  return (
    <Paper withBorder p="md" component="section" aria-label={name}>
      <Stack gap="sm">
        <div>
          <Title order={2}>
            <Trans>Escalation path: {name}</Trans>
          </Title>
          <Text size="sm" c="dimmed">
            {customer ? t`For the matters of ${customer.name}.` : t`For everybody who has no path of their own.`} <Trans>Begins with: {starts}.</Trans>
          </Text>
        </div>
        <Sheet label={t`Levels of ${name}`} head={[t`Level`, t`Tier`, t`Answers within`, t`Who answers`, t`Named`]}>
          {steps.map(({ name: level, tier, answerWithin, calendar: code, role, management, holders }, at) => (
            <Table.Tr key={at}>
              <Table.Th scope="row" fw={500}>
                {at + 1}. {level}
              </Table.Th>
              <Table.Td>{i18n._(tiers[tier])}</Table.Td>
              <Table.Td>
                {spellDuration(answerWithin)}
                <Text size="xs" c="dimmed">
                  {code ? t`open time of ${calendar(code)}` : t`by the wall clock`}
                </Text>
              </Table.Td>
              <Table.Td>
                {i18n._(roles[role].label)}
                {management && `, ${i18n._(levels[management])}`}
              </Table.Td>
              <Table.Td>
                {holders.map(({ company, person }) => (
                  <div key={company.id}>
                    {company.name}: {person?.name ?? <Trans>not shown to you</Trans>}
                  </div>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Sheet>
      </Stack>
    </Paper>
  );
}
