import { Table } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Mark } from '~/ui/Mark';
import { Sheet } from '~/ui/Sheet';

interface Pledge {
  company: { id: string; name: string };
  staff: string;
  shortfall: string;
}

interface Member {
  company: { id: string };
}

/** How far a company has named the people whom it pledged. */
export function ShortfallMark({ shortfall }: { shortfall: string }) {
  const { t } = useLingui();
  return Number(shortfall) > 0 ? <Mark tone="warn">{t`${shortfall} short`}</Mark> : <Mark tone="good">{t`as pledged`}</Mark>;
}

/** What each company pledged, whom it has named, and what is missing. */
export function Staffing({ pledges, members }: { pledges: readonly Pledge[]; members: readonly Member[] }) {
  const { t } = useLingui();
  return (
    <Sheet label={t`Staffing`} head={[t`Company`, t`Pledged (full-time equivalents)`, t`Members named`, t`Standing`]}>
      {pledges.map(({ company, staff, shortfall }) => (
        <Table.Tr key={company.id}>
          <Table.Th scope="row" fw={500}>
            {company.name}
          </Table.Th>
          <Table.Td>{staff}</Table.Td>
          <Table.Td>{members.filter((member) => member.company.id === company.id).length}</Table.Td>
          <Table.Td>
            <ShortfallMark shortfall={shortfall} />
          </Table.Td>
        </Table.Tr>
      ))}
      {pledges.length === 0 && (
        <Table.Tr>
          <Table.Td colSpan={4}>
            <Trans>No company has pledged anybody.</Trans>
          </Table.Td>
        </Table.Tr>
      )}
    </Sheet>
  );
}
