// Ids of retext-equality that no built-in rule covers, each with the reason. A house's own rule may still name them.
// Together with the rules this is every id of the plugin; a test fails when an upgrade brings or drops one.

/** Why most of the others are left out; the test suite proves it of each id. */
export const OWN_RULES = 'found by our own rules over phrases, which know more of what stands around';

const reasons = {
  'an everyday word of postings, with nothing to do with people': `
    barren binge blackhat bugreport daft dummy easy fellowship hang hero-heroine heroes-heroines
    kingsize-queensize maiden maiden-flight maiden-race maiden-speech maiden-voyage manned master master-key
    master-of-ceremonies master-plan master-the-art masterful mastermind masterpiece masterplan masters
    masterstroke oneupmanship pull-the-trigger sane savage simple sophisticated-culture sophisticated-technology
    spade sportsmanship straightforward unmanned whitehat workmanship`,
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
    add addict addicts alcoholic asylum aunt-uncle aunts-uncles bathroom-bill bipolar bony bride-groom dad-mom
    dads-moms daughter-son daughters-sons depressed dyslexic epileptic family-burden father-of-*
    godfather-godmother gramps-granny granddaughter-grandson granddaughters-grandsons grandfathers-grandmothers
    insomnia insomniac insomniacs islamist islamists maternal-paternal maternity-paternity nephew-niece
    nephews-nieces panic-attack rehab rehab-center stammering stepbrother-stepsister stepbrothers-stepsisters
    stepdad-stepmom stepfathers-stepmothers suicide-note suicide-pact widow-widower working-wife`,
  'not met in postings': `
    bogeyman-bogeywoman bogieman-bogiewoman bogiemen-bogiewomen boogeyman-boogeywoman boogieman-boogiewoman
    boogiemen-boogiewomen caveman-cavewoman cavemen-cavewomen hangman-hangwoman hangmen-hangwomen
    make-*-great-again nobleman-noblewoman noblemen-noblewomen wifebeater`,
  'cannot match: its phrases hold a comma, which no word does': `
    front-men,-frontmen-front-women,-frontwomen frontman,-front-man-frontwoman,-front-woman`,
  [OWN_RULES]: `
    actor-actress actors-actresses alderman-alderwoman aldermen-alderwomen assemblyman-assemblywoman authoress
    average-housewife aviatrix birth-defect blacklist blacklisted blacklisting brotherhood-sisterhood
    cameraman-camerawoman cameramen-camerawomen cattleman-cattlewoman cattlemen-cattlewomen chairman-chairwoman
    chairmen-chairwomen chick-cop-policeman churchman clergyman-clergywoman clergymen-clergywomen
    congressman-congresswoman congressmen-congresswomen councilman-councilwoman councilmen-councilwomen deafmute
    delivery-boy-delivery-girl doorman-doorwoman doormen-doorwomen dwarf eskimo eskimos executrix
    fireman-firewoman firemen-firewomen fisherman-fisherwoman fishermen-fisherwomen foreman-forewoman
    foremen-forewomen garbageman-garbagewoman garbagemen-garbagewomen ghetto gimp grandfather-clause grandfathered
    handicapped handicapped-parking handyman-handywoman handymen-handywomen hermaphrodite homosexual
    homosexual-couple homosexual-marriage homosexual-relations host-hostess hostesses-hosts housemaid housewife
    housewives husbands-wives indian-give lady-doctor layman-laywoman laymen-laywomen maiden-name man-a-desk
    man-the-booth man-the-fort man-the-phones manhour manhours manic mankind manmade manpower
    middleman-middlewoman middlemen-middlewomen milkman-milkwoman milkmen-milkwomen newsman-newswoman
    newsmen-newswomen office-girls ombudsman-ombudswoman ombudsmen-ombudswomen oriental orientals poetess
    policemen-policewomen postman-postwoman postmen-postwomen powwow railwayman repairman-repairwoman
    repairmen-repairwomen salaryman-salarywoman salarymen-salarywomen saleslady-salesman salesmen-saleswomen
    sanity-check serviceman-servicewoman servicemen-servicewomen sex-change-operation sexual-preference special
    spokesman-spokeswoman spokesmen-spokeswomen sportsman-sportswoman sportsmen-sportswomen statesman-stateswoman
    steward-stewardess stewardesses-stewards stockman stroke-victim totem transgendered transgenderism transgenders transvestite
    usherette waiter-waitress waiters-waitresses watchman-watchwoman watchmen-watchwomen weatherman-weatherwoman
    weathermen-weatherwomen wheelchair-bound whitelist whitelisted whitelisting woman-lawyer woman-painter
    workman-workwoman workmen-workwomen`,
  'right only in a context, for which there are rules over phrases and pronouns': `
    ablebodied boy-girl boyfriend-girlfriend boyfriends-girlfriends dumb father-tongue-mother-tongue females-males
    gal-guy gals-man grandfathering he-she her-him herself-himself husband-wife invalid lame ocd slave slaves
    tribe`,
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
