import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { graphql } from '~/lib/graphql';
import { spell } from '~/lib/time';
import { Gate } from '~/ui/Gate';
import { Mark } from '~/ui/Mark';
import type { Ground } from './CoveragePage';
import { PieceTable } from './PieceTable';
import { Strip } from './Strip';
import { type Piece, piecesOf, spanOf } from './strip';

const ServiceCoverage = graphql(`
  query ServiceCoverage($agreement: String!, $service: ID!, $from: Date!) {
    agreement(code: $agreement) {
      id
      coverage {
        strip(service: $service, from: $from, days: 7) {
          from
          until
          demanded
          boundaries {
            id
          }
        }
      }
    }
  }
`);

interface ServiceStripProps {
  service: string;
  name: string;
  /** The first day. */
  week: string;
  ground: Ground;
}

/** The week of one element. */
export function ServiceStrip({ service, name, week, ground }: ServiceStripProps) {
  const { agreement, to } = useSeat();
  const [asked, again] = useQuery({ query: ServiceCoverage, variables: { agreement: agreement.code, service, from: week } });
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby={`strip-${service}`}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} id={`strip-${service}`}>
            {name}
          </Title>
          <Anchor component={Link} to={`${to('findings')}?service=${service}`} size="sm">
            <Trans>Its findings</Trans>
          </Anchor>
        </Group>
        <Gate asked={asked} pick={(data) => data.agreement?.coverage.strip} again={() => again({ requestPolicy: 'network-only' })}>
          {(stretches) => {
            const span = spanOf(week, 7, ground.zone);
            const pieces = piecesOf(stretches, ground.boundaries.nodes, span, ground.zone);
            const lanes = lanesOf(ground, pieces);
            const zones = [...new Set([ground.zone, ...lanes.map(({ zone }) => zone)])];
            return (
              <>
                <Sums pieces={pieces} />
                <Strip name={name} pieces={pieces} lanes={lanes} span={span} zones={zones} />
                <PieceTable name={name} pieces={pieces} lanes={lanes} zones={zones} />
              </>
            );
          }}
        </Gate>
      </Stack>
    </Paper>
  );
}

/** A boundary that covers something this week: whose it is, and by which clock its team works. */
export interface ShownLane {
  id: string;
  title: string;
  /** The company's name, and its id. */
  company: string;
  owner: string | undefined;
  zone: string;
}

function lanesOf({ zone, boundaries, teams, calendars }: Ground, pieces: readonly Piece[]): ShownLane[] {
  const zoneOf = (team: string | undefined) => calendars.find(({ code }) => code === teams.find(({ id }) => id === team)?.calendar)?.zone;
  const shown = boundaries.nodes.filter(({ id }) => pieces.some(({ by }) => by.includes(id)));
  return shown.map(({ id, company, history }) => {
    const content = history.at(-1)?.version.content;
    return { id, title: content?.title ?? '', company: company?.name ?? '', owner: company?.id, zone: zoneOf(content?.team?.id) ?? zone };
  });
}

function Sums({ pieces }: { pieces: readonly Piece[] }) {
  const { t } = useLingui();
  const sum = (kind: Piece['kind']) => pieces.filter((piece) => piece.kind === kind).reduce((all, { from, until }) => all + Date.parse(until) - Date.parse(from), 0);
  const [gaps, overlaps] = [spell(sum('gap')), spell(sum('overlap'))];
  if (pieces.every(({ kind }) => kind === 'idle' || kind === 'beyond')) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>Nothing is demanded this week.</Trans>
      </Text>
    );
  }
  return (
    <Group gap="xs">
      {sum('gap') > 0 && <Mark tone="bad">{t`Gap ${gaps}`}</Mark>}
      {sum('overlap') > 0 && <Mark tone="warn">{t`Overlap ${overlaps}`}</Mark>}
      {sum('gap') + sum('overlap') === 0 && <Mark tone="good">{t`All that is demanded is covered, once`}</Mark>}
    </Group>
  );
}
