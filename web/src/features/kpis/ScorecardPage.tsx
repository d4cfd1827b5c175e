import { Group, NativeSelect } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { choicesByCode, choicesOf } from '~/lib/choices';
import { periodName } from '~/lib/period';
import { useParam } from '~/lib/url';
import { Gate } from '~/ui/Gate';
import { Page } from '~/ui/Page';
import { Board } from './Board';
import { DefinitionDrawer } from './DefinitionDrawer';
import { PeriodPicker, usePeriod } from './PeriodPicker';
import { questionOf, Scorecard } from './question';
import { type Dimension, dimensions } from './words';

/** How the companies and the whole are doing in a period: the heat map. */
export function Component() {
  const { t, i18n } = useLingui();
  const { agreement } = useSeat();
  const { period, running } = usePeriod();
  const [asked, setDimension] = useParam('by', 'company');
  const [service, setService] = useParam('service');
  const dimension = Object.keys(dimensions).find((one): one is Dimension => one === asked) ?? 'company';
  const { whole, split, divided } = questionOf(dimension, service);
  const [answer, again] = useQuery({
    query: Scorecard,
    variables: {
      agreement: agreement.code,
      period,
      whole,
      split,
      divided,
      services: service ? [service] : null,
      raisedFor: dimension === 'time' ? null : period,
    },
  });
  const services = answer.data?.agreement?.services ?? [];
  return (
    <Page title={t`Scorecard`} hint={period === running ? t`${periodName(period)} still runs: figures may change until it ends.` : t`How the companies and the whole did in ${periodName(period)}.`}>
      <Group gap="md" align="flex-end" className="no-print">
        <PeriodPicker />
        <NativeSelect
          label={t`Figures of`}
          value={dimension}
          onChange={({ currentTarget }) => setDimension(currentTarget.value)}
          data={choicesOf(dimensions, i18n)}
        />
        <NativeSelect
          label={t`Service`}
          value={service}
          onChange={({ currentTarget }) => setService(currentTarget.value || null)}
          data={[{ value: '', label: t`All services` }, ...choicesByCode(services)]}
        />
      </Group>
      <Gate asked={answer} pick={(data) => data.agreement} again={again}>
        {(found) => <Board found={found} dimension={dimension} service={service} />}
      </Gate>
      <DefinitionDrawer />
    </Page>
  );
}
