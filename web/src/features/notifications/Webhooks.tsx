import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { useAct } from '~/lib/act';
import { graphql, type ResultOf } from '~/lib/graphql';
import { Refused } from '~/lib/refused';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { StateMark } from '~/ui/Mark';
import { Secret } from '~/ui/Secret';
import { Sheet } from '~/ui/Sheet';
import { WebhookForm } from './WebhookForm';
import { webhookStates } from './words';

const WebhookList = graphql(`
  query WebhookList($code: String!) {
    agreement(code: $code) {
      id
      webhooks {
        id
        url
        kinds
        state
        disabledBecause
        company {
          id
          name
        }
      }
    }
  }
`);

const AddWebhook = graphql(
  `
    mutation AddWebhook($input: AddWebhookInput!) {
      addWebhook(input: $input) {
        created {
          secret
          webhook {
            id
          }
        }
        refusals {
          ...Refused
        }
      }
    }
  `,
  [Refused],
);

type Webhook = NonNullable<ResultOf<typeof WebhookList>['agreement']>['webhooks'][number];

/** The systems that are told of what happens. */
export function Webhooks() {
  const { t } = useLingui();
  const { agreement, company, holds } = useSeat();
  const [asked, again] = useQuery({ query: WebhookList, variables: { code: agreement.code } });
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<{ told: string | null }>();
  const add = useAct(AddWebhook);
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" maw="72ch">
          <Trans>A system of yours is sent a signed message for each event that a coordinator of its company sees: a thin one, without figures or names. It asks for the rest with its own token.</Trans>
        </Text>
        {holds('COORDINATOR') && (
          <Button onClick={() => setAdding(true)}>
            <Trans>Add a webhook</Trans>
          </Button>
        )}
      </Group>
      <Gate asked={asked} pick={(data) => data.agreement?.webhooks} again={again}>
        {(webhooks) =>
          webhooks.length === 0 ? (
            <Empty title={t`No webhook yet`}>
              <Trans>With a webhook your own system hears of a deviation, a hand-over or a meeting at once, instead of asking again and again.</Trans>
            </Empty>
          ) : (
            <Sheet label={t`Webhooks`} head={[t`Address`, t`State`, t`Company`, t`Told of`]}>
              {webhooks.map((webhook) => (
                <Row key={webhook.id} webhook={webhook} />
              ))}
            </Sheet>
          )
        }
      </Gate>
      {adding && (
        <WebhookForm
          title={t`Add a webhook for ${company.name}`}
          label={t`Add it`}
          url=""
          kinds={['agreement.*', 'deviation.*', 'meeting.*']}
          act={add}
          onWish={async (wish) => {
            const { done, data } = await add.run({ input: { agreement: agreement.id, company: company.id, ...wish } });
            if (done) setSecret({ told: data?.addWebhook.created?.secret ?? null });
            return done;
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {secret && (
        <Secret title={t`The webhook's secret`} label={t`Secret`} hint={t`Your system verifies with it that messages come from here. Put it where that system keeps its secrets.`} secret={secret.told} onClose={() => setSecret(undefined)} />
      )}
    </Stack>
  );
}

function Row({ webhook: { id, url, kinds, state, disabledBecause, company } }: { webhook: Webhook }) {
  const { to } = useSeat();
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        <Anchor component={Link} to={to(`notifications/webhooks/${id}`)} size="sm" data-row style={{ overflowWrap: 'anywhere' }}>
          {url}
        </Anchor>
      </Table.Th>
      <Table.Td>
        <StateMark of={webhookStates[state]} />
        {disabledBecause && (
          <Text size="xs" c="dimmed">
            {disabledBecause}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{company.name}</Table.Td>
      <Table.Td>
        <Text size="xs" ff="monospace">
          {kinds.join(', ')}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}
