import { Group, Paper, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql } from '~/lib/graphql';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { StateMark } from '~/ui/Mark';
import { Left, Moment } from '~/ui/Moment';
import { Prose } from '~/ui/Prose';
import { kinds, standings } from './words';

const CustomerVoices = graphql(`
  query CustomerVoices($agreement: String!) {
    agreement(code: $agreement) {
      id
      customerVoices(first: 100) {
        nodes {
          kind
          text
          recordedAt
          dueAt
          standing
          told
          toldAt
        }
      }
    }
  }
`);

/** What a customer said, where it stands and what they were told: no company and no person from inside. */
export function CustomerTab() {
  const { t, i18n } = useLingui();
  const { agreement } = useSeat();
  const [asked, again] = useQuery({ query: CustomerVoices, variables: { agreement: agreement.code } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement?.customerVoices} again={again}>
      {({ nodes }) =>
        nodes.length === 0 ? (
          <Empty title={t`Nothing was taken down`}>
            <Trans>Tell any contact point what you prefer, or where you want to see things get better. It stands here, with what came of it.</Trans>
          </Empty>
        ) : (
          <Stack gap="sm">
            {nodes.map(({ kind, text, recordedAt, dueAt, standing, told, toldAt }) => (
              <Paper key={`${recordedAt} ${text}`} withBorder p="md">
                <Group justify="space-between" gap="xs" mb={4}>
                  <Text size="sm" c="dimmed" component="div">
                    {i18n._(kinds[kind])} · <Moment at={recordedAt} zone={agreement.zone} />
                  </Text>
                  <Group gap="xs">
                    {standing !== 'ANSWERED' && (
                      <Text size="sm" component="div">
                        <Left to={dueAt} zone={agreement.zone} />
                      </Text>
                    )}
                    <StateMark of={standings[standing]} />
                  </Group>
                </Group>
                <Prose>{text}</Prose>
                {told && toldAt && (
                  <Stack gap={2} mt="sm">
                    <Text size="sm" c="dimmed" component="div">
                      <Trans>
                        What came of it, <Moment at={toldAt} zone={agreement.zone} />
                      </Trans>
                    </Text>
                    <Prose>{told}</Prose>
                  </Stack>
                )}
              </Paper>
            ))}
          </Stack>
        )
      }
    </Gate>
  );
}
