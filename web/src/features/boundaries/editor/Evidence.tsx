import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { Field, useEditor } from './form';

/** What a boundary rests on: links with what they lead to. */
export function Evidence() {
  const { t } = useLingui();
  const { content, set, errors } = useEditor();
  const { evidence } = content;
  const put = (next: typeof evidence) => set({ ...content, evidence: next });
  return (
    <Stack gap={6}>
      {evidence.map((link, at) => {
        const number = at + 1;
        return (
          <Field key={at} path={`evidence.${number}`}>
            <Group gap={6} align="flex-start">
              <TextInput flex="1 1 160px" label={t`What it is (${number})`} value={link.title} onChange={({ currentTarget: { value } }) => put(evidence.with(at, { ...link, title: value }))} maxLength={200} />
              <TextInput
                flex="2 1 220px"
                type="url"
                label={t`Where it is (${number})`}
                placeholder="https://"
                value={link.url}
                onChange={({ currentTarget: { value } }) => put(evidence.with(at, { ...link, url: value }))}
                error={errors[`evidence.${number}`]}
                maxLength={2000}
              />
              <ActionIcon variant="subtle" color="gray" size="lg" mt={24} onClick={() => put(evidence.toSpliced(at, 1))} aria-label={t`Remove evidence ${number}`}>
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
          </Field>
        );
      })}
      <Button variant="subtle" size="compact-sm" w="max-content" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => put([...evidence, { title: '', url: '' }])} aria-label={t`Add evidence`}>
        <Trans>Add one</Trans>
      </Button>
    </Stack>
  );
}
