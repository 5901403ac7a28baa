/**
 * The form that most have, when it is clear: at least `least` times, and at least four times as often as all others
 * together.
 */
export function clearMajority<Form>(forms: readonly Form[], least: number): Form | undefined {
  const counts = new Map<Form, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  for (const [form, count] of counts) if (count >= least && count >= 4 * (forms.length - count)) return form;
  return undefined;
}
