import type { Pattern, PatternNode } from './syntax.ts';
import { PatternError } from './syntax.ts';

/** What can have happened when a place in the pattern is reached; sets of them are bit masks. */
const FRESH = 1;
const CONSUMED = 2;
const FRESH_ENDED = 4;
const ENDED = 8;

const FULL_STOPS = new Set(['.', '!', '?', '…']);

/**
 * Refuses patterns that match nothing, that can never match, or that begin or end in a gap.
 *
 * @param held - which ends something else holds, so that a gap may stand there
 *
 * @throws {PatternError}
 */
export function checkPattern(pattern: Pattern, held: { start?: boolean; end?: boolean }): void {
  const { root } = pattern;
  const outcome = flow(root, FRESH);
  if (outcome === 0) throw new PatternError('The pattern can never match: “^” begins it and “$” ends it', 0);
  if (outcome & (FRESH | FRESH_ENDED))
    throw new PatternError('The pattern could match nothing at all: some word must be required', 0);
  if (!held.start && edgeGap(root, true).gap)
    throw new PatternError('A pattern cannot begin in a gap: its length would be chance', 0);
  if (!held.end && edgeGap(root, false).gap)
    throw new PatternError(
      'A pattern cannot end in a gap: its length would be chance',
      pattern.source.length,
    );
}

/** Whether it is plain at a glance that some word is required, within a marked part too. */
export function isSolid(node: PatternNode): boolean {
  switch (node.type) {
    case 'sequence':
      return node.parts.some(isSolid) && node.parts.every((part) => part.type !== 'mark' || isSolid(part));
    case 'choice':
      return node.options.every(isSolid);
    case 'mark':
      return isSolid(node.part);
    case 'optional':
    case 'gap':
    case 'start':
    case 'end':
      return false;
    default:
      return true;
  }
}

/** Which states can be reached over `node` from those of `states`; 0: none, it never matches. */
function flow(node: PatternNode, states: number): number {
  switch (node.type) {
    case 'start':
      return states & (FRESH | FRESH_ENDED);
    case 'end':
      return (states & (FRESH | FRESH_ENDED) ? FRESH_ENDED : 0) | (states & (CONSUMED | ENDED) ? ENDED : 0);
    case 'optional':
      return states | alive(node.part, states);
    case 'mark': {
      const inside = alive(node.part, FRESH);
      if (inside & (FRESH | FRESH_ENDED)) throw new PatternError('The marked part could be empty', 0);
      return flow(node.part, states);
    }
    case 'choice':
      return node.options.reduce((all, option) => all | alive(option, states), 0);
    case 'sequence':
      return node.parts.reduce((before, part, index) => {
        const stop = node.parts[index - 1];
        // A full stop goes on only with what closes a quotation.
        if (stop?.type === 'token' && FULL_STOPS.has(stop.norms[0]!) && part.type !== 'end')
          throw new PatternError('The pattern can never match: none reaches over the end of a sentence', 0);
        return flow(part, before);
      }, states);
    case 'gap': {
      const over = states & (FRESH | CONSUMED) ? CONSUMED : 0;
      return node.min === 0 ? states | over : over;
    }
    default:
      return states & (FRESH | CONSUMED) ? CONSUMED : 0;
  }
}

function alive(node: PatternNode, states: number): number {
  const outcome = flow(node, states);
  if (outcome === 0)
    throw new PatternError('A part of the pattern can never match: “^” begins it and “$” ends it', 0);
  return outcome;
}

/** Whether a gap can stand at the first (or last) place, and whether nothing need stand there. */
function edgeGap(node: PatternNode, first: boolean): { gap: boolean; empty: boolean } {
  switch (node.type) {
    case 'gap':
      return { gap: true, empty: node.min === 0 };
    case 'optional':
      return { gap: edgeGap(node.part, first).gap, empty: true };
    case 'mark':
      return edgeGap(node.part, first);
    case 'choice': {
      const each = node.options.map((option) => edgeGap(option, first));
      return { gap: each.some((option) => option.gap), empty: each.some((option) => option.empty) };
    }
    case 'sequence': {
      const parts = first ? node.parts : [...node.parts].reverse();
      for (const part of parts) {
        const edge = edgeGap(part, first);
        if (edge.gap || !edge.empty) return { gap: edge.gap, empty: false };
      }
      return { gap: false, empty: true };
    }
    default:
      // '^' and '$' hold a gap on one side, so that its length is not chance.
      return { gap: false, empty: false };
  }
}
