import { Button, Stack, Table, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useAct } from '~/lib/act';
import { graphql } from '~/lib/graphql';
import { Refused } from '~/lib/refused';
import { StateMark } from '~/ui/Mark';
import { Left, Moment } from '~/ui/Moment';
import { Refusals } from '~/ui/Refusals';
import { Sheet } from '~/ui/Sheet';
import type { Delivery } from './WebhookPage';
import { deliveryStates } from './words';

const SendAgain = graphql(
  `
    mutation SendAgain($input: SendDeliveryAgainInput!) {
      sendDeliveryAgain(input: $input) {
        delivery {
          id
          state
          due
        }
        refusals {
          ...Refused
        }
      }
    }
  `,
  [Refused],
);

interface DeliveriesProps {
  of: readonly Delivery[];
  zone: string;
  /** Whether messages may be sent again. */
  active: boolean;
}

/** The messages to a webhook, each with every try. */
export function Deliveries({ of, zone, active }: DeliveriesProps) {
  const { t } = useLingui();
  const { run, refusals, busy } = useAct(SendAgain);
  return (
    <Stack gap="xs">
      <Refusals of={refusals} />
      <Sheet label={t`Messages`} head={[t`Event`, t`Happened`, t`State`, t`Tries`, t`Actions`]}>
        {of.map((delivery) => (
          <Row key={delivery.id} delivery={delivery} zone={zone} onAgain={active && delivery.state !== 'WAITING' ? () => void run({ input: { delivery: delivery.id } }) : undefined} busy={busy} />
        ))}
      </Sheet>
    </Stack>
  );
}

function Row({ delivery: { event, kind, at, state, due, attempts }, zone, onAgain, busy }: { delivery: Delivery; zone: string; onAgain: (() => void) | undefined; busy: boolean }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {kind}
        <Text size="xs" c="dimmed">
          <Trans>no. {event}</Trans>
        </Text>
      </Table.Th>
      <Table.Td>
        <Moment at={at} zone={zone} />
      </Table.Td>
      <Table.Td>
        <StateMark of={deliveryStates[state]} />
        {due && (
          <Text size="xs" component="div">
            <Trans>next try: <Left to={due} zone={zone} /></Trans>
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {attempts.length > 0 && (
          <details>
            <summary>
              <Text size="sm" component="span">
                <Plural value={attempts.length} one="One try" other="# tries" />
                {attempts.at(-1)?.status != null && `, ${attempts.at(-1)?.status}`}
              </Text>
            </summary>
            {attempts.map((attempt) => (
              <Text key={attempt.at} size="xs" component="div" style={{ overflowWrap: 'anywhere' }}>
                <Moment at={attempt.at} zone={zone} /> · {attempt.status ?? <Trans>no answer</Trans>} · <span>{attempt.answer}</span>
              </Text>
            ))}
          </details>
        )}
      </Table.Td>
      <Table.Td>
        {onAgain && (
          <Button size="compact-sm" variant="default" onClick={onAgain} disabled={busy} data-row>
            <Trans>Send again</Trans>
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
