import { NativeSelect } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql } from '~/lib/graphql';
import { against } from '~/lib/refusals';
import { Agree } from '~/ui/Agree';
import { type DialogProps, useChange } from './dialog';
import { RefuseCase } from './documents';

const OwnBoundaries = graphql(`
  query BoundariesToCite($agreement: String!, $company: ID!) {
    agreement(code: $agreement) {
      id
      boundaries(first: 100, filter: { company: $company, state: [APPROVED] }) {
        nodes {
          id
          code
          service {
            id
            name
          }
        }
      }
    }
  }
`);

/** Refuses what is offered, and cites the boundary that says so. */
export function Refuse({ story, onClose }: DialogProps) {
  const { t } = useLingui();
  const { agreement, company } = useSeat();
  const [{ data }] = useQuery({ query: OwnBoundaries, variables: { agreement: agreement.code, company: company.id } });
  const drawn = data?.agreement?.boundaries.nodes ?? [];
  const [boundary, setBoundary] = useState('');
  const { tell, dialog } = useChange(RefuseCase, story);
  return (
    <Agree
      title={t`Refuse ${story.reference}`}
      hint={t`It goes back to whoever offered it. Where boundaries hold, a refusal cites the one that it rests on.`}
      label={t`Refuse`}
      reason="needed"
      about={story.id}
      danger
      onAgree={(reason) => tell({ reason, boundary: boundary || null })}
      onClose={onClose}
      {...dialog}
    >
      {drawn.length > 0 && (
        <NativeSelect
          label={t`Boundary`}
          value={boundary}
          onChange={(event) => setBoundary(event.currentTarget.value)}
          error={against(dialog.refusals, 'boundary')}
          data={[{ value: '', label: t`None` }, ...drawn.map(({ code, service }) => ({ value: code, label: service ? `${code} · ${service.name}` : code }))]}
        />
      )}
    </Agree>
  );
}
