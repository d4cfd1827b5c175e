import { Group, Stack, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { signs } from '~/features/agreements/words';
import { today } from '~/lib/time';
import { useParam } from '~/lib/url';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { Wide } from '~/ui/Wide';
import { CompanyRow } from './CompanyRow';
import css from './health.module.css';
import { Health } from './query';

/** Early signs of how each company keeps its commitment, before its figures fall. */
export function HealthTab() {
  const { t, i18n } = useLingui();
  const { agreement } = useSeat();
  const now = today(agreement.zone);
  const [on, setOn] = useParam('on');
  const [asked, again] = useQuery({ query: Health, variables: { agreement: agreement.code, on: on || null } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement} again={again}>
      {({ healthWeights, commitmentHealth }) =>
        !healthWeights || commitmentHealth.length === 0 ? (
          <Empty title={t`No health is worked out`}>
            <Trans>A section “health” of the agreement file says over how many days it looks back and how much each sign weighs.</Trans>
          </Empty>
        ) : (
          <Stack>
            <Group justify="space-between" align="flex-end">
              <Text size="sm" c="dimmed" maw="72ch">
                <Trans>
                  Each sign is good of all that was to be judged in {healthWeights.days} days; health is their mean by weight. It warns below 75%, when it fell by 10 points, and
                  when a sign is below 50%. Where nothing was to be judged there is no sign, and its weight does not count.
                </Trans>
              </Text>
              <TextInput type="date" size="xs" label={t`Up to`} max={now} value={on || now} onChange={(event) => setOn(event.currentTarget.value === now ? null : event.currentTarget.value)} className="no-print" />
            </Group>
            <Wide label={t`Commitment health`}>
              <table className={css['table']}>
                <thead>
                  <tr>
                    <th scope="col">{t`Company`}</th>
                    <th scope="col">{t`Health`}</th>
                    {healthWeights.weights.map(({ sign, weight }) => (
                      <th key={sign} scope="col">
                        {i18n._(signs[sign])}
                        <span className={css['weight']}>{t`weight ${weight}`}</span>
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {commitmentHealth.map((health) => (
                    <CompanyRow key={health.company?.id} health={health} order={healthWeights.weights.map(({ sign }) => sign)} />
                  ))}
                </tbody>
              </table>
            </Wide>
          </Stack>
        )
      }
    </Gate>
  );
}
