import { Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Mark } from '~/ui/Mark';
import { Moment } from '~/ui/Moment';
import { Sheet } from '~/ui/Sheet';
import type { VersionShown } from './VersionsTab';

/** Who has signed a version, and who is missing. */
export function Signatures({ of: { number, signatures, missingSignatures }, zone }: { of: VersionShown; zone: string }) {
  const { t } = useLingui();
  return (
    <Sheet label={t`Signatures of version ${number}`} head={[t`Company`, t`Signature`, t`By`, t`When`]}>
      {signatures.map(({ company, person, signedAt }) => (
        <Table.Tr key={company.id}>
          <Table.Th scope="row" fw={500}>
            {company.name}
          </Table.Th>
          <Table.Td>
            <Mark tone="good">{t`signed`}</Mark>
          </Table.Td>
          <Table.Td>
            {person?.name ?? (
              <Text size="sm" c="dimmed" component="span">
                <Trans>not shown to you</Trans>
              </Text>
            )}
          </Table.Td>
          <Table.Td>
            <Moment at={signedAt} zone={zone} />
          </Table.Td>
        </Table.Tr>
      ))}
      {missingSignatures.map(({ id, name }) => (
        <Table.Tr key={id}>
          <Table.Th scope="row" fw={500}>
            {name}
          </Table.Th>
          <Table.Td>
            <Mark tone="warn">{t`missing`}</Mark>
          </Table.Td>
          <Table.Td />
          <Table.Td />
        </Table.Tr>
      ))}
    </Sheet>
  );
}
