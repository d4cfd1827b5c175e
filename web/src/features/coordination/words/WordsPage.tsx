import { Trans, useLingui } from '@lingui/react/macro';
import { useSeat } from '~/app/seat';
import { Page } from '~/ui/Page';
import { Tabbed } from '~/ui/Tabbed';
import { AlignmentTab } from './AlignmentTab';
import { VocabularyTab } from './VocabularyTab';

/** What the companies have in common beside its figures: one vocabulary, and how well they fit together. */
export function Component() {
  const { t } = useLingui();
  const { to, holds } = useSeat();
  const tabs = [
    { value: 'vocabulary', label: t`Vocabulary`, content: () => <VocabularyTab /> },
    ...(holds('STEWARD', 'SIGNATORY', 'COORDINATOR', 'AUDITOR') ? [{ value: 'alignment', label: t`Alignment`, content: () => <AlignmentTab /> }] : []),
  ];
  return (
    <Page title={t`Common ground`} trail={[{ label: t`Meetings`, to: to('meetings') }]} hint={<Trans>Which words of each company mean the same, and how well the companies fit together.</Trans>}>
      <Tabbed label={t`Parts of common ground`} tabs={tabs} />
    </Page>
  );
}
