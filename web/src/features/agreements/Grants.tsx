import { Anchor, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSeat } from '~/app/seat';
import { roles } from '~/features/identity/words';
import { choicesOf } from '~/lib/choices';
import { useParam } from '~/lib/url';
import { Filter } from '~/ui/Filter';
import { Sheet } from '~/ui/Sheet';
import { type Holder, heldBy } from './holders';
import type { Grant } from './PartiesTab';

/** Who holds what role for whom. */
export function Grants({ of }: { of: readonly Grant[] }) {
  const { t, i18n } = useLingui();
  const { holds, company } = useSeat();
  const [who, setWho] = useParam('who');
  const [role] = useParam('role');
  const sought = who.toLowerCase();
  const people = heldBy(of).filter(
    ({ person, held }) =>
      held.some((one) => !role || one.role === role) &&
      [person.name, person.email ?? '', person.company.name, ...held.map((one) => one.company.name)].some((text) => text.toLowerCase().includes(sought)),
  );
  return (
    <Stack gap="xs" component="section">
      <Title order={2}>
        <Trans>People and their roles</Trans>
      </Title>
      {!holds('STEWARD', 'AUDITOR') && (
        <Text size="sm" c="dimmed">
          <Trans>Of {company.name}; the steward and the auditor see everybody's. Roles are given by the agreement file.</Trans>
        </Text>
      )}
      <Group align="end">
        <TextInput size="xs" type="search" label={t`Person or company`} value={who} onChange={(event) => setWho(event.currentTarget.value)} />
        <Filter name="role" label={t`Role`} options={choicesOf(roles, i18n)} />
      </Group>
      <Sheet label={t`People and their roles`} head={[t`Person`, t`Works for`, t`Roles`, t`Address`]}>
        {people.map((one) => (
          <PersonRow key={one.person.id} of={one} />
        ))}
      </Sheet>
      {people.length === 0 && (
        <Text size="sm" c="dimmed">
          <Trans>Nobody fits.</Trans>
        </Text>
      )}
    </Stack>
  );
}

function PersonRow({ of: { person, held } }: { of: Holder<Grant> }) {
  const { t, i18n } = useLingui();
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {person.name}
      </Table.Th>
      <Table.Td>{person.company.name}</Table.Td>
      <Table.Td>
        {held
          .map(({ role, company }) => {
            const name = i18n._(roles[role].label);
            return company.id === person.company.id ? name : t`${name} for ${company.name}`;
          })
          .join(', ')}
      </Table.Td>
      <Table.Td>{person.email && <Anchor href={`mailto:${person.email}`} size="sm">{person.email}</Anchor>}</Table.Td>
    </Table.Tr>
  );
}
