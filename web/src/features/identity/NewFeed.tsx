import { NativeSelect } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useAct } from '~/lib/act';
import { graphql } from '~/lib/graphql';
import { against } from '~/lib/refusals';
import { Refused } from '~/lib/refused';
import { FormDialog } from '~/ui/FormDialog';

const GroupsToShow = graphql(`
  query GroupsToShow {
    agreements(first: 50) {
      nodes {
        id
        name
        groups {
          id
          name
        }
      }
    }
  }
`);

const CreateFeed = graphql(
  `
    mutation CreateFeed($input: CreateCalendarFeedInput!) {
      createCalendarFeed(input: $input) {
        created {
          path
          feed {
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

/** Makes a calendar address; it is told once. */
export function NewFeed({ onMade, onClose }: { onMade(address: string | null): void; onClose(): void }) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: GroupsToShow });
  const { run, refusals, busy } = useAct(CreateFeed);
  const [group, setGroup] = useState('');
  const make = async () => {
    const { done, data: made } = await run({ input: { group: group || null } });
    const path = made?.createCalendarFeed.created?.path;
    if (done) onMade(path ? location.origin + path : null);
    return done;
  };
  return (
    <FormDialog title={t`New calendar address`} label={t`Make it`} refusals={refusals} shown={['group']} busy={busy} onSubmit={make} onClose={onClose}>
      <NativeSelect label={t`What it shows`} value={group} onChange={(event) => setGroup(event.currentTarget.value)} error={against(refusals, 'group')} data-autofocus>
        <option value="">{t`All of my meetings`}</option>
        {(data?.agreements.nodes ?? []).map(({ id, name, groups }) => (
          <optgroup key={id} label={name}>
            {groups.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </optgroup>
        ))}
      </NativeSelect>
    </FormDialog>
  );
}
