import { Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { useAct } from '~/lib/act';
import { graphql } from '~/lib/graphql';
import { byField } from '~/lib/refusals';
import { today } from '~/lib/time';
import { FormDialog } from '~/ui/FormDialog';
import { ProposeBoundary } from './acts';
import type { Boundary } from './boundary';

const Neighbours = graphql(`
  query Neighbours($id: ID!, $from: Date!) {
    node(id: $id) {
      __typename
      id
      ... on Boundary {
        neighbours(effectiveFrom: $from) {
          id
          name
        }
      }
    }
  }
`);

interface ProposeProps {
  boundary: Boundary;
  onStale(): void;
  onClose(): void;
}

/** Puts the draft before its neighbours, with the day from which it shall hold. */
export function Propose({ boundary: { id, revision }, onStale, onClose }: ProposeProps) {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const [from, setFrom] = useState(() => today(agreement.zone));
  const propose = useAct(ProposeBoundary);
  const submit = async () => {
    const { done, refusals } = await propose.run({ input: { boundary: id, revision, effectiveFrom: from } });
    if (refusals.some(({ code }) => code === 'BOUNDARY_STALE')) onStale();
    return done;
  };
  return (
    <FormDialog
      title={t`Propose to the neighbours`}
      hint={<Trans>They approve or object, each company for itself. Nothing holds before all of them have agreed.</Trans>}
      label={t`Propose`}
      refusals={propose.refusals}
      shown={['effectiveFrom']}
      busy={propose.busy}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        type="date"
        label={t`It shall hold from`}
        description={t`A day in ${agreement.zone}, today or later`}
        value={from}
        min={today(agreement.zone)}
        onChange={({ currentTarget: { value } }) => setFrom(value)}
        error={byField(propose.refusals)['effectiveFrom']}
        required
        data-autofocus
      />
      {from && <Asked id={id} from={from} />}
    </FormDialog>
  );
}

function Asked({ id, from }: { id: string; from: string }) {
  const [{ data, fetching }] = useQuery({ query: Neighbours, variables: { id, from } });
  const neighbours = data?.node?.__typename === 'Boundary' ? data.node.neighbours.map(({ name }) => name).join(', ') : '';
  if (fetching && !data) return null;
  return (
    <Text size="sm" role="status">
      {neighbours ? <Trans>These are asked: {neighbours}.</Trans> : <Trans>It has no neighbours: an expert of any company may approve it, but for yourself.</Trans>}
    </Text>
  );
}
