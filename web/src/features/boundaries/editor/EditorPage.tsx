import { Alert, Anchor } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { useSeat } from '~/app/seat';
import { Gate } from '~/ui/Gate';
import { Page } from '~/ui/Page';
import { type Boundary, found, OneBoundary, versionOf } from '../boundary/boundary';
import { Live } from '../Live';
import { Editor } from './Editor';

/** A boundary as somebody writes it. */
export function Component() {
  const { id = '' } = useParams();
  const { agreement } = useSeat();
  const [asked, again] = useQuery({ query: OneBoundary, variables: { id, agreement: agreement.code } });
  const read = () => again({ requestPolicy: 'network-only' });
  return (
    <Gate asked={asked} pick={found} again={read}>
      {({ boundary, known }) => (
        <>
          <Live />
          <Shown boundary={boundary}>{(company) => <Editor boundary={boundary} known={known} company={company} />}</Shown>
        </>
      )}
    </Gate>
  );
}

function Shown({ boundary, children }: { boundary: Boundary; children(company: string): React.ReactNode }) {
  const { t } = useLingui();
  const { company, holds, to } = useSeat();
  const page = to(`boundaries/${boundary.id}`);
  const open = versionOf(boundary, boundary.open?.number);
  const title = (open ?? versionOf(boundary, boundary.approved?.number) ?? boundary.versions.at(-1))?.content.title ?? boundary.code;
  return (
    <Page
      title={t`Draft: ${title}`}
      trail={[
        { label: t`Boundaries`, to: to('boundaries') },
        { label: title, to: page },
      ]}
      hint={[boundary.company?.name, boundary.service?.name, boundary.code].filter(Boolean).join(' · ')}
    >
      {boundary.company?.id !== company.id || !holds('SME') ? (
        <Alert color="gray" title={<Trans>This is not yours to write</Trans>}>
          <Trans>The experts of the company that answers draw its boundaries.</Trans>{' '}
          <Anchor component={Link} to={page} inherit>
            <Trans>Read it</Trans>
          </Anchor>
        </Alert>
      ) : open?.state === 'PROPOSED' ? (
        <Alert color="yellow" title={<Trans>It is before the neighbours</Trans>}>
          <Trans>What they are asked about does not change under their hands. Take it back first, with a reason.</Trans>{' '}
          <Anchor component={Link} to={page} inherit>
            <Trans>To the proposal</Trans>
          </Anchor>
        </Alert>
      ) : (
        children(company.id)
      )}
    </Page>
  );
}
