import { Group, Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSeat } from '~/app/seat';
import { Mark, StateMark } from '~/ui/Mark';
import { Moment } from '~/ui/Moment';
import { Wide } from '~/ui/Wide';
import { companyWords } from '../words';
import type { DecisionShown } from './card';
import { Speak } from './Speak';

/** The voice of each company, by whom it was given; one's own company speaks here. */
export function Voices({ decision }: { decision: DecisionShown }) {
  const { t } = useLingui();
  const { company, holds } = useSeat();
  const { voices, state, title } = decision;
  return (
    <Wide label={t`Voices on ${title}`}>
      <Table verticalSpacing={4} fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t`Company`}</Table.Th>
            <Table.Th scope="col">{t`Says`}</Table.Th>
            <Table.Th scope="col">{t`By`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {voices.map(({ company: its, word, reason, by, inMeeting }) => (
            <Table.Tr key={its?.id ?? by?.at}>
              <Table.Th scope="row" fw={500}>
                {its?.name ?? t`a company that is no party any more`}
              </Table.Th>
              <Table.Td>
                <Group gap="xs">
                  {word ? <StateMark of={companyWords[word]} /> : <Mark tone="quiet">{t`Nothing yet`}</Mark>}
                  {its?.id === company.id && state === 'PROPOSED' && holds('COORDINATOR') && <Speak decision={decision} word={word} />}
                </Group>
                {reason && <Text size="sm">{reason}</Text>}
              </Table.Td>
              <Table.Td>
                {by && (
                  <Text size="sm" c="dimmed" component="div">
                    {by.person?.name} <Moment at={by.at} /> {inMeeting ? <Trans>in the meeting</Trans> : <Trans>in writing</Trans>}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
