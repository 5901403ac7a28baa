/**
 * Given names that are common somewhere English postings are written. They only tell that *she* in a sentence about
 * *Maria* is no generic pronoun; months, virtues and places that are also names are left out.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aaron abdul abdullah abigail abraham adam adele adrian agnes ahmed aisha ajay akash alan alana albert alejandro alex alexander alexandra
  alexis alfie alfred ali alice alicia alison alistair alok amanda amara amelia amina amir amit amy ana anand andre andrea andrew
  andy angela angelo anil anita ann anna anne annette annie anthony antoine anton antonio anya aoife archie arjun arthur arun asha ashley
  ashok astrid audrey ava ayesha barbara barry beatrice becky ben benjamin bernard beth bethany betty beverley bhavna bilal bob boris
  brandon brenda brendan brian bridget bronwyn bruce bruno bryan caitlin callum cameron camila camille carl carla carlos carmen carol caroline
  carolyn catherine cathy cecilia celia chandra charles charlie chen cheryl chiara chidi chinedu chloe chris christian christina christine christopher
  ciara claire clara claudia clive colin connor craig cristina cynthia daisy damian dan daniel daniela danielle david dean deborah deepa deepak
  deepika denise dennis derek devi diana diane diego dimitri divya dmitri dominic donald donna dorothy doug douglas duncan dylan
  eamon ed eddie edward eileen elaine elena eleanor eli elias elisa elizabeth ella ellen emeka emily emma emmanuel enrique eric
  erica erik erin ernest esther ethan eva evelyn ewan farah fatima felicity felix fernando fiona fiona fran frances francesca francis
  francisco francois freya gabriel gabriela gareth gary gavin gemma geoff geoffrey george gerald gerard gillian gina giovanni
  giulia gloria gordon graham greg gregory greta guillermo gwen hannah hans harold harriet harry hassan hazel heather hector helen helena henry
  hilary himanshu hiroshi howard hugh hugo hussein ian ibrahim ifeoma igor imran ines ingrid irene iris isaac isabel isabella
  isla ivan jack jacob jacqueline jake james jamie jan jane janet janice jason javier jay jayne jean jeff jeffrey jen jennifer jenny
  jeremy jerome jerry jess jesse jessica jill jim joan joanna joanne joe joel johan johanna john jon jonathan jorge jose joseph josephine
  josh joshua joyce juan juanita judith judy julia julian julie juliet jun justin jyoti kamal kamala karen karim karl kate katherine kathleen
  kathryn kathy katie katrina kavita kay keith kelly ken kenji kenneth kerry kevin khadija khalid kieran kim kiran kirsten kirsty krishna kristen kumar kwame
  kyle lakshmi lars laura lauren laurence lawrence leah lee leila lena leo leon leonard leroy leslie lewis liam lila lilian lily linda
  lindsay lisa liz lorenzo lorraine louis louise luca lucas lucia lucy luis luke lydia lynn magdalena mahmoud maisie malcolm mandy manoj
  manuel marco marcus margaret margarita maria mariam marian marie marilyn mario marion marjorie martha martin martina mary mateo
  matilda matt matthew maureen maurice max maya meera megan mehmet mei melanie melissa mercy mia michael michal michelle miguel mike mikhail
  mimi miranda miriam mohamed mohammad mohammed mohan molly monica monique morgan moses muhammad muriel nadia nancy naomi natalia natalie natasha nathan
  neha neil nelson ngozi niall nicholas nick nicola nicole nigel nikhil nina nisha noah noel noor nora norma norman nuala oleg oliver olivia
  olga olu omar oscar owen pablo padma pam pamela paolo pat patricia patrick paul paula pauline pavel pedro peggy penelope penny perez pete
  peter phil philip philippa phillip phyllis pierre poppy pradeep prakash pranav preeti priya priyanka rachel rafael rahul raj rajesh
  ralph ramesh ramon rania rashid raul ravi ray raymond rebecca rekha renee ricardo richard rick rita ritu rob robert roberta roberto robin
  rodney rodrigo roger rohan rohit roland ron ronald rory rosa rosalind rosemary rosie ross roy ruby rupert russell ruth ryan sabine sachin
  sadia sally sam samantha samir samuel sana sandeep sandra sangeeta sanjay santiago santosh sara sarah satoshi sean sebastian seema sergei sergio
  shane shanice shannon sharon shauna sheila shirley shreya sian sibusiso silvia simon simone siobhan sofia sonia sophia sophie srinivas stacey stan
  stanley stefan stella stephanie stephen steve steven stuart sue sunil sunita suresh susan susanna suzanne sven sylvia tamara tanya tara tariq tatiana
  ted teresa terence terry thabo theo theresa theodora thomas tim timothy tina toby todd tom tomasz toni tony tracey tracy trevor
  uma umar ursula valentina valerie vanessa vera verity veronica vicky vijay vikram vincent vinod vivek vivian vladimir wanda warren wayne wendy wei
  wilfred william winifred xavier yasmin yolanda yoshi yusuf yvette yvonne zac zachary zainab zara zoe zola`.split(
    /\s+/,
  ),
);
