import { Button, Menu } from '@mantine/core';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconChevronDown } from '@tabler/icons-react';
import { type ComponentType, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSeat } from '~/app/seat';
import { HandOver } from '../handover/HandOver';
import type { DialogProps } from './dialog';
import { Dispute } from './Dispute';
import { type Verb, verbsFor } from './may';
import { Pause } from './Pause';
import { Accept, Cancel, Close, Consent, Reopen, Resolve, Respond, Resume } from './Plain';
import { Recover } from './Recover';
import { Refuse } from './Refuse';
import { Reprioritise } from './Reprioritise';
import { Specify } from './Specify';
import { Swarm } from './Swarm';
import { Update } from './Update';

const words: Record<Verb, MessageDescriptor> = {
  accept: msg`Take it on`,
  refuse: msg`Refuse`,
  handOver: msg`Hand over`,
  respond: msg`Customer has had a response`,
  update: msg`Update`,
  pause: msg`Pause`,
  resume: msg`Resume`,
  resolve: msg`Resolve`,
  close: msg`Close`,
  recover: msg`Win the customer back`,
  swarm: msg`Hold it together`,
  specify: msg`What it needs`,
  reprioritise: msg`Another priority`,
  reopen: msg`Open it again`,
  cancel: msg`Withdraw`,
  consent: msg`Consent to the pause`,
  dispute: msg`Dispute time`,
};

const dialogs: Record<Verb, ComponentType<DialogProps>> = {
  accept: Accept,
  refuse: Refuse,
  handOver: HandOver,
  respond: Respond,
  update: Update,
  pause: Pause,
  resume: Resume,
  resolve: Resolve,
  close: Close,
  recover: Recover,
  swarm: Swarm,
  specify: Specify,
  reprioritise: Reprioritise,
  reopen: Reopen,
  cancel: Cancel,
  consent: Consent,
  dispute: Dispute,
};

/** So many stand beside each other; the rest is behind "More". */
const BESIDE = 4;

/** What can be done with a case by whoever looks at it. Whoever has just taken it in is led on to the hand-over that they chose. */
export function Actions({ story, agreed }: Omit<DialogProps, 'onClose'>) {
  const { i18n } = useLingui();
  const seat = useSeat();
  const [address, setAddress] = useSearchParams();
  const chosen = address.get('handover');
  const [verb, setVerb] = useState<Verb | undefined>(chosen ? 'handOver' : undefined);
  const can = verbsFor(story, seat);
  const beside = can.slice(0, BESIDE);
  const more = can.slice(BESIDE);
  const Dialog = verb && dialogs[verb];
  const close = () => {
    setVerb(undefined);
    if (chosen) setAddress((all) => (all.delete('handover'), all), { replace: true });
  };
  const props = { story, agreed, onClose: close };
  return (
    <>
      {beside.map((one, at) => (
        <Button key={one} size="xs" variant={at === 0 ? 'filled' : 'default'} onClick={() => setVerb(one)}>
          {i18n._(words[one])}
        </Button>
      ))}
      {more.length > 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
              <Trans>More</Trans>
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map((one) => (
              <Menu.Item key={one} color={one === 'cancel' ? 'red' : undefined} onClick={() => setVerb(one)}>
                {i18n._(words[one])}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {chosen && verb === 'handOver' ? <HandOver {...props} chosen={chosen} /> : Dialog && <Dialog {...props} />}
    </>
  );
}
