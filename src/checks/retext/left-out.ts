// Ids of retext-equality that no built-in rule covers, each with the reason. A house's own rule may still name them.
// Together with the rules this is every id of the plugin; a test fails when an upgrade brings or drops one.

const reasons = {
  'an everyday word of postings, with nothing to do with people': `
    barren binge blackhat bugreport dummy easy fellowship hang hero-heroine heroes-heroines kingsize-queensize maiden
    maiden-flight maiden-race maiden-speech maiden-voyage manned master master-key master-of-ceremonies master-plan
    master-the-art masterful mastermind masterpiece masterplan masters masterstroke oneupmanship pull-the-trigger sane
    savage simple sophisticated-culture sophisticated-technology spade sportsmanship straightforward unmanned whitehat
    workmanship`,
  'advice on tone for other kinds of writing': `
    basically clearly everyone-knows insanely just mrs- obvious of-course`,
  'the name of a trade, a licence, a rank or an office that the law or the trade gives': `
    aircrewwoman-airman aircrewwomen-airmen bondsman-bondswoman bondsmen-bondswomen dame-lord dames-lords
    indian-country journeyman-journeywoman journeymen-journeywomen king-queen kings-queens landladies-landlords
    landlady-landlord marksman-markswoman marksmen-markswomen midwife tax-man`,
  'nearly always part of a name': `
    brother-sister brothers-sisters cowboy-cowgirl cowboys-cowgirls madmen prince-princess princes-princesses
    sandman-sandwoman sandmen-sandwomen special-olympians superman-superwoman supermen-superwomen`,
  'neutral where postings use it': `
    alumna-alumnus alumnae-alumni bi freshman freshmen-freshwomen gay-rights gender-pronoun latino pinoys`,
  'a fact about health, benefits, families or customers': `
    alcoholic asylum aunt-uncle aunts-uncles bathroom-bill bipolar bride-groom dad-mom dads-moms daughter-son
    daughters-sons depressed dyslexic epileptic family-burden father-of-* godfather-godmother gramps-granny
    granddaughter-grandson granddaughters-grandsons grandfathers-grandmothers insomnia insomniac insomniacs islamist
    islamists maternal-paternal maternity-paternity nephew-niece nephews-nieces panic-attack rehab rehab-center
    stammering stepbrother-stepsister stepbrothers-stepsisters stepdad-stepmom stepfathers-stepmothers suicide-note
    suicide-pact widow-widower`,
  'right only in a context that rules over phrases know': `
    add bony boy-girl daft dumb father-tongue-mother-tongue females-males gal-guy gals-man ghetto he-she her-him
    herself-himself invalid lame make-*-great-again ocd oriental slave slaves tribe wifebeater`,
  'not met in postings': `
    bogeyman-bogeywoman bogieman-bogiewoman bogiemen-bogiewomen boogeyman-boogeywoman boogieman-boogiewoman
    boogiemen-boogiewomen caveman-cavewoman cavemen-cavewomen hangman-hangwoman hangmen-hangwomen`,
  'cannot match: its phrases hold a comma, which no word does': `
    front-men,-frontmen-front-women,-frontwomen frontman,-front-man-frontwoman,-front-woman`,
} as const;

/** Id → why no built-in rule covers it. */
export const LEFT_OUT: ReadonlyMap<string, string> = new Map(
  Object.entries(reasons).flatMap(([reason, ids]) =>
    ids
      .trim()
      .split(/\s+/)
      .map((id) => [id, reason] as const),
  ),
);
