import { Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Moment } from '~/ui/Moment';
import { Sheet } from '~/ui/Sheet';
import { detailOf } from './detail';
import type { Event } from './EventsPage';
import { readable } from './kinds';

/** Events as a table: number, when, what, who, and what else there is to know. */
export function EventRows({ of, zone }: { of: readonly Event[]; zone: string }) {
  const { t } = useLingui();
  return (
    <Sheet label={t`Events`} head={[t`No.`, t`When`, t`What`, t`Who`, t`Detail`]}>
      {of.map((event) => (
        <EventRow key={event.number} event={event} zone={zone} />
      ))}
    </Sheet>
  );
}

function EventRow({ event: { number, at, kind, person, company, detail }, zone }: { event: Event; zone: string }) {
  const { i18n } = useLingui();
  const { noun, verb } = readable(kind);
  return (
    <Table.Tr>
      <Table.Td ta="right" c="dimmed">
        {number}
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Moment at={at} zone={zone} />
      </Table.Td>
      <Table.Th scope="row" fw={500} style={{ whiteSpace: 'nowrap' }}>
        {typeof noun === 'string' ? noun : i18n._(noun)} {verb}
      </Table.Th>
      <Table.Td>
        {person?.name ?? <Text size="sm" c="dimmed" component="span"><Trans>by itself</Trans></Text>}
        {company && (
          <Text size="xs" c="dimmed">
            {company.name}
          </Text>
        )}
      </Table.Td>
      <Table.Td maw="36em">
        {detailOf(detail).map(([name, value]) => (
          <Text key={name} size="xs" component="div" style={{ overflowWrap: 'anywhere' }} lineClamp={3} title={value}>
            {name && (
              <Text c="dimmed" component="span" inherit>
                {name}{' '}
              </Text>
            )}
            {value}
          </Text>
        ))}
      </Table.Td>
    </Table.Tr>
  );
}
