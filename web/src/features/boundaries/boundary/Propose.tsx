import { Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { useDecision } from '~/lib/decide';
import { graphql } from '~/lib/graphql';
import { against } from '~/lib/refusals';
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
  onClose(): void;
}

/** Puts the draft before its neighbours, with the day from which it shall hold. */
export function Propose({ boundary, onClose }: ProposeProps) {
  const { t } = useLingui();
  const { agreement } = useSeat();
  const [from, setFrom] = useState(() => today(agreement.zone));
  const { revision, run, dialog } = useDecision(ProposeBoundary, boundary);
  return (
    <FormDialog
      {...dialog}
      title={t`Propose to the neighbours`}
      hint={<Trans>They approve or object, each company for itself. Nothing holds before all of them have agreed.</Trans>}
      label={t`Propose`}
      shown={['effectiveFrom']}
      onSubmit={() => run({ input: { boundary: boundary.id, revision, effectiveFrom: from } })}
      onClose={onClose}
    >
      <TextInput
        type="date"
        label={t`It shall hold from`}
        description={t`A day in ${agreement.zone}, today or later`}
        value={from}
        min={today(agreement.zone)}
        onChange={({ currentTarget: { value } }) => setFrom(value)}
        error={against(dialog.refusals, 'effectiveFrom')}
        required
        data-autofocus
      />
      {from && <Asked id={boundary.id} from={from} />}
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
