import { Alert, Grid, Group, NativeSelect, Stack, Switch } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { useParam } from '~/lib/url';
import { Gate } from '~/ui/Gate';
import { Mark, StateMark } from '~/ui/Mark';
import { Page } from '~/ui/Page';
import type { Known } from '../content/terms';
import { Live } from '../Live';
import { states } from '../words';
import { type Boundary, before, found, OneBoundary, type Version, versionOf } from './boundary';
import { Actions } from './Actions';
import { Aside } from './Aside';
import { Reading } from './Reading';

/** One boundary: what it says, what is said about it, and how far it is agreed on. */
export function Component() {
  const { id = '' } = useParams();
  const { agreement } = useSeat();
  const [asked, again] = useQuery({ query: OneBoundary, variables: { id, agreement: agreement.code } });
  return (
    <Gate asked={asked} pick={found} again={() => again({ requestPolicy: 'network-only' })}>
      {({ boundary, known }) => (
        <>
          <Live />
          <Shown boundary={boundary} known={known} />
        </>
      )}
    </Gate>
  );
}

interface ShownProps {
  boundary: Boundary;
  known: Known;
}

function Shown({ boundary, known }: ShownProps) {
  const { t } = useLingui();
  const { to } = useSeat();
  const [wanted] = useParam('version');
  const latest = boundary.open ?? boundary.inForce ?? boundary.approved ?? boundary.versions.at(-1);
  const version = versionOf(boundary, Number(wanted) || latest?.number) ?? versionOf(boundary, latest?.number);
  if (!version) return null;
  const state = states[boundary.state];
  return (
    <Page
      title={version.content.title}
      trail={[{ label: t`Boundaries`, to: to('boundaries') }]}
      hint={[boundary.company?.name, boundary.service?.name, boundary.code].filter(Boolean).join(' · ')}
      mark={
        <Group gap={6}>
          {boundary.inForce && <Mark tone="good">{t`Version ${boundary.inForce.number} in force`}</Mark>}
          {(boundary.open || !boundary.inForce) && <StateMark of={state} />}
        </Group>
      }
      actions={<Actions boundary={boundary} />}
    >
      {version.ends && (
        <Alert color="yellow" title={<Trans>This version ends the boundary</Trans>}>
          <Trans>From its day on the company answers no more for the element. What stands below is what ends.</Trans>
        </Alert>
      )}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack>
            <Choices boundary={boundary} version={version} />
            <Reading boundary={boundary} version={version} known={known} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Aside boundary={boundary} version={version} />
        </Grid.Col>
      </Grid>
    </Page>
  );
}

/** Which version is shown, and whether all of it. */
function Choices({ boundary, version }: { boundary: Boundary; version: Version }) {
  const { t } = useLingui();
  const [, setVersion] = useParam('version');
  const [only, setOnly] = useParam('only');
  const last = before(boundary, version);
  if (boundary.versions.length < 2) return null;
  return (
    <Group gap="lg" align="flex-end" className="no-print">
      <NativeSelect
        size="xs"
        label={t`Version`}
        value={String(version.number)}
        onChange={({ currentTarget: { value } }) => setVersion(value)}
        data={boundary.versions.map(({ number, state }) => ({ value: String(number), label: label(number, state) })).toReversed()}
      />
      {last && <Switch label={t`Only what changes against version ${last.number}`} checked={only === 'changes'} onChange={({ currentTarget: { checked } }) => setOnly(checked ? 'changes' : null)} />}
    </Group>
  );

  function label(number: number, state: Version['state']): string {
    if (boundary.inForce?.number === number) return t`${number}, in force`;
    const words: Record<Version['state'], string> = { DRAFT: t`${number}, draft`, PROPOSED: t`${number}, proposed`, APPROVED: t`${number}, approved`, WITHDRAWN: t`${number}, given up` };
    return words[state];
  }
}
