import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { wordKinds } from '~/features/agreements/words';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { Mark } from '~/ui/Mark';
import { Sheet } from '~/ui/Sheet';
import { MapWord } from './MapWord';
import { ownWords, standOf } from './mapping';
import { OwnWords } from './OwnWords';
import { type CompanyWords, Vocabularies, type Word } from './query';

/** The agreement's words with what each company calls them; what has no counterpart is flagged. */
export function VocabularyTab() {
  const { t } = useLingui();
  const { agreement, company, holds } = useSeat();
  const [mapping, setMapping] = useState(false);
  const [asked, again] = useQuery({ query: Vocabularies, variables: { agreement: agreement.code } });
  return (
    <Gate asked={asked} pick={(data) => data.agreement} again={again}>
      {({ vocabulary, vocabularies }) => {
        if (vocabulary.length === 0) {
          return (
            <Empty title={t`No vocabulary`}>
              <Trans>A section “vocabulary” of the agreement file names the words onto which each company maps its own.</Trans>
            </Empty>
          );
        }
        const own = vocabularies.find((words) => words.company?.id === company.id);
        const keeps = own && holds('COORDINATOR', 'SME');
        return (
          <Stack>
            {keeps && (
              <Group justify="space-between" align="flex-end" className="no-print">
                <Text size="sm" c="dimmed" maw="64ch">
                  <Trans>Say which of your own words mean which of the agreement's. Several may mean one; one means one at most.</Trans>
                </Text>
                <Button size="xs" onClick={() => setMapping(true)}>
                  <Trans>Map a word of {company.name}</Trans>
                </Button>
              </Group>
            )}
            <Matrix vocabulary={vocabulary} vocabularies={vocabularies} />
            {own && (
              <Stack gap="xs">
                <Title order={2}>
                  <Trans>Words of {company.name}</Trans>
                </Title>
                <OwnWords words={own} vocabulary={vocabulary} keeps={Boolean(keeps)} />
              </Stack>
            )}
            {mapping && own && <MapWord words={own} vocabulary={vocabulary} onClose={() => setMapping(false)} />}
          </Stack>
        );
      }}
    </Gate>
  );
}

function Matrix({ vocabulary, vocabularies }: { vocabulary: readonly Word[]; vocabularies: readonly CompanyWords[] }) {
  const { t, i18n } = useLingui();
  return (
    <Sheet label={t`What each company calls it`} head={[t`Word`, ...vocabularies.map((words) => <CompanyHead key={words.company?.id} words={words} all={vocabulary} />)]}>
      {vocabulary.map((word) => (
        <Table.Tr key={`${word.kind} ${word.code}`}>
          <Table.Th scope="row" fw={500} miw={220}>
            {word.code}{' '}
            <Text span size="xs" c="dimmed">
              {i18n._(wordKinds[word.kind])}
            </Text>
            <Text size="xs" c="dimmed" maw="36ch">
              {word.meaning}
            </Text>
          </Table.Th>
          {vocabularies.map((words) => {
            const its = ownWords(words, word);
            return <Table.Td key={words.company?.id}>{its.length > 0 ? its.join(', ') : <Mark tone="warn">{t`no word`}</Mark>}</Table.Td>;
          })}
        </Table.Tr>
      ))}
    </Sheet>
  );
}

function CompanyHead({ words, all }: { words: CompanyWords; all: readonly Word[] }) {
  const { t } = useLingui();
  const { mapped, of, stray } = standOf(words, all);
  return (
    <>
      {words.company?.name}
      <Text size="xs" c="dimmed" fw={400}>
        {t`${mapped} of ${of}`}
        {stray > 0 && ` · ${t`${stray} without meaning`}`}
      </Text>
    </>
  );
}
