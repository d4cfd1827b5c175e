import { Switch, TagsInput, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { nouns } from '~/features/events/kinds';
import { against, type Refusal } from '~/lib/refusals';
import { FormDialog } from '~/ui/FormDialog';

interface Wish {
  url: string;
  kinds: string[];
}

interface WebhookFormProps extends Wish {
  title: string;
  label: string;
  /** Whether it is on, where that can be changed. */
  enabled?: boolean;
  act: { refusals: Refusal[]; busy: boolean };
  /** Takes up what somebody else made of it. */
  onRead?: () => void;
  onWish(wish: Wish, enabled: boolean): Promise<boolean>;
  onClose(): void;
}

/** All that a webhook can be told of: everything of a noun, or single kinds. Of webhooks themselves none is told. */
const suggestions = Object.entries(nouns)
  .filter(([noun]) => noun !== 'webhook')
  .flatMap(([noun, { verbs }]) => [`${noun}.*`, ...verbs.map((verb) => `${noun}.${verb}`)]);

/** Where a webhook's messages go, and of what it is told. */
export function WebhookForm({ title, label, url, kinds, enabled, act: { refusals, busy }, onRead, onWish, onClose }: WebhookFormProps) {
  const { t } = useLingui();
  const [address, setAddress] = useState(url);
  const [wanted, setWanted] = useState(kinds);
  const [on, setOn] = useState(enabled ?? true);
  const error = (name: string) => against(refusals, name);
  return (
    <FormDialog title={title} label={label} refusals={refusals} shown={['url', 'kinds']} onRead={onRead} busy={busy} size="lg" onSubmit={() => onWish({ url: address.trim(), kinds: wanted }, on)} onClose={onClose}>
      <TextInput type="url" label={t`Address`} description={t`https, on the open network`} placeholder="https://" value={address} onChange={(event) => setAddress(event.currentTarget.value)} error={error('url')} required data-autofocus />
      <TagsInput
        label={t`What it is told of`}
        description={t`Everything of a noun, such as deviation.*, or single events; 50 at most.`}
        value={wanted}
        onChange={setWanted}
        data={suggestions}
        limit={30}
        maxTags={50}
        error={error('kinds')}
        required
      />
      {enabled !== undefined && <Switch label={t`It is told`} description={t`Switched off, it misses what happens meanwhile.`} checked={on} onChange={(event) => setOn(event.currentTarget.checked)} />}
    </FormDialog>
  );
}
