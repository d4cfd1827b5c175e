import { Button, Group, NativeSelect, Paper, Stack, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { type SubmitEvent, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { useAct } from '~/lib/act';
import { choicesById } from '~/lib/choices';
import { graphql, type ResultOf } from '~/lib/graphql';
import { byField } from '~/lib/refusals';
import { Refused } from '~/lib/refused';
import { Empty } from '~/ui/Empty';
import { Gate } from '~/ui/Gate';
import { Page } from '~/ui/Page';
import { Refusals } from '~/ui/Refusals';
import type { Content } from '../content/content';
import { teamsOf, Terms } from '../content/terms';
import { What } from './ContentForm';
import { FormProvider } from './form';
import { inputOf } from './redraw';

const NewGround = graphql(
  `
    query NewBoundaryGround($agreement: String!) {
      agreement(code: $agreement) {
        services {
          id
          code
          name
        }
        ...Terms
      }
    }
  `,
  [Terms],
);

const DrawBoundary = graphql(
  `
    mutation DrawBoundary($input: DrawBoundaryInput!) {
      drawBoundary(input: $input) {
        boundary {
          id
        }
        refusals {
          ...Refused
        }
      }
    }
  `,
  [Refused],
);

type Ground = NonNullable<ResultOf<typeof NewGround>['agreement']>;

/** A new boundary: where it stands and who answers; the rest is written in the editor. */
export function Component() {
  const { t } = useLingui();
  const { agreement, company, holds, to } = useSeat();
  const [asked, again] = useQuery({ query: NewGround, variables: { agreement: agreement.code } });
  return (
    <Page title={t`Draw a boundary`} trail={[{ label: t`Boundaries`, to: to('boundaries') }]} hint={<Trans>For {company.name}. It begins as a draft; limits, take-over and the rest come next.</Trans>}>
      <Gate asked={asked} pick={(data) => data.agreement} again={() => again({ requestPolicy: 'network-only' })}>
        {(ground) =>
          holds('SME') && teamsOf(company.id, ground).length > 0 ? (
            <New ground={ground} />
          ) : (
            <Empty title={t`This is for experts of a company that answers`}>
              <Trans>Boundaries are drawn by the subject-matter experts of a company that provides people for a team.</Trans>
            </Empty>
          )
        }
      </Gate>
    </Page>
  );
}

/** A code made of a title, as codes are spelled. */
function codeOf(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 64).replace(/-$/, '');
}

function New({ ground }: { ground: Ground }) {
  const { t } = useLingui();
  const { agreement, company, to } = useSeat();
  const go = useNavigate();
  const [params] = useSearchParams();
  const draw = useAct(DrawBoundary);
  const [service, setService] = useState(params.get('service') ?? ground.services[0]?.id ?? '');
  const [code, setCode] = useState<string>();
  const [content, set] = useState<Content>({ title: '', team: teamsOf(company.id, ground)[0]?.id ?? '', responsibility: 'RESPONSIBLE', included: [], excluded: [], limits: [], evidence: [] });
  const spelled = code ?? codeOf(content.title);
  const errors = byField(draw.refusals);
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { data, done } = await draw.run({ input: { agreement: agreement.id, code: spelled, service, company: company.id, content: inputOf(content) } });
    const id = data?.drawBoundary.boundary?.id;
    if (done && id) void go(to(`boundaries/${id}/edit`), { replace: true });
  };
  return (
    <FormProvider value={{ content, set, known: ground, company: company.id, errors, changes: new Map(), talk: undefined }}>
      <form onSubmit={(event) => void submit(event)}>
        <Paper withBorder p="md" maw={720}>
          <Stack>
            <NativeSelect label={t`Element`} value={service} onChange={({ currentTarget: { value } }) => setService(value)} data={choicesById(ground.services)} error={errors['service']} />
            <What />
            <TextInput
              label={t`Code`}
              description={t`How files call it: small letters, digits and hyphens; it stays.`}
              value={spelled}
              onChange={({ currentTarget: { value } }) => setCode(value)}
              error={errors['code']}
              maxLength={64}
              required
            />
            <Refusals of={draw.refusals} shown={['title', 'team', 'responsibility', 'service', 'code']} />
            <Group justify="space-between">
              <Text size="sm" c="dimmed">
                <Trans>Nobody is asked before you propose it.</Trans>
              </Text>
              <Button type="submit" loading={draw.busy}>
                <Trans>Begin the draft</Trans>
              </Button>
            </Group>
          </Stack>
        </Paper>
      </form>
    </FormProvider>
  );
}
