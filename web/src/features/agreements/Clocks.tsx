import { Stack, Table, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { caseKinds, measures } from '~/features/cases/words';
import { nameOf } from '~/lib/choices';
import { spellDuration } from '~/lib/time';
import { Sheet } from '~/ui/Sheet';
import type { CalendarName, Handling } from './CasesTab';
import { reopenPolicies } from './words';

type Named = readonly { code: string; name: string }[];

interface ClocksProps {
  of: Handling['clocks'];
  priorities: Named;
  packages: Named;
  calendar: CalendarName;
}

/** The clocks in their order: of each measure and company the first one that fits a case runs. */
export function Clocks({ of, priorities, packages, calendar }: ClocksProps) {
  const { t, i18n } = useLingui();
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>
        <Trans>Clocks</Trans>
      </Title>
      <Text size="sm" c="dimmed">
        <Trans>Of each measure and company the first one that fits a case runs. Without a company it is promised to the customer.</Trans>
      </Text>
      <Sheet label={t`Clocks`} head={[t`Clock`, t`Promised by`, t`Measures`, t`Target`, t`Runs on`, t`For`, t`Opened again`]}>
        {of.map((clock) => {
          const only = [
            ...clock.kinds.map((kind) => i18n._(caseKinds[kind])),
            ...clock.priorities.map((code) => nameOf(priorities, code)),
            ...clock.packages.map((code) => nameOf(packages, code)),
            ...clock.services.map((service) => service.name),
          ];
          const soon = Math.round(Number(clock.warning) * 100);
          return (
            <Table.Tr key={clock.code}>
              <Table.Th scope="row" fw={500} ff="monospace" fz="xs">
                {clock.code}
              </Table.Th>
              <Table.Td>{clock.company ? t`${clock.company.name} (OLA)` : t`all, to the customer (SLA)`}</Table.Td>
              <Table.Td>{i18n._(measures[clock.measure])}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                {spellDuration(clock.target)}
                <Text size="xs" c="dimmed">
                  <Trans>due soon at {soon} %</Trans>
                </Text>
              </Table.Td>
              <Table.Td>{calendar(clock.calendar)}</Table.Td>
              <Table.Td>{only.length > 0 ? only.join(', ') : <Trans>every case</Trans>}</Table.Td>
              <Table.Td>{i18n._(reopenPolicies[clock.reopen])}</Table.Td>
            </Table.Tr>
          );
        })}
      </Sheet>
    </Stack>
  );
}
