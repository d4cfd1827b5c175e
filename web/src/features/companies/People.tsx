import { Button, Table } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { Mark } from '~/ui/Mark';
import { Sheet } from '~/ui/Sheet';
import type { Account } from './PeoplePage';

interface PeopleProps {
  of: readonly Account[];
  busy: boolean;
  onInvite(email: string): void;
}

/** People of the instance: whether they can sign in, and who waits for an invitation. */
export function People({ of, busy, onInvite }: PeopleProps) {
  const { t } = useLingui();
  return (
    <Sheet label={t`People`} head={[t`Person`, t`Company`, t`Address`, t`Sign-in`, t`Actions`]}>
      {of.map(({ person: { id, name, email, company }, operator, active, hasPassword }) => (
        <Table.Tr key={id}>
          <Table.Th scope="row" fw={500}>
            {name} {operator && <Mark tone="busy">{t`operator`}</Mark>}
          </Table.Th>
          <Table.Td>{company.name}</Table.Td>
          <Table.Td>{email}</Table.Td>
          <Table.Td>{!active ? <Mark tone="quiet">{t`shut out`}</Mark> : hasPassword ? <Mark tone="good">{t`has a password`}</Mark> : <Mark tone="warn">{t`no password yet`}</Mark>}</Table.Td>
          <Table.Td>
            {email && active && (
              <Button size="compact-sm" variant="default" onClick={() => onInvite(email)} disabled={busy} aria-label={hasPassword ? t`New password link for ${name}` : t`Invite ${name}`} data-row>
                {hasPassword ? t`New password link` : t`Invite`}
              </Button>
            )}
          </Table.Td>
        </Table.Tr>
      ))}
    </Sheet>
  );
}
