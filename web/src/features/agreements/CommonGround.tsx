import { Stack, Table, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Sheet } from '~/ui/Sheet';
import type { Governed } from './GovernanceTab';
import { areas, signs, wordKinds } from './words';

/** What all share: their words, what alignment is assessed by, how health is weighed. */
export function CommonGround({ of: { vocabulary, alignmentChecklist, healthWeights } }: { of: Governed }) {
  const { t, i18n } = useLingui();
  return (
    <>
      {vocabulary.length > 0 && (
        <Stack gap="xs" component="section">
          <Title order={2}>
            <Trans>Vocabulary</Trans>
          </Title>
          <Sheet label={t`Vocabulary`} head={[t`Word`, t`Kind`, t`Meaning`]}>
            {vocabulary.map(({ code, kind, meaning }) => (
              <Table.Tr key={`${kind} ${code}`}>
                <Table.Th scope="row" fw={500}>
                  {code}
                </Table.Th>
                <Table.Td>{i18n._(wordKinds[kind])}</Table.Td>
                <Table.Td>{meaning}</Table.Td>
              </Table.Tr>
            ))}
          </Sheet>
        </Stack>
      )}
      {alignmentChecklist.length > 0 && (
        <Stack gap="xs" component="section">
          <Title order={2}>
            <Trans>What alignment is assessed by</Trans>
          </Title>
          <Sheet label={t`Alignment checklist`} head={[t`Question`, t`Area`]}>
            {alignmentChecklist.map(({ code, area, question }) => (
              <Table.Tr key={code}>
                <Table.Th scope="row" fw={500}>
                  {question}
                </Table.Th>
                <Table.Td>{i18n._(areas[area])}</Table.Td>
              </Table.Tr>
            ))}
          </Sheet>
        </Stack>
      )}
      {healthWeights && (
        <Stack gap="xs" component="section">
          <Title order={2}>
            <Trans>How commitment health is weighed</Trans>
          </Title>
          <Text size="sm" c="dimmed">
            <Trans>Over the last {healthWeights.days} days. A sign without a weight does not count.</Trans>
          </Text>
          <Sheet label={t`Weights of commitment health`} head={[t`Sign`, t`Weight`]}>
            {healthWeights.weights.map(({ sign, weight }) => (
              <Table.Tr key={sign}>
                <Table.Th scope="row" fw={500}>
                  {i18n._(signs[sign])}
                </Table.Th>
                <Table.Td>{weight}</Table.Td>
              </Table.Tr>
            ))}
          </Sheet>
        </Stack>
      )}
    </>
  );
}
