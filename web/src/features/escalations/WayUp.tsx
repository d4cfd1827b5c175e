import { Paper, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { tiers } from '~/features/agreements/words';
import { nameOf } from '~/lib/choices';
import { graphql } from '~/lib/graphql';
import { spellDuration } from '~/lib/time';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import css from './ladder.module.css';

const Way = graphql(`
  query WayUp($agreement: String!) {
    agreement(code: $agreement) {
      id
      calendars {
        code
        name
      }
      escalationPath {
        name
        levels {
          name
          tier
          answerWithin
          calendar
        }
      }
    }
  }
`);

/** The way that one's own matters take, as it is signed: who answers by when, without names. */
export function WayUp() {
  const { t, i18n } = useLingui();
  const { agreement } = useSeat();
  const [asked, again] = useQuery({ query: Way, variables: { agreement: agreement.code } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement} again={again}>
      {({ escalationPath, calendars }) => {
        if (!escalationPath) return <Empty title={t`No way up`}>{t`The agreement names no escalation path for your matters.`}</Empty>;
        const calendar = (code: string) => nameOf(calendars, code);
        return (
          <Paper withBorder p="md" maw={560}>
            <Title order={2} mb="sm">
              {escalationPath.name}
            </Title>
            <ol className={css['ladder']}>
              {escalationPath.levels.map(({ name, tier, answerWithin, calendar: code }, at) => {
                const within = spellDuration(answerWithin);
                return (
                  <li key={name} className={css['rung']}>
                    <span className={css['number']}>{at + 1}</span>
                    <Stack gap={0}>
                      <Text fw={600}>
                        {name}
                        <Text span size="xs" c="dimmed">
                          {' '}
                          {i18n._(tiers[tier])}
                        </Text>
                      </Text>
                      <Text size="sm">{code ? t`answers within ${within}, open time of ${calendar(code)}` : t`answers within ${within}, by the wall clock`}</Text>
                    </Stack>
                  </li>
                );
              })}
            </ol>
            <Text size="sm" c="dimmed">
              <Trans>Where a level lets its time go by, or its answer is rejected, the matter goes one level up with all that was said. At the top the time repeats.</Trans>
            </Text>
          </Paper>
        );
      }}
    </Gate>
  );
}
