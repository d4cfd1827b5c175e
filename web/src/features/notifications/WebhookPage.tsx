import { Alert, Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql, type ResultOf } from '~/lib/graphql';
import { until } from '~/lib/time';
import { useParam } from '~/lib/url';
import { Empty } from '~/ui/Empty';
import { Facts } from '~/ui/Facts';
import { Gate } from '~/ui/Gate';
import { StateMark } from '~/ui/Mark';
import { Moment } from '~/ui/Moment';
import { Page } from '~/ui/Page';
import { Pager } from '~/ui/Pager';
import { Deliveries } from './Deliveries';
import { WebhookActions } from './WebhookActions';
import { webhookStates } from './words';

const OneWebhook = graphql(`
  query OneWebhook($code: String!, $first: First!, $after: Cursor) {
    agreement(code: $code) {
      id
      zone
      webhooks {
        id
        url
        kinds
        state
        disabledAt
        disabledBecause
        oldSecretUntil
        addedAt
        revision
        addedBy {
          id
          name
        }
        company {
          id
          name
        }
        deliveries(first: $first, after: $after) {
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            id
            event
            kind
            subject
            at
            state
            due
            attempts {
              at
              status
              answer
            }
          }
        }
      }
    }
  }
`);

type Answer = NonNullable<ResultOf<typeof OneWebhook>['agreement']>;
export type Webhook = Answer['webhooks'][number];
export type Delivery = Webhook['deliveries']['nodes'][number];

/** One webhook: where it leads, what it is told of, and what became of each message. */
export function Component() {
  const { id } = useParams();
  const { agreement } = useSeat();
  const [after] = useParam('after');
  const [asked, again] = useQuery({ query: OneWebhook, variables: { code: agreement.code, first: 25, after: after || null } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement?.webhooks.find((one) => one.id === id)} again={again}>
      {(webhook) => <WebhookShown webhook={webhook} zone={agreement.zone} />}
    </Gate>
  );
}

function WebhookShown({ webhook, zone }: { webhook: Webhook; zone: string }) {
  const { t } = useLingui();
  const { to, holds } = useSeat();
  const { url, kinds, state, disabledAt, disabledBecause, oldSecretUntil, addedAt, addedBy, company, deliveries } = webhook;
  const host = URL.canParse(url) ? new URL(url).host : url;
  return (
    <Page title={host} trail={[{ label: t`Notifications`, to: to('notifications') }]} mark={<StateMark of={webhookStates[state]} />} actions={holds('COORDINATOR') && <WebhookActions webhook={webhook} />}>
      {disabledAt && (
        <Alert color="yellow" title={<Trans>It is told nothing</Trans>}>
          <Trans>
            Since <Moment at={disabledAt} zone={zone} />: {disabledBecause}. Switch it on again once its system answers.
          </Trans>
        </Alert>
      )}
      <Facts
        label={t`Webhook`}
        of={[
          [t`Address`, <span style={{ overflowWrap: 'anywhere' }}>{url}</span>],
          [t`Company`, company.name],
          [t`Told of`, kinds.join(', ')],
          [t`Added`, <><Moment at={addedAt} zone={zone} />{addedBy && ` · ${addedBy.name}`}</>],
          [t`Old secret`, oldSecretUntil && until(oldSecretUntil) > 0 && <Trans>counts until <Moment at={oldSecretUntil} zone={zone} /></Trans>],
        ]}
      />
      <Stack gap="xs" component="section">
        <Title order={2}>
          <Trans>Messages</Trans>
        </Title>
        {deliveries.nodes.length === 0 ? (
          <Empty title={t`Nothing was sent yet`}>
            <Trans>Each message stands here with every try and what the system answered; settled ones are kept for 30 days.</Trans>
          </Empty>
        ) : (
          <Deliveries of={deliveries.nodes} zone={zone} active={state === 'ACTIVE' && holds('COORDINATOR')} />
        )}
        <Pager pageInfo={deliveries.pageInfo} />
      </Stack>
    </Page>
  );
}
