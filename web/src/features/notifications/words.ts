import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { EnumOf } from '~/lib/graphql';
import type { Word } from '~/ui/Mark';

/** What one can be told of by mail. */
export const mailTopics: Record<EnumOf<'MailTopic'>, MessageDescriptor> = {
  AGREEMENTS: msg`Versions to sign`,
  FIGURES: msg`Periods and deviations`,
  ACTIONS: msg`Corrective actions and tasks`,
  CASES: msg`Deadlines of cases`,
  BOUNDARIES: msg`Boundaries and trainings`,
  MEETINGS: msg`Meetings`,
  DECISIONS: msg`Decisions`,
  ITEMS: msg`Action items`,
  ESCALATIONS: msg`Escalations`,
  VOICES: msg`Customers' voice`,
};

/** How one is told. */
export const mailChannels: Record<EnumOf<'MailChannel'>, { label: MessageDescriptor; hint: MessageDescriptor }> = {
  MAIL: { label: msg`A mail each`, hint: msg`For each thing that happens, within your hours` },
  DIGEST: { label: msg`Daily digest`, hint: msg`One mail a day with everything` },
  NOTHING: { label: msg`No mail`, hint: msg`The inbox shows it all the same` },
};

export const mailLanguages: Record<EnumOf<'MailLanguage'>, string> = { EN: 'English', DE: 'Deutsch' };

export const deliveryStates: Record<EnumOf<'DeliveryState'>, Word> = {
  WAITING: { label: msg`waiting`, tone: 'busy' },
  TAKEN: { label: msg`taken`, tone: 'good' },
  GIVEN_UP: { label: msg`given up`, tone: 'bad' },
};

export const webhookStates: Record<EnumOf<'WebhookState'>, Word> = {
  ACTIVE: { label: msg`on`, tone: 'good' },
  DISABLED: { label: msg`off`, tone: 'warn' },
};
