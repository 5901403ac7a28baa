import { fill } from '../checks/form/remarks.ts';
import type { Edit, Finding, Fix } from '../contract/finding.ts';
import type { Span } from '../contract/posting.ts';
import type { Severity } from '../contract/report.ts';
import type { AcrossRule, Survey } from './survey.ts';

/** What a comparison finds in one of the postings. */
export interface Found {
  survey: Survey;
  finding: Finding;
}

/** A finding that says what most have, where, and what stands here. */
export function found(
  rule: AcrossRule,
  survey: Survey,
  span: Span,
  names: { match: string; most: string; count: number; where: string },
  edit?: { title: string; edits: Edit[] },
): Found {
  const level = survey.rules.find((each) => each.rule.id === rule.id)?.level ?? 'info';
  const fixes: Fix[] = edit ? [{ ...edit, safety: 'suggestion' }] : [];
  return {
    survey,
    finding: {
      rule: rule.id,
      severity: level satisfies Severity,
      message: fill(rule.message, { ...names, where: shortPath(names.where) }),
      span,
      fixes,
      data: { most: names.most, count: names.count, where: names.where },
    },
  };
}

/** Postings by what they have: which form each has. */
export class Tally<Form extends string, Place> {
  readonly #places = new Map<Form, { survey: Survey; place: Place }[]>();

  add(form: Form, survey: Survey, place: Place): void {
    const places = this.#places.get(form);
    if (places) places.push({ survey, place });
    else this.#places.set(form, [{ survey, place }]);
  }

  get forms(): number {
    return this.#places.size;
  }

  /** How many postings have a form. */
  count(form: Form): number {
    return new Set(this.#places.get(form)?.map(({ survey }) => survey)).size;
  }

  /**
   * The form of most, and all that has another.
   *
   * @returns undefined when no form is the one of most
   */
  judge({ least, share }: { least: number; share: number }): Judged<Form, Place> | undefined {
    const surveys = new Set<Survey>();
    for (const places of this.#places.values()) for (const { survey } of places) surveys.add(survey);
    const [most] = [...this.#places.keys()].sort((a, b) => this.count(b) - this.count(a) || (a < b ? -1 : 1));
    if (most === undefined || this.forms < 2) return undefined;
    const count = this.count(most);
    if (count < least || count < share * surveys.size) return undefined;
    const own = this.#places.get(most) ?? [];
    const holders = new Set(own.map(({ survey }) => survey));
    const others = [...this.#places].flatMap(([form, places]) =>
      form === most
        ? []
        : places.filter(({ survey }) => !holders.has(survey)).map((each) => ({ ...each, form })),
    );
    return { most, count, example: own[0], others };
  }
}

interface Judged<Form, Place> {
  most: Form;
  count: number;
  /** The first that has it. */
  example: { survey: Survey; place: Place } | undefined;
  others: { form: Form; survey: Survey; place: Place }[];
}

/** The last two parts of a path. */
export function shortPath(path: string): string {
  return path.split('/').slice(-2).join('/');
}
