import { Anchor, Group, Stack, Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { choicesById, choicesOf } from '~/lib/choices';
import { type EnumOf, graphql, type ResultOf } from '~/lib/graphql';
import { useParam } from '~/lib/url';
import { Empty } from '~/ui/Empty';
import { Filter } from '~/ui/Filter';
import { Gate } from '~/ui/Gate';
import { StateMark } from '~/ui/Mark';
import { Left } from '~/ui/Moment';
import { Sheet } from '~/ui/Sheet';
import { kinds, states } from './words';

const Voices = graphql(`
  query Voices($agreement: String!, $filter: VoiceFilter!) {
    agreement(code: $agreement) {
      id
      parties {
        company {
          id
          name
          kind
        }
      }
      voices(first: 100, filter: $filter) {
        nodes {
          id
          kind
          text
          state
          dueAt
          customer {
            id
            name
          }
          asked {
            word
            company {
              id
              name
            }
          }
        }
      }
    }
  }
`);

type Voice = NonNullable<ResultOf<typeof Voices>['agreement']>['voices']['nodes'][number];

const isState = (text: string): text is EnumOf<'VoiceState'> => text in states;
const isKind = (text: string): text is EnumOf<'VoiceKind'> => text in kinds;

/** What customers said, the latest first: who still has to say something, and by when. */
export function ListTab() {
  const { t, i18n } = useLingui();
  const { agreement } = useSeat();
  const [state] = useParam('state');
  const [kind] = useParam('kind');
  const [customer] = useParam('customer');
  const [company] = useParam('company');
  const filter = { state: isState(state) ? [state] : null, kind: isKind(kind) ? kind : null, customer: customer || null, company: company || null };
  const [asked, again] = useQuery({ query: Voices, variables: { agreement: agreement.code, filter } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement} again={again}>
      {({ parties, voices: { nodes } }) => {
        const options = (wanted: (what: string) => boolean) => choicesById(parties.filter(({ company: { kind: what } }) => wanted(what)).map(({ company }) => company));
        return (
          <Stack>
            <Group gap="xs" align="flex-end" className="no-print">
              <Filter name="state" label={t`Stands`} options={choicesOf(states, i18n)} />
              <Filter name="kind" label={t`Kind`} options={choicesOf(kinds, i18n)} />
              <Filter name="customer" label={t`Customer`} options={options((what) => what === 'CUSTOMER')} />
              <Filter name="company" label={t`Company asked`} options={options((what) => what !== 'CUSTOMER')} />
            </Group>
            {nodes.length === 0 ? (
              <Empty title={t`Nothing of that kind`}>
                <Trans>Contact-point agents take down what a customer prefers or wants improved, with what shows it, and put it before the companies concerned.</Trans>
              </Empty>
            ) : (
              <Sheet label={t`What customers said`} head={[t`What was said`, t`Kind`, t`Companies`, t`By`, t`Stands`]}>
                {nodes.map((voice) => (
                  <Row key={voice.id} voice={voice} />
                ))}
              </Sheet>
            )}
          </Stack>
        );
      }}
    </Gate>
  );
}

function Row({ voice: { id, text, kind, customer, asked, dueAt, state } }: { voice: Voice }) {
  const { t, i18n } = useLingui();
  const { agreement, to } = useSeat();
  const silent = asked.filter(({ word }) => word === null);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500} miw={240} maw={420}>
        <Anchor component={Link} to={to(`voices/${id}`)} data-row size="sm" lineClamp={2}>
          {text}
        </Anchor>
        <Text size="xs" c="dimmed">
          {customer?.name}
        </Text>
      </Table.Th>
      <Table.Td>{i18n._(kinds[kind])}</Table.Td>
      <Table.Td>
        {t`${asked.length - silent.length} of ${asked.length}`}
        {silent.length > 0 && (
          <Text size="xs" c="dimmed">
            <Trans>silent: {silent.map(({ company }) => company?.name).join(', ')}</Trans>
          </Text>
        )}
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{(state === 'WAITING' || state === 'OVERDUE') && <Left to={dueAt} zone={agreement.zone} />}</Table.Td>
      <Table.Td>
        <StateMark of={states[state]} />
      </Table.Td>
    </Table.Tr>
  );
}
