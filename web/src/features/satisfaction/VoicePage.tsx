import { Anchor, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { Facts } from '~/ui/Facts';
import { Gate } from '~/ui/Gate';
import { StateMark } from '~/ui/Mark';
import { Left, Moment } from '~/ui/Moment';
import { Page } from '~/ui/Page';
import { Prose } from '~/ui/Prose';
import { Doings } from './Doings';
import { Replies } from './Replies';
import { type Voice, VoiceRead } from './voice';
import { kinds, states } from './words';

/** What a customer said, what each company says to it, and what the customer was told. */
export function Component() {
  const { id = '' } = useParams();
  const [asked, again] = useQuery({ query: VoiceRead, variables: { id } });
  return (
    <Gate asked={asked} pick={({ node }) => (node && 'evidence' in node ? node : null)} again={again}>
      {(voice) => <Shown voice={voice} />}
    </Gate>
  );
}

function Shown({ voice }: { voice: Voice }) {
  const { t, i18n } = useLingui();
  const { agreement, to } = useSeat();
  const { kind, state, customer, text, evidence, recorded, dueAt, overdueAt, told, closed, case: its } = voice;
  const who = customer?.name ?? t`a customer`;
  return (
    <Page
      title={kind === 'PREFERENCE' ? t`What ${who} prefers` : t`What ${who} wants improved`}
      trail={[{ label: t`Customer's voice`, to: to('voices') }]}
      mark={<StateMark of={states[state]} />}
      hint={
        (state === 'WAITING' || state === 'OVERDUE') && (
          <Trans>
            Companies acknowledge or answer: <Left to={dueAt} zone={agreement.zone} />
          </Trans>
        )
      }
      actions={<Doings voice={voice} />}
    >
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Paper withBorder p="md">
          <Title order={2} mb="xs">
            <Trans>What was said</Trans>
          </Title>
          <Prose mb="md">{text}</Prose>
          <Facts
            label={t`About what was said`}
            of={[
              [t`Kind`, i18n._(kinds[kind])],
              [t`What shows it`, <Prose>{evidence}</Prose>],
              [
                t`Case`,
                its && (
                  <Anchor component={Link} to={to(`cases/${its.id}`)} size="sm">
                    {its.reference} {its.title}
                  </Anchor>
                ),
              ],
              [
                t`Taken down`,
                <>
                  {[recorded.person?.name, recorded.company?.name].filter(Boolean).join(', ')}, <Moment at={recorded.at} zone={agreement.zone} />
                </>,
              ],
              [t`Answers by`, <Moment at={dueAt} zone={agreement.zone} />],
              [t`Found overdue`, overdueAt && <Moment at={overdueAt} zone={agreement.zone} />],
            ]}
          />
        </Paper>
        <Paper withBorder p="md">
          <Title order={2} mb="xs">
            <Trans>What the companies say</Trans>
          </Title>
          <Replies voice={voice} />
          {told && closed && (
            <>
              <Title order={3} mt="md" mb={4}>
                <Trans>What the customer was told</Trans>
              </Title>
              <Prose>{told}</Prose>
              <Text size="xs" c="dimmed" component="div">
                {closed.person?.name}, <Moment at={closed.at} zone={agreement.zone} />
              </Text>
            </>
          )}
        </Paper>
      </SimpleGrid>
    </Page>
  );
}
