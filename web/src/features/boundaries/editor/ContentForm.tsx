import { NativeSelect, Paper, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { choicesById } from '~/lib/choices';
import type { EnumOf } from '~/lib/graphql';
import { parts, type Part } from '../content/paths';
import { teamsOf } from '../content/terms';
import { responsibilities } from '../words';
import { Evidence } from './Evidence';
import { Beside, Field, useEditor } from './form';
import { Limits } from './Limits';
import { Statements } from './Statements';

/** Everything that a boundary says, as fields. */
export function ContentForm() {
  const { t } = useLingui();
  const { content, set } = useEditor();
  return (
    <Stack gap="md">
      <PartOf part="what">
        <What />
      </PartOf>
      <PartOf part="included">
        <Statements path="included" label={t`In`} value={content.included} onChange={(included) => set({ ...content, included })} />
      </PartOf>
      <PartOf part="excluded">
        <Statements path="excluded" label={t`Out`} value={content.excluded} onChange={(excluded) => set({ ...content, excluded })} />
      </PartOf>
      <PartOf part="limits">
        <Limits />
      </PartOf>
      <PartOf part="evidence">
        <Evidence />
      </PartOf>
    </Stack>
  );
}

function PartOf({ part, children }: { part: Part; children: ReactNode }) {
  const { i18n } = useLingui();
  const { errors } = useEditor();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={`edit-${part}`}>
      <Stack gap="sm">
        <div>
          <Title order={2} id={`edit-${part}`}>
            {i18n._(parts[part].label)}
          </Title>
          <Text size="sm" c="dimmed">
            {i18n._(parts[part].hint)}
          </Text>
        </div>
        {errors[part] && (
          <Text size="sm" c="error">
            {errors[part]}
          </Text>
        )}
        <Beside path={part} />
        {children}
      </Stack>
    </Paper>
  );
}

/** What it is about, who answers, and as what. */
export function What() {
  const { t, i18n } = useLingui();
  const { content, set, errors, known, company } = useEditor();
  return (
    <>
      <Field path="title">
        <TextInput label={t`Title`} value={content.title} onChange={({ currentTarget: { value } }) => set({ ...content, title: value })} error={errors['title']} maxLength={200} required />
      </Field>
      <Field path="team">
        <NativeSelect
          label={t`Team that answers`}
          value={content.team}
          onChange={({ currentTarget: { value } }) => set({ ...content, team: value })}
          data={choicesById(teamsOf(company, known))}
          error={errors['team']}
        />
      </Field>
      <Field path="responsibility">
        <Radio.Group
          label={t`For this element the company is`}
          value={content.responsibility}
          onChange={(value) => set({ ...content, responsibility: value as EnumOf<'BoundaryResponsibility'> })}
          error={errors['responsibility']}
        >
          <Stack gap={6} mt={6}>
            {Object.entries(responsibilities).map(([value, { label, hint }]) => (
              <Radio key={value} value={value} label={i18n._(label)} description={hint && i18n._(hint)} />
            ))}
          </Stack>
        </Radio.Group>
      </Field>
    </>
  );
}
