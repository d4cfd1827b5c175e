import { decimal, millionths, type Unit } from '~/lib/figure';
import type { EnumOf, VariablesOf } from '~/lib/graphql';
import { lastOf, type PeriodKind, periodKinds } from '~/lib/period';
import { addDays } from '~/lib/period';
import type { Against } from './PlanPanel';
import type { Plan } from './plan';
import type { ChangeAction, PlanAction } from './verbs';

/** A task as it is being written; without an id it is new. */
interface TaskDraft {
  id: string | null;
  company: string;
  owner: string;
  title: string;
  due: string;
}

/** A plan as it is being written: everything as the fields have it. */
export interface PlanDraft {
  title: string;
  criterion: {
    kpi: string;
    /** Empty for the joint figure, or all services. */
    company: string;
    service: string;
    measure: EnumOf<'CriterionMeasure'>;
    /** As people write it: shares of a hundred. */
    value: string;
    every: EnumOf<'PeriodKind'>;
    after: string;
    periods: string;
  };
  tasks: TaskDraft[];
}

/** The lengths of periods as the API writes them in an input. */
const every = (kind: PeriodKind) => kind.toUpperCase() as EnumOf<'PeriodKind'>;
export const kindOfEvery = (one: EnumOf<'PeriodKind'>): PeriodKind => periodKinds.find((kind) => every(kind) === one) ?? 'month';

const number = /^-?\d+([.,]\d{1,6})?$/;

/** What somebody wrote as a figure of a unit, as the API takes it: `95.5` is a share of 0.955. Nothing where it is none. */
export function readFigure(text: string, unit: Unit | undefined): string | undefined {
  const plain = text.trim().replace(/\s*%$/, '');
  if (!number.test(plain)) return undefined;
  const size = millionths(plain.replace(',', '.'));
  return decimal(unit === 'SHARE' ? size / 100n : size);
}

/** A figure of the API as somebody writes it. */
export function writeFigure(value: string, unit: Unit | undefined): string {
  return unit === 'SHARE' ? decimal(millionths(value) * 100n) : value;
}

/** A new plan: proved by the figure that deviates, from the month after it. */
export function blank({ kpi, company, service, period }: Against): PlanDraft {
  return {
    title: '',
    criterion: {
      kpi: kpi?.id ?? '',
      company: company?.id ?? '',
      service: service?.id ?? '',
      measure: 'WITHIN_TARGET',
      value: '',
      every: 'MONTH',
      after: addDays(lastOf(period), 1),
      periods: '2',
    },
    tasks: [{ id: null, company: company?.id ?? '', owner: '', title: '', due: '' }],
  };
}

/** A plan as it stands, to be changed. */
export function draftOf({ title, criterion, tasks }: Plan): PlanDraft {
  const { kpi, company, service, measure, value, every: length, after, periods } = criterion;
  return {
    title,
    criterion: {
      kpi: kpi?.id ?? '',
      company: company?.id ?? '',
      service: service?.id ?? '',
      measure,
      value: value === null ? '' : writeFigure(value, kpi?.unit),
      every: length,
      after,
      periods: String(periods.length),
    },
    tasks: tasks.map((task) => ({ id: task.id, company: task.company?.id ?? '', owner: task.owner?.id ?? '', title: task.title, due: task.due })),
  };
}

/** What is written, as the API takes a plan. */
export function planned({ title, criterion, tasks }: PlanDraft, unit: Unit | undefined): Pick<VariablesOf<typeof PlanAction>['input'], 'title' | 'criterion' | 'tasks'> {
  const { kpi, company, service, measure, value, after, periods } = criterion;
  return {
    title: title.trim(),
    criterion: {
      kpi,
      company: company || null,
      service: service || null,
      measure,
      value: measure === 'WITHIN_TARGET' ? null : (readFigure(value, unit) ?? null),
      every: criterion.every,
      after,
      periods: Number(periods),
    },
    tasks: tasks.map((task) => ({ company: task.company, owner: task.owner, title: task.title.trim(), due: task.due })),
  };
}

/** What is written, as the API takes a change: tasks keep their ids, and those that are gone are taken out. */
export function changed(draft: PlanDraft, plan: Plan, unit: Unit | undefined): Pick<VariablesOf<typeof ChangeAction>['input'], 'title' | 'criterion' | 'tasks' | 'dropTasks'> {
  const { title, criterion, tasks } = planned(draft, unit);
  const kept = new Set(draft.tasks.map(({ id }) => id));
  return {
    title,
    criterion,
    tasks: tasks.map((task, place) => ({ ...task, id: draft.tasks[place]?.id ?? null })),
    dropTasks: plan.tasks.flatMap(({ id }) => (kept.has(id) ? [] : [id])),
  };
}
