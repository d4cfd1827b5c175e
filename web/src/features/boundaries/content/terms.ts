import { useLingui } from '@lingui/react/macro';
import { nameOf } from '~/lib/choices';
import { graphql, type ResultOf } from '~/lib/graphql';
import { spellDuration } from '~/lib/time';
import { dimensions, periods, responsibilities } from '../words';
import type { Words } from './compare';
import type { Limit } from './content';

/** What a boundary can name: companies, teams and calendars of the terms in force. */
export const Terms = graphql(`
  fragment Terms on Agreement {
    id
    zone
    parties {
      company {
        id
        name
      }
    }
    calendars {
      code
      name
      zone
      always
      hours {
        day
        intervals
      }
    }
    teams {
      id
      name
      calendar
      skills
      acceptance
      pledges {
        company {
          id
        }
      }
    }
  }
`);

export type Known = ResultOf<typeof Terms>;

/** The teams in whose name a company can answer: those for which it provides people. */
export function teamsOf(company: string, { teams }: Known): Known['teams'] {
  return teams.filter(({ pledges }) => pledges.some((pledge) => pledge.company.id === company));
}

/** What is within a limit, in words. */
function useWithin({ calendars }: Known): Words['within'] {
  const { t, i18n } = useLingui();
  return ({ dimension, calendar, names, cases, period, response }: Limit) => {
    const number = cases ?? 0;
    switch (dimension) {
      case 'HOURS':
        return nameOf(calendars, calendar);
      case 'CONCURRENT':
        return t`${number} cases at once`;
      case 'VOLUME':
        return t`${number} cases a ${i18n._(periods[period])}`;
      case 'RESPONSE':
        return response ? t`within ${spellDuration(response)} of open time` : '';
      default:
        return names.join(', ');
    }
  };
}

/** How the terms in force call what a boundary names. */
export function useWords(known: Known): Words {
  const { t, i18n } = useLingui();
  const within = useWithin(known);
  return {
    team: (id) => known.teams.find((team) => team.id === id)?.name ?? '',
    company: (id) => known.parties.find(({ company }) => company.id === id)?.company.name ?? '',
    responsibility: (of) => i18n._(responsibilities[of].label),
    dimension: (of) => i18n._(dimensions[of].label),
    within,
    duration: spellDuration,
    nobody: t`nobody`,
  };
}
