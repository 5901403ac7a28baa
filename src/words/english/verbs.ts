/** Irregular verbs: base, past, participle; variants after a slash, the one we write first. */
const TABLE = `
arise arose arisen; awake awoke awoken; bear bore borne; beat beat beaten; become became become; befall befell befallen;
begin began begun; bend bent bent; bet bet bet; bid bid bid; bind bound bound; bite bit bitten; bleed bled bled; blow blew blown;
break broke broken; breed bred bred; bring brought brought; broadcast broadcast broadcast; build built built;
burn burned/burnt burned/burnt; burst burst burst; buy bought bought; cast cast cast; catch caught caught; choose chose chosen;
cling clung clung; come came come; cost cost cost; creep crept crept; cut cut cut; deal dealt dealt; dig dug dug;
draw drew drawn; dream dreamed/dreamt dreamed/dreamt; drink drank drunk; drive drove driven; dwell dwelt/dwelled dwelt/dwelled;
eat ate eaten; fall fell fallen; feed fed fed; feel felt felt; fight fought fought; find found found; fit fit/fitted fit/fitted;
flee fled fled; fling flung flung; fly flew flown; forbid forbade forbidden; forecast forecast forecast; foresee foresaw foreseen;
forget forgot forgotten; forgive forgave forgiven; forgo forwent forgone; freeze froze frozen; get got got/gotten; give gave given;
go went gone; grind ground ground; grow grew grown; hang hung hung; hear heard heard; hide hid hidden; hit hit hit;
hold held held; hurt hurt hurt; input input input; inset inset inset; keep kept kept; kneel knelt/kneeled knelt/kneeled;
know knew known; lay laid laid; lead led led; lean leaned/leant leaned/leant; leap leaped/leapt leaped/leapt;
learn learned/learnt learned/learnt; leave left left; lend lent lent; let let let; lie lay/lied lain/lied; light lit/lighted lit/lighted;
lose lost lost; make made made; mean meant meant; meet met met; mislead misled misled; mistake mistook mistaken;
misunderstand misunderstood misunderstood; mow mowed mown/mowed; offset offset offset; outdo outdid outdone; outgrow outgrew outgrown;
output output output; overcome overcame overcome; override overrode overridden; oversee oversaw overseen; overtake overtook overtaken;
partake partook partaken; pay paid paid; plead pleaded/pled pleaded/pled; prove proved proved/proven; put put put; quit quit quit;
read read read; rebuild rebuilt rebuilt; redo redid redone; remake remade remade; repay repaid repaid; reset reset reset;
resit resat resat; rethink rethought rethought; rewrite rewrote rewritten; rid rid rid; ride rode ridden; ring rang rung; rise rose risen; run ran run;
saw sawed sawn/sawed; say said said; see saw seen; seek sought sought; sell sold sold; send sent sent; set set set;
sew sewed sewn/sewed; shake shook shaken; shed shed shed; shine shone/shined shone/shined; shoot shot shot; show showed shown/showed;
shrink shrank shrunk; shut shut shut; sing sang sung; sink sank sunk; sit sat sat; sleep slept slept; slide slid slid; sling slung slung;
slit slit slit; smell smelled/smelt smelled/smelt; sow sowed sown/sowed; speak spoke spoken; speed sped/speeded sped/speeded;
spell spelled/spelt spelled/spelt; spend spent spent; spill spilled/spilt spilled/spilt; spin spun spun; split split split;
spoil spoiled/spoilt spoiled/spoilt; spread spread spread; spring sprang sprung; stand stood stood; steal stole stolen;
stick stuck stuck; sting stung stung; stride strode stridden; strike struck struck; string strung strung; strive strove/strived striven/strived;
sublet sublet sublet; swear swore sworn; sweep swept swept; swell swelled swollen/swelled; swim swam swum; swing swung swung;
take took taken; teach taught taught; tear tore torn; tell told told; think thought thought; throw threw thrown; thrust thrust thrust;
tread trod trodden; undergo underwent undergone; understand understood understood; undertake undertook undertaken; undo undid undone;
unwind unwound unwound; uphold upheld upheld; upset upset upset; wake woke woken; wear wore worn; weave wove woven; weep wept wept;
win won won; wind wound wound; withdraw withdrew withdrawn; withhold withheld withheld; withstand withstood withstood; write wrote written;
have had had; do did done; unlearn unlearned/unlearnt unlearned/unlearnt; retell retold retold; resell resold resold`;

interface Irregular {
  past: readonly string[];
  participle: readonly string[];
}

export const IRREGULAR_VERBS: ReadonlyMap<string, Irregular> = new Map(
  TABLE.split(';').map((entry) => {
    const [base = '', past = '', participle = ''] = entry.trim().split(' ');
    return [base, { past: past.split('/'), participle: participle.split('/') }];
  }),
);

/**
 * Verbs of more than one syllable that double their final consonant: those stressed on the last (*refer, referred*)
 * and a few others. The many in -l that only British spelling doubles (*travelled*) are not listed.
 */
export const DOUBLING: ReadonlySet<string> = new Set(
  `abet abut acquit admit allot annul appal befit begin commit compel concur confer control corral debug defer demur
  deter disbar dispel embed emit enrol enthral equip excel expel forbid forget format handicap impel incur infer
  input instil kidnap offset omit outbid outrun output overlap overrun patrol permit prefer program propel rebut recap
  recur refer refit regret rerun reset retrofit sandbag sublet submit transfer transmit unplug unzip upset worship
  zigzag`.split(/\s+/),
);
