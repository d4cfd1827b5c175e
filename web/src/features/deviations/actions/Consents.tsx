import { Group, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useDecision } from '~/lib/decide';
import { Agree } from '~/ui/Agree';
import { StateMark } from '~/ui/Mark';
import { Prose } from '~/ui/Prose';
import { Ask } from '../Ask';
import styles from '../board.module.css';
import { useVoices } from '../voices';
import { Who } from '../Who';
import type { ConsentOf, Plan } from './plan';
import { Consent, ObjectTo } from './verbs';
import { consentWords } from './words';

/** What each company concerned says to a plan as it stands. */
export function Consents({ plan, heading }: { plan: Plan; heading: 2 | 3 }) {
  if (plan.consents.length === 0) return null;
  return (
    <div>
      <Title order={heading} size="h3" mb={6}>
        <Trans>Consents</Trans>
      </Title>
      <ul className={styles.cards}>
        {plan.consents.map((consent) => (
          <li key={consent.company?.id}>
            <Row plan={plan} consent={consent} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Row({ plan, consent }: { plan: Plan; consent: ConsentOf }) {
  const { t } = useLingui();
  const { coordinates } = useVoices();
  const { company, word, by, reason } = consent;
  const name = company?.name ?? t`A company`;
  const asked = plan.state === 'PROPOSED' && company !== null && coordinates(company);
  return (
    <Stack gap={4}>
      <Group gap="xs" mih={30}>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <StateMark of={consentWords[word]} />
        {by && <Who by={by} />}
        {asked && word !== 'CONSENTS' && (
          <Ask variant="filled" aria-label={t`Consent for ${name}`} dialog={(close) => <ConsentDialog plan={plan} company={company} onClose={close} />}>
            <Trans>Consent</Trans>
          </Ask>
        )}
        {asked && word !== 'OBJECTS' && (
          <Ask aria-label={t`Object for ${name}`} dialog={(close) => <ObjectDialog plan={plan} company={company} onClose={close} />}>
            <Trans>Object</Trans>
          </Ask>
        )}
      </Group>
      {reason && <Prose>{reason}</Prose>}
    </Stack>
  );
}

interface Speaking {
  plan: Plan;
  company: { id: string; name: string };
  onClose(): void;
}

function ConsentDialog({ plan, company, onClose }: Speaking) {
  const { t } = useLingui();
  const decision = useDecision(Consent, plan);
  const { id, title } = plan;
  return (
    <Agree
      title={t`Consent for ${company.name}`}
      hint={t`${company.name} consents to “${title}” as it stands now, with its tasks and its criterion. A change of either asks again.`}
      label={t`Consent`}
      about={id}
      {...decision.dialog}
      onAgree={() => decision.run({ input: { correctiveAction: id, revision: decision.revision, company: company.id } })}
      onClose={onClose}
    />
  );
}

function ObjectDialog({ plan, company, onClose }: Speaking) {
  const { t } = useLingui();
  const decision = useDecision(ObjectTo, plan);
  const { id, title } = plan;
  return (
    <Agree
      title={t`Object for ${company.name}`}
      hint={t`“${title}” cannot start until it is changed, or ${company.name} consents after all. Say what would make it acceptable.`}
      label={t`Object`}
      reason="needed"
      about={`${id} ${company.id}`}
      {...decision.dialog}
      onAgree={(reason) => decision.run({ input: { correctiveAction: id, revision: decision.revision, company: company.id, reason } })}
      onClose={onClose}
    />
  );
}
