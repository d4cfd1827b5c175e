import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { useAct } from '~/lib/act';
import { graphql, type ResultOf } from '~/lib/graphql';
import { Refused } from '~/lib/refused';
import { useParam } from '~/lib/url';
import { Agree } from '~/ui/Agree';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { Moment } from '~/ui/Moment';
import { Pager } from '~/ui/Pager';
import { Refusals } from '~/ui/Refusals';
import { Sheet } from '~/ui/Sheet';
import { mailTopics } from './words';

const DeadLetterList = graphql(`
  query DeadLetterList($code: String!, $first: First!, $after: Cursor) {
    agreement(code: $code) {
      id
      deadLetters(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          topic
          reason
          tries
          writtenAt
          revision
          to {
            id
            name
            email
          }
        }
      }
    }
  }
`);

/** What a change answers: the rest of what is on the screen is asked for again by itself. */
const Changed = graphql(
  `
    fragment MailChanged on MailPayload {
      mail {
        id
        state
        revision
      }
      refusals {
        ...Refused
      }
    }
  `,
  [Refused],
);

const RetryMail = graphql(`mutation RetryMail($input: MailInput!) { retryMail(input: $input) { ...MailChanged } }`, [Changed]);
const DropMail = graphql(`mutation DropMail($input: MailInput!) { dropMail(input: $input) { ...MailChanged } }`, [Changed]);

type Letter = NonNullable<ResultOf<typeof DeadLetterList>['agreement']>['deadLetters']['nodes'][number];

/** Mails that could not be delivered: what the mail server said, never what they say. */
export function DeadLetters() {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const [after] = useParam('after');
  const [asked, again] = useQuery({ query: DeadLetterList, variables: { code: agreement.code, first: 50, after: after || null } });
  const [dropping, setDropping] = useState<Letter>();
  const retry = useAct(RetryMail);
  const drop = useAct(DropMail);
  return (
    <Stack>
      <Text size="sm" maw="72ch">
        <Trans>What the mail server refused, or put off for five days. Mend the address or the mail server, then try again; what a mail tells of waits in the inbox all the same.</Trans>
      </Text>
      <Refusals of={retry.refusals} onRead={retry.clear} />
      <Gate asked={asked} pick={(data) => data.agreement?.deadLetters} again={again}>
        {({ nodes, pageInfo }) =>
          nodes.length === 0 ? (
            <Empty title={t`Every mail was delivered, or waits its turn`}>
              <Trans>A mail that cannot be delivered appears here, with what the mail server said.</Trans>
            </Empty>
          ) : (
            <Stack>
              <Sheet label={t`Undelivered mails`} head={[t`To`, t`About`, t`Written`, t`What the mail server said`, t`Actions`]}>
                {nodes.map((letter) => (
                  <Row key={letter.id} letter={letter} busy={retry.busy} onRetry={() => void retry.run({ input: { mail: letter.id, revision: letter.revision } })} onDrop={() => setDropping(letter)} />
                ))}
              </Sheet>
              <Pager pageInfo={pageInfo} />
            </Stack>
          )
        }
      </Gate>
      {dropping && (
        <Agree
          title={t`Give the mail up`}
          hint={t`It is never sent. What it tells of waits in the inbox all the same.`}
          label={t`Give it up`}
          about={dropping.id}
          refusals={drop.refusals}
          busy={drop.busy}
          danger
          onAgree={async () => (await drop.run({ input: { mail: dropping.id, revision: dropping.revision } })).done}
          onClose={() => setDropping(undefined)}
        />
      )}
    </Stack>
  );
}

function Row({ letter: { to, topic, writtenAt, reason, tries }, busy, onRetry, onDrop }: { letter: Letter; busy: boolean; onRetry: () => void; onDrop: () => void }) {
  const { i18n } = useLingui();
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {to?.name ?? <Trans>not shown to you</Trans>}
        <Text size="xs" c="dimmed">
          {to?.email}
        </Text>
      </Table.Th>
      <Table.Td>{i18n._(mailTopics[topic])}</Table.Td>
      <Table.Td>
        <Moment at={writtenAt} />
      </Table.Td>
      <Table.Td>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {reason}
        </Text>
        <Text size="xs" c="dimmed">
          <Plural value={tries} one="after one try" other="after # tries" />
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={onRetry} disabled={busy} data-row>
            <Trans>Try again</Trans>
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={onDrop}>
            <Trans>Give up</Trans>
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
