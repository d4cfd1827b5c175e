import { Anchor, Code, Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { Empty } from '~/ui/Empty';
import { Sheet } from '~/ui/Sheet';
import { useMe } from './session';
import { roles } from './words';

/** For whom somebody acts in which agreement, as what. */
export function MyRoles() {
  const { t, i18n } = useLingui();
  const { seats, operator } = useMe();
  return (
    <>
      {operator && (
        <Text size="sm" mb="sm">
          <Trans>You operate this instance: you add companies and people, and agreements begin with you.</Trans>
        </Text>
      )}
      {seats.length === 0 ? (
        <Empty title={t`No role in any agreement`}>
          <Trans>Roles are given by an agreement's file, under <Code>people</Code>. Its steward applies it.</Trans>
        </Empty>
      ) : (
        <Sheet label={t`My roles`} head={[t`Agreement`, t`For`, t`As`, t`What that means`]}>
          {seats.flatMap(({ agreement, company, roles: held }) =>
            held.map((role) => (
              <Table.Tr key={`${agreement.id} ${company.id} ${role}`}>
                <Table.Th scope="row" fw={500}>
                  <Anchor component={Link} to={`/agreements/${agreement.code}/agreement`} size="sm" data-row>
                    {agreement.name}
                  </Anchor>
                </Table.Th>
                <Table.Td>{company.name}</Table.Td>
                <Table.Td>{i18n._(roles[role].label)}</Table.Td>
                <Table.Td>{i18n._(roles[role].hint)}</Table.Td>
              </Table.Tr>
            )),
          )}
        </Sheet>
      )}
    </>
  );
}
