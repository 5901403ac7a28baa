/** Irregular comparison: base, comparative, superlative; variants after a slash, the one we write first. */
export const IRREGULAR_ADJECTIVES: ReadonlyMap<string, readonly [readonly string[], readonly string[]]> =
  new Map(
    `good better best; bad worse worst; far further/farther furthest/farthest; little less least; many more most;
  much more most; old older/elder oldest/eldest; shy shyer/shier shyest/shiest; dry drier/dryer driest/dryest;
  sly slyer/slier slyest/sliest; spry spryer/sprier spryest/spriest`
      .split(';')
      .map((entry) => {
        const [base = '', comparative = '', superlative = ''] = entry.trim().split(' ');
        return [base, [comparative.split('/'), superlative.split('/')]] as const;
      }),
  );
