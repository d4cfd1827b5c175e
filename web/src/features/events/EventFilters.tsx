import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { choicesById } from '~/lib/choices';
import { graphql } from '~/lib/graphql';
import { nouns, readable } from './kinds';

const Actors = graphql(`
  query Actors($code: String!) {
    agreement(code: $code) {
      id
      people(first: 100) {
        nodes {
          id
          name
        }
      }
      parties {
        company {
          id
          name
        }
      }
    }
  }
`);

/** Narrows the log by what, who, for whom and when; it begins at its first page then. */
export function EventFilters() {
  const { t, i18n } = useLingui();
  const { agreement } = useSeat();
  const [{ data }] = useQuery({ query: Actors, variables: { code: agreement.code } });
  const [params, setParams] = useSearchParams();
  const field = (name: string) => ({
    size: 'xs' as const,
    value: params.get(name) ?? '',
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => {
      const asked = new URLSearchParams(params);
      asked.delete('after');
      if (value) asked.set(name, value);
      else asked.delete(name);
      setParams(asked, { replace: true });
    },
  });
  return (
    <>
      <NativeSelect {...field('kind')} label={t`What`}>
        <option value="">{t`Everything`}</option>
        {Object.entries(nouns).map(([noun, { label, verbs }]) => (
          <optgroup key={noun} label={i18n._(label)}>
            {verbs.length > 1 && <option value={noun}>{t`${i18n._(label)}: all`}</option>}
            {verbs.map((verb) => (
              <option key={verb} value={`${noun}.${verb}`}>
                {i18n._(label)}: {readable(`${noun}.${verb}`).verb}
              </option>
            ))}
          </optgroup>
        ))}
      </NativeSelect>
      <NativeSelect {...field('person')} label={t`Who`} data={[{ value: '', label: t`Everybody` }, ...choicesById(data?.agreement?.people.nodes ?? [])]} />
      <NativeSelect {...field('company')} label={t`For`} data={[{ value: '', label: t`Every company` }, ...choicesById((data?.agreement?.parties ?? []).map(({ company }) => company))]} />
      <TextInput {...field('from')} type="date" label={t`From`} />
      <TextInput {...field('to')} type="date" label={t`To`} />
      <NativeSelect
        {...field('order')}
        label={t`Order`}
        data={[
          { value: '', label: t`Newest first` },
          { value: 'oldest', label: t`Oldest first` },
        ]}
      />
      {[...params.keys()].length > 0 && (
        <Button size="xs" variant="subtle" onClick={() => setParams({}, { replace: true })}>
          <Trans>Show everything</Trans>
        </Button>
      )}
    </>
  );
}
