import { NativeSelect, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { wordKinds } from '~/features/agreements/words';
import { useAct } from '~/lib/act';
import { choicesOf } from '~/lib/choices';
import { type EnumOf, graphql } from '~/lib/graphql';
import { byField } from '~/lib/refusals';
import { Refused } from '~/lib/refused';
import { FormDialog } from '~/ui/FormDialog';
import type { CompanyWords, Word } from './query';

const MapIt = graphql(
  `
    mutation MapWord($input: MapWordInput!) {
      mapWord(input: $input) {
        vocabulary {
          revision
        }
        refusals {
          ...Refused
        }
      }
    }
  `,
  [Refused],
);

interface MapWordProps {
  words: CompanyWords;
  vocabulary: readonly Word[];
  /** The word that is there already, where its meaning is said anew. */
  word?: CompanyWords['words'][number];
  onClose(): void;
}

/** Says what a word of one's own company means. */
export function MapWord({ words, vocabulary, word, onClose }: MapWordProps) {
  const { t, i18n } = useLingui();
  const { agreement, company } = useSeat();
  const { run, busy, refusals } = useAct(MapIt);
  const [kind, setKind] = useState<EnumOf<'WordKind'>>(word?.kind ?? 'STATUS');
  const [own, setOwn] = useState(word?.own ?? '');
  const [code, setCode] = useState(word?.means?.code ?? '');
  const errors = byField(refusals);
  const meanings = vocabulary.filter((one) => one.kind === kind);
  const submit = async () => (await run({ input: { agreement: agreement.id, company: company.id, revision: words.revision, kind, own: own.trim(), code: code || null } })).done;
  return (
    <FormDialog
      title={word ? t`What “${word.own}” means` : t`Map a word of ${company.name}`}
      label={t`Keep it`}
      refusals={refusals}
      shown={['own', 'code', 'kind']}
      busy={busy}
      onSubmit={submit}
      onClose={onClose}
    >
      {!word && (
        <>
          <TextInput label={t`Own word`} description={t`As your company writes it.`} required maxLength={200} value={own} onChange={(event) => setOwn(event.currentTarget.value)} error={errors['own']} data-autofocus />
          <NativeSelect
            label={t`Kind`}
            value={kind}
            onChange={(event) => {
              setKind(event.currentTarget.value as EnumOf<'WordKind'>);
              setCode('');
            }}
            data={choicesOf(wordKinds, i18n)}
            error={errors['kind']}
          />
        </>
      )}
      <NativeSelect
        label={t`Means`}
        description={meanings.find((one) => one.code === code)?.meaning}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        data={[{ value: '', label: t`Nobody knows yet` }, ...meanings.map((one) => ({ value: one.code, label: one.code }))]}
        error={errors['code']}
      />
    </FormDialog>
  );
}
