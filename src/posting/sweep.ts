import type { Region, RegionKind, Span } from '../contract/posting.ts';

/** Answers, for spans asked in order of their start, whether a region of some kinds covers them; in one pass. */
export class Sweep {
  readonly #regions: Region[];
  #next = 0;
  #reach = -1;

  constructor(regions: readonly Region[], kinds: ReadonlySet<RegionKind>) {
    this.#regions = regions.filter(({ kind }) => kinds.has(kind));
    if (this.#regions.length > 1) this.#regions.sort((a, b) => a.start - b.start);
  }

  covers(span: Span): boolean {
    const regions = this.#regions;
    while (this.#next < regions.length && regions[this.#next]!.start <= span.start) {
      this.#reach = Math.max(this.#reach, regions[this.#next++]!.end);
    }
    return this.#reach >= span.end;
  }
}
