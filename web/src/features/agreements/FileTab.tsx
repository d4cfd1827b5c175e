import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'react-router';
import { useClient } from 'urql';
import { useSeat } from '~/app/seat';
import { useMe } from '~/features/identity/session';
import { useDraft } from '~/lib/draft';
import { graphql } from '~/lib/graphql';
import { Empty } from '~/ui/Empty';
import { ApplyFile } from './ApplyFile';
import { save } from './save';

const AgreementText = graphql(`
  query AgreementText($code: String!) {
    agreement(code: $code) {
      id
      file
    }
  }
`);

/** The agreement as a file: to be kept, changed and applied again. */
export function FileTab() {
  const { t } = useLingui();
  const client = useClient();
  const me = useMe();
  const { agreement, holds, to } = useSeat();
  const [text, setText, drop] = useDraft(`agreement file ${agreement.id}`, me.id);
  const [applied, setApplied] = useState(false);
  const [failed, setFailed] = useState(false);
  if (!holds('STEWARD', 'SIGNATORY', 'AUDITOR')) {
    return (
      <Empty title={t`The agreement as a file`}>
        <Trans>The steward, signatories and auditors can take the whole agreement with them as one file, which the steward changes and applies again.</Trans>
      </Empty>
    );
  }
  const current = async () => {
    const { data } = await client.query(AgreementText, { code: agreement.code }, { requestPolicy: 'network-only' }).toPromise();
    setFailed(!data?.agreement);
    return data?.agreement?.file;
  };
  const download = async () => {
    const file = await current();
    if (file !== undefined) save(`${agreement.code}.yaml`, file);
  };
  const begin = async () => {
    const file = await current();
    if (file !== undefined) setText(file);
  };
  return (
    <Stack>
      <Group justify="space-between">
        <Text size="sm" maw="72ch">
          <Trans>One file holds the whole agreement. It applies again without a change, and an editor that reads JSON Schema completes its keys.</Trans>
        </Text>
        <Button variant="default" onClick={() => void download()}>
          {t`Download ${agreement.code}.yaml`}
        </Button>
      </Group>
      {failed && (
        <Alert color="red" role="alert">
          <Trans>The file could not be had. Try again.</Trans>
        </Alert>
      )}
      {applied && (
        <Alert color="teal" role="status" title={<Trans>It was applied</Trans>} withCloseButton onClose={() => setApplied(false)} closeButtonLabel={t`Close`}>
          <Trans>
            Where it says something new, there is a draft now. <Anchor component={Link} to={`${to('agreement')}?tab=versions`} inherit underline="always">Read what it changes</Anchor>, and put it before the parties when it is right.
          </Trans>
        </Alert>
      )}
      {holds('STEWARD') && (
        <ApplyFile
          text={text}
          onText={(next) => {
            setApplied(false);
            setText(next);
          }}
          onApplied={() => {
            drop();
            setApplied(true);
          }}
          beside={
            <Button variant="default" onClick={() => void begin()}>
              <Trans>Begin with what stands now</Trans>
            </Button>
          }
        />
      )}
    </Stack>
  );
}
