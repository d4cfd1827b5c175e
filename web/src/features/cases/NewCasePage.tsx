import { Button, Fieldset, Grid, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { useMe } from '~/features/identity/session';
import { useAct } from '~/lib/act';
import { choicesByCode, choicesById, choicesOf } from '~/lib/choices';
import { useDraft } from '~/lib/draft';
import type { EnumOf } from '~/lib/graphql';
import { against } from '~/lib/refusals';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { Page } from '~/ui/Page';
import { Refusals } from '~/ui/Refusals';
import { Routes } from './handover/Routes';
import { needsOf, NeedsFields, typed } from './Needs';
import { type Agreed, type Handling, Terms } from './terms';
import { OpenCase } from './verbs/documents';
import { caseKinds } from './words';

/** Takes in what a customer brings, and tells where it may go. */
export function Component() {
  const { t } = useLingui();
  const { agreement, company, to } = useSeat();
  const [asked, again] = useQuery({ query: Terms, variables: { agreement: agreement.code } });
  return (
    <Page title={t`Take in a case`} trail={[{ label: t`Cases`, to: to('cases') }]} hint={t`${company.name} holds it from then on; where it may go is told as you write.`}>
      <Gate asked={asked} pick={(data) => data.agreement} again={again}>
        {(agreed) => {
          const desks = agreed.teams.filter(({ kind, pledges }) => kind === 'CONTACT_POINT' && pledges.some((pledge) => pledge.company.id === company.id));
          return agreed.caseHandling && desks.length > 0 ? (
            <Form agreed={agreed} handling={agreed.caseHandling} desks={desks} />
          ) : (
            <Empty title={t`No contact point`}>
              <Trans>Cases come in at contact points, and {company.name} provides nobody for one.</Trans>
            </Empty>
          );
        }}
      </Gate>
    </Page>
  );
}

interface FormProps {
  agreed: Agreed;
  handling: Handling;
  desks: Agreed['teams'];
}

const shown = ['team', 'title', 'kind', 'priority', 'package', 'service', 'customer', 'needs.region', 'needs.language', 'needs.product', 'needs.skills'];

function Form({ agreed, handling, desks }: FormProps) {
  const { t, i18n } = useLingui();
  const { id: person } = useMe();
  const { agreement, company, to } = useSeat();
  const go = useNavigate();
  const customers = agreed.parties.map((party) => party.company).filter(({ kind }) => kind === 'CUSTOMER');
  const [title, setTitle, drop] = useDraft(`case ${agreement.id}`, person);
  const [team, setTeam] = useState(desks[0]?.id ?? '');
  const [kind, setKind] = useState<EnumOf<'CaseKind'>>('INCIDENT');
  const [priority, setPriority] = useState(handling.priorities.at(-1)?.code ?? '');
  const [pack, setPack] = useState('');
  const [service, setService] = useState(agreed.services[0]?.id ?? '');
  const [customer, setCustomer] = useState(customers[0]?.id ?? '');
  const [needs, setNeeds] = useState(typed());
  const [next, setNext] = useState('');
  const { run, refusals, busy } = useAct(OpenCase);
  const about = { kind, priority, package: pack || null, service, needs: needsOf(needs) };
  const [routed] = useDebouncedValue(about, 400);
  const isKind = (text: string): text is typeof kind => text in caseKinds;
  const error = (field: string) => against(refusals, field);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { data, done } = await run({ input: { agreement: agreement.id, team, company: company.id, title: title.trim(), customer: customer || null, ...about } });
    const opened = data?.openCase.case?.id;
    if (!done || !opened) return;
    drop();
    void go(to(`cases/${opened}${next && `?handover=${encodeURIComponent(next)}`}`));
  };

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Grid gap="xl">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack gap="sm">
            <TextInput label={t`What it is about`} value={title} onChange={(event) => setTitle(event.currentTarget.value)} error={error('title')} required maxLength={200} data-autofocus />
            <Group grow align="flex-start">
              <NativeSelect label={t`Service`} value={service} onChange={(event) => setService(event.currentTarget.value)} error={error('service')} data={choicesById(agreed.services)} />
              <NativeSelect label={t`Kind`} value={kind} onChange={({ currentTarget: { value } }) => isKind(value) && setKind(value)} error={error('kind')} data={choicesOf(caseKinds, i18n)} />
            </Group>
            <Group grow align="flex-start">
              <NativeSelect label={t`Priority`} value={priority} onChange={(event) => setPriority(event.currentTarget.value)} error={error('priority')} data={choicesByCode(handling.priorities)} />
              <NativeSelect label={t`Service package`} value={pack} onChange={(event) => setPack(event.currentTarget.value)} error={error('package')} data={[{ value: '', label: t`None` }, ...choicesByCode(handling.packages)]} />
            </Group>
            <Group grow align="flex-start">
              <NativeSelect label={t`Customer`} value={customer} onChange={(event) => setCustomer(event.currentTarget.value)} error={error('customer')} data={[...choicesById(customers), { value: '', label: t`Not named` }]} />
              {desks.length > 1 && <NativeSelect label={t`Contact point`} value={team} onChange={(event) => setTeam(event.currentTarget.value)} error={error('team')} data={choicesById(desks)} />}
            </Group>
            <Fieldset legend={t`What it needs, as far as it is known`}>
              <NeedsFields needs={needs} skills={[...new Set(agreed.teams.flatMap((one) => one.skills))]} error={(field) => error(`needs.${field}`)} onChange={setNeeds} />
            </Fieldset>
            <Refusals of={refusals} shown={shown} />
            <Group>
              <Button type="submit" loading={busy}>
                {next ? <Trans>Take it in and hand it over</Trans> : <Trans>Take it in</Trans>}
              </Button>
            </Group>
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Routes about={routed} value={next} onChange={setNext} />
        </Grid.Col>
      </Grid>
    </form>
  );
}
