import { Button, Group, Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSeat } from '~/app/seat';
import { wordKinds } from '~/features/agreements/words';
import { useAct } from '~/lib/act';
import { graphql } from '~/lib/graphql';
import { Refused } from '~/lib/refused';
import { Mark } from '~/ui/Mark';
import { Refusals } from '~/ui/Refusals';
import { Sheet } from '~/ui/Sheet';
import { MapWord } from './MapWord';
import type { CompanyWords, Word } from './query';

const Unmap = graphql(
  `
    mutation UnmapWord($input: UnmapWordInput!) {
      unmapWord(input: $input) {
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

type Own = CompanyWords['words'][number];

/** The words of one's own company with what they mean; those that mean nothing come first. */
export function OwnWords({ words, vocabulary, keeps }: { words: CompanyWords; vocabulary: readonly Word[]; keeps: boolean }) {
  const { t, i18n } = useLingui();
  const { agreement, company } = useSeat();
  const { run, refusals } = useAct(Unmap);
  const [mapping, setMapping] = useState<Own>();
  if (words.words.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>Nobody has named a word of the company yet.</Trans>
      </Text>
    );
  }
  const order = [...words.words].sort((one, other) => Number(one.means !== null) - Number(other.means !== null));
  return (
    <>
      <Refusals of={refusals} />
      <Sheet label={t`Words of ${company.name}`} head={[t`Own word`, t`Kind`, t`Means`, t`What can be done`]}>
        {order.map((word) => (
          <Table.Tr key={`${word.kind} ${word.own}`}>
            <Table.Th scope="row" fw={500}>
              {word.own}
            </Table.Th>
            <Table.Td>{i18n._(wordKinds[word.kind])}</Table.Td>
            <Table.Td>{word.means ? word.means.code : <Mark tone="warn">{t`nobody has said`}</Mark>}</Table.Td>
            <Table.Td>
              {keeps && (
                <Group gap={4} wrap="nowrap" className="no-print">
                  <Button size="compact-xs" variant="default" onClick={() => setMapping(word)} aria-label={t`Say what ${word.own} means`}>
                    <Trans>Means…</Trans>
                  </Button>
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => void run({ input: { agreement: agreement.id, company: company.id, revision: words.revision, kind: word.kind, own: word.own } })}
                    aria-label={t`Take ${word.own} back`}
                  >
                    <Trans>Take back</Trans>
                  </Button>
                </Group>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Sheet>
      {mapping && <MapWord words={words} vocabulary={vocabulary} word={mapping} onClose={() => setMapping(undefined)} />}
    </>
  );
}
