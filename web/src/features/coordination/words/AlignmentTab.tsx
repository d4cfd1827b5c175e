import { Button, Group, Paper, Progress, Stack, Table, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { areas } from '~/features/agreements/words';
import { choicesById } from '~/lib/choices';
import { useParam } from '~/lib/url';
import { Empty } from '~/ui/Empty';
import { Filter } from '~/ui/Filter';
import { Gate } from '~/ui/Gate';
import { Mark } from '~/ui/Mark';
import { Day } from '~/ui/Moment';
import { Sheet } from '~/ui/Sheet';
import { type Alignment, type Aspect, AlignmentRead, Checklist } from './alignment';
import { Assess } from './Assess';
import { scores } from './scores';

/** The checklist with the score that holds of each aspect of a company, and what was found before. */
export function AlignmentTab() {
  const { t } = useLingui();
  const { agreement, company: own, holds } = useSeat();
  const [asked, again] = useQuery({ query: Checklist, variables: { agreement: agreement.code } });
  // whoever sees all may look at any company, a signatory at their own
  const all = holds('STEWARD', 'COORDINATOR', 'AUDITOR');
  return (
    <Gate asked={asked} pick={(data) => data.agreement} again={again}>
      {({ alignmentChecklist, parties }) => {
        const companies = parties.map(({ company }) => company).filter(({ kind, id }) => kind !== 'CUSTOMER' && (all || id === own.id));
        if (alignmentChecklist.length === 0 || companies.length === 0) {
          return (
            <Empty title={t`No checklist`}>
              <Trans>A section “alignment” of the agreement file names what the companies are assessed by.</Trans>
            </Empty>
          );
        }
        return <Chosen checklist={alignmentChecklist} companies={companies} />;
      }}
    </Gate>
  );
}

function Chosen({ checklist, companies }: { checklist: readonly Aspect[]; companies: readonly { id: string; name: string }[] }) {
  const { t } = useLingui();
  const { agreement, company: own } = useSeat();
  const first = companies.find(({ id }) => id === own.id)?.id ?? companies[0]?.id ?? '';
  const [chosen] = useParam('company', first);
  const company = companies.find(({ id }) => id === chosen) ?? companies[0];
  const [asked, again] = useQuery({ query: AlignmentRead, variables: { agreement: agreement.code, company: company?.id ?? '' }, pause: !company });
  return (
    <Stack>
      <Group gap="xs" className="no-print">
        <Filter name="company" label={t`Company`} otherwise={first} all={false} options={choicesById(companies)} />
      </Group>
      <Gate asked={asked} pick={(data) => data.agreement?.alignment} again={again}>
        {(alignment) => company && <Shown alignment={alignment} checklist={checklist} company={company} />}
      </Gate>
    </Stack>
  );
}

function Shown({ alignment: { score, best, current, history }, checklist, company }: { alignment: Alignment; checklist: readonly Aspect[]; company: { id: string; name: string } }) {
  const { t, i18n } = useLingui();
  const { company: own, holds } = useSeat();
  const [assessing, setAssessing] = useState<Aspect>();
  const assesses = holds('COORDINATOR') && company.id !== own.id;
  return (
    <>
      <Paper withBorder p="md" maw={480}>
        {score === null ? (
          <Text size="sm">
            <Trans>Nothing of {company.name} has been assessed yet.</Trans>
          </Text>
        ) : (
          <Stack gap={6}>
            <Text size="sm">
              <Trans>
                <b>{score}</b> of {best}: the scores that hold, of the best that these aspects could have
              </Trans>
            </Text>
            <Progress value={(100 * score) / Math.max(best, 1)} aria-label={t`${score} of ${best}`} />
          </Stack>
        )}
      </Paper>
      <Sheet label={t`Alignment of ${company.name}`} head={[t`Question`, t`Area`, t`Score`, t`Found on`, t`Note`, ...(assesses ? [t`What can be done`] : [])]}>
        {checklist.map((aspect) => {
          const holdsNow = current.find((one) => one.aspect?.code === aspect.code);
          return (
            <Table.Tr key={aspect.code}>
              <Table.Th scope="row" fw={500} miw={240}>
                {aspect.question}
              </Table.Th>
              <Table.Td>{i18n._(areas[aspect.area])}</Table.Td>
              <Table.Td>{holdsNow ? <Score score={holdsNow.score} /> : <Mark tone="quiet">{t`not assessed`}</Mark>}</Table.Td>
              <Table.Td>{holdsNow && <Day on={holdsNow.on} />}</Table.Td>
              <Table.Td>{holdsNow?.note}</Table.Td>
              {assesses && (
                <Table.Td>
                  <Button size="compact-xs" variant="default" onClick={() => setAssessing(aspect)} aria-label={t`Assess: ${aspect.question}`} className="no-print">
                    <Trans>Assess…</Trans>
                  </Button>
                </Table.Td>
              )}
            </Table.Tr>
          );
        })}
      </Sheet>
      {company.id === own.id && holds('COORDINATOR') && (
        <Text size="sm" c="dimmed">
          <Trans>Nobody assesses their own company: coordinators of the others do.</Trans>
        </Text>
      )}
      {history.length > 0 && (
        <Stack gap="xs">
          <Title order={2}>
            <Trans>What was found over time</Trans>
          </Title>
          <Sheet label={t`Assessments of ${company.name}`} head={[t`On`, t`Question`, t`Score`, t`Note`, t`Recorded by`]}>
            {history.map(({ aspect, score: then, on, note, by }) => (
              <Table.Tr key={`${by.at} ${aspect?.code}`}>
                <Table.Th scope="row" fw={500}>
                  <Day on={on} />
                </Table.Th>
                <Table.Td>{aspect?.question ?? <Trans>asked no more</Trans>}</Table.Td>
                <Table.Td>
                  <Score score={then} />
                </Table.Td>
                <Table.Td>{note}</Table.Td>
                <Table.Td>{[by.person?.name, by.company?.name].filter(Boolean).join(', ')}</Table.Td>
              </Table.Tr>
            ))}
          </Sheet>
        </Stack>
      )}
      {assessing && <Assess aspect={assessing} company={company} onClose={() => setAssessing(undefined)} />}
    </>
  );
}

function Score({ score }: { score: number }) {
  const { i18n } = useLingui();
  const told = scores[score];
  return told ? (
    <Mark tone={told.tone}>
      {score} · {i18n._(told.label)}
    </Mark>
  ) : (
    score
  );
}
