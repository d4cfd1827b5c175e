import { Anchor, Table, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { today } from '~/lib/time';
import { Day } from '~/ui/Moment';
import { Sheet } from '~/ui/Sheet';
import { dayOf, type Hours, mondayOf } from './week';
import { useWeek } from './WeekPicker';

/** The holidays and exceptions that are still to come. */
export function SpecialDates({ of }: { of: Hours }) {
  const { t } = useLingui();
  const [, go] = useWeek();
  const from = today(of.zone);
  const dates = [...new Set([...of.holidays, ...of.exceptions].map(({ date }) => date))].filter((date) => date >= from).sort();
  if (dates.length === 0) return null;
  return (
    <details>
      <summary>
        <Text size="sm" component="span">
          <Plural value={dates.length} one="One holiday or exception to come" other="# holidays and exceptions to come" />
        </Text>
      </summary>
      <Sheet label={t`Holidays and exceptions`} head={[t`Date`, t`What`, t`Open`]}>
        {dates.map((date) => {
          const { special, name } = dayOf(of, date);
          const hours = of.exceptions.find((one) => one.date === date)?.intervals.join(', ');
          return (
            <Table.Tr key={date}>
              <Table.Th scope="row" fw={500}>
                <Anchor component="button" type="button" size="sm" onClick={() => go(mondayOf(date))}>
                  <Day on={date} />
                </Anchor>
              </Table.Th>
              <Table.Td>{name ?? (special === 'holiday' ? <Trans>holiday</Trans> : <Trans>other hours</Trans>)}</Table.Td>
              <Table.Td>{hours || <Trans>closed</Trans>}</Table.Td>
            </Table.Tr>
          );
        })}
      </Sheet>
    </details>
  );
}
