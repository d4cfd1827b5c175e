import { Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { figure } from '~/lib/figure';
import { lengthOf, spellDuration } from '~/lib/time';
import { Wide } from '~/ui/Wide';
import classes from './story.module.css';
import type { Story } from './story';

/** Whose it is that the promise to the customer was missed. */
export function Breach({ breach }: { breach: Story['ledger']['breach'] }) {
  const { t } = useLingui();
  return (
    <Wide label={t`Shares of the breach`}>
      <Table fz="sm" verticalSpacing={4} miw={440} className={classes['figures']}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t`Company`}</Table.Th>
            <Table.Th scope="col" ta="right">{t`Charged`}</Table.Th>
            <Table.Th scope="col" ta="right">{t`May use`}</Table.Th>
            <Table.Th scope="col" ta="right">{t`Over`}</Table.Th>
            <Table.Th scope="col" ta="right">{t`Share of the breach`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {breach.map(({ company, charged, budget, overrun, share }) => (
            <Table.Tr key={company?.id ?? ''}>
              <Table.Th scope="row" fw={500}>
                {company?.name ?? <Trans>The design of the budgets: nobody went over their own</Trans>}
              </Table.Th>
              <Table.Td ta="right">{spellDuration(charged)}</Table.Td>
              <Table.Td ta="right">{spellDuration(budget)}</Table.Td>
              <Table.Td ta="right">{lengthOf(overrun) > 0 ? spellDuration(overrun) : '–'}</Table.Td>
              <Table.Td ta="right">
                <Text size="sm" fw={share === '0' ? undefined : 700} component="span">
                  {figure(share, 'SHARE')}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Wide>
  );
}
