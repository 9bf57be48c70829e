"""Nouns for those who speak: people by their roles, bodies, documents; and titles before names."""

import re

from evidence_board.suggest.word_sets import word_set

PERSONS = word_set(
    "official officials spokesman spokesmen spokeswoman spokesperson spokespeople",
    "minister ministers president chairman chairwoman chair chairperson secretary",
    "director head chief leader leaders mayor governor senator congressman congresswoman",
    "lawmaker lawmakers mp mps member members judge judges justice prosecutor prosecutors",
    "lawyer lawyers attorney attorneys solicitor barrister counsel witness witnesses",
    "victim victims survivor survivors resident residents neighbour neighbours neighbor",
    "neighbors villager villagers farmer farmers teacher teachers doctor doctors nurse",
    "nurses surgeon scientist scientists researcher researchers author authors expert",
    "experts analyst analysts economist economists strategist strategists trader traders",
    "broker investor investors professor lecturer historian ecologist biologist geologist",
    "physicist chemist engineer engineers inspector officer officers commander commanders",
    "general colonel captain soldier soldiers diplomat diplomats ambassador envoy source",
    "sources insider insiders activist activists campaigner campaigners critic critics",
    "opponent opponents supporter supporters protester protesters worker workers employee",
    "employees employer staff manager managers boss coach player players striker",
    "goalkeeper referee fan fans owner owners founder executive executives editor",
    "reporter reporters correspondent journalist journalists writer blogger columnist",
    "people person man woman men women boy girl mother father parents brother sister son",
    "daughter widow husband wife family families relatives friend friends colleague",
    "colleagues passenger passengers driver pilot sailor fisherman fishermen shopper",
    "shoppers customer customers cashier shopkeeper student students pupil pupils priest",
    "bishop pastor imam vicar coroner detective detectives sergeant constable",
    "superintendent commissioner investigator investigators auditor auditors counterpart",
    "deputy aide aides adviser advisor advisers advisors negotiator negotiators delegate",
    "representative representatives candidate candidates councillor councillors premier",
    "chancellor king queen prince princess pope monarch observers observer eyewitness",
    "eyewitnesses bystander others many some most another defendant defendants claimant",
    "plaintiff accused suspect patients patient volunteer volunteers conservationist",
    "conservationists hydrologist meteorologist forecaster forecasters treasurer trustee",
    "trustees ranger rangers keeper curator architect developer developers dealer tenant",
    "tenants landlord landlords shareholder shareholders unionist organiser organisers",
    "organizer organizers veteran principal headteacher clerk registrar ombudsman chef",
    "singer actor actress artist winner skipper rider crew lobbyist lobbyists waitress waiter",
    "pensioner pensioners consultant consultants settler settlers refugee refugees migrant",
    "migrants ratepayer ratepayers taxpayer taxpayers pal pals cleric clerics monk monks",
    "taoiseach tánaiste garda gardaí gardai jurist ecologists grandmother grandfather aunt",
    "uncle cousin mechanic kidnapper kidnappers biographer",
    "agent agents boss bosses chiefs crews eye-witness eye-witnesses onlooker onlookers",
    "contractor contractors bidder bidders fighter fighters chieftain elder elders",
    "midwife paramedic paramedics pathologist veterinarian vet pilots skippers",
)
"""People by what they are."""

BODIES = word_set(
    "ministry department government administration police army navy military force forces",
    "court tribunal company firm group bank agency authority authorities council",
    "commission board party committee union association federation society institute",
    "institution university college hospital school office bureau regulator watchdog",
    "inspectorate parliament senate congress cabinet kremlin embassy consulate",
    "secretariat charity foundation organisation organization ngo coalition alliance",
    "network team club centre center laboratory observatory think-tank tank church",
    "coastguard airline operator retailer manufacturer maker carmaker supplier developer",
    "utility insurer lender brokerage exchange prosecution defence defense junta militia",
    "rebels militants opposition presidency palace treasury municipality state",
    "firefighters rescuers brigade service trust panel taskforce chain store owner",
    "business businesses giant conglomerate consortium startup fund ombudsman delegation",
    "agencies authorities companies charities ministries universities councils unions groups",
    "body inquiry campaign movement directorate command corporation mission guard",
)
"""Bodies that speak as one."""

OUTLETS = word_set(
    "newspaper newspapers media broadcaster channel station website site outlet outlets",
    "magazine press tabloid daily weekly wire blog portal radio television journal",
)
"""Those who publish."""

DOCUMENTS = word_set(
    "report reports study studies survey surveys poll polls paper analysis review",
    "statement letter memo document documents filing indictment lawsuit complaint ruling",
    "judgment judgement audit assessment dossier communique communiqué release bulletin",
    "notice briefing investigation research article editorial post tweet note prospectus",
    "transcript affidavit circular census findings data figures statistics records",
    "model models simulation simulations calculations tests experiments projections modelling",
    "graphic graphics screenshot screenshots search searches check checks map maps chart charts",
    "message meme caption advert page inspection investigation inquiry probe post-mortem autopsy",
    "information modeling evidence logs readings scans papers ledger ledgers inventory",
    "footage video videos clip clips imagery images photographs photos recording recordings",
    "investigations inquiries enquiry enquiries audits assessments reviews inspections analyses",
    "emails messages advertisements forecast forecasts index barometer outlook estimates",
)
"""Documents that are said to say something."""

TITLES = word_set(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baroness rev reverend fr",
    "father sister hon gen general col colonel lt lieutenant capt captain maj major sgt",
    "sergeant cmdr commander adm admiral brig brigadier cpl corporal pte insp inspector",
    "det detective supt superintendent pc constable justice judge senator sen rep",
    "representative congressman congresswoman governor gov mayor councillor cllr",
    "president vice-president prime minister premier chancellor secretary deputy chief",
    "executive officer chairman chairwoman chair chairperson director ceo cfo cto",
    "spokesman spokeswoman spokesperson prosecutor shri smt pandit sheikh imam bishop",
    "archbishop king queen prince princess pope pastor ambassador envoy attorney",
    "solicitor barrister foreign defence defense finance health interior home education",
    "transport environment energy trade agriculture union cabinet state treasury coach",
    "manager analyst economist barangay principal engr atty comrade marshal lead author",
    "leader head commissioner president-elect cashier former acting interim senior junior",
    "court crown police party opposition shadow permanent under professor-emeritus doctor",
    "nurse cr mla mep td sc sp asp dsp dcp acp csp cp gda garda",
    "taoiseach tánaiste datuk dato alhaji hajia mallam emir",
    "hon'ble vet veterinary counsel waitress waiter councilman councilwoman alderman",
    "sheriff warden provost rector speaker whip ranger trooper",
)
"""What may stand before the name of a person without being part of it."""

ORG_WORDS = word_set(
    "ministry department government council commission committee agency authority",
    "institute centre center university college school bank group company corporation",
    "corp inc ltd plc llc limited association union federation society foundation trust",
    "party police army navy force service office bureau court board club united city",
    "rovers fc news times post herald guardian gazette journal tribune telegraph courier",
    "press reuters bbc cnn radio television tv media wire magazine daily weekly observer",
    "chronicle network house senate congress parliament hospital nations kremlin pentagon",
    "observatory partners capital holdings industries airlines airways energy motors",
    "lines ferries rail railways water steel foods stores watch forum alliance coalition",
    "initiative project programme program organisation organization international fund",
    "academy laboratory survey league cabinet treasury embassy coastguard guard state",
    "bulletin standard star sun mirror mail express independent echo examiner advertiser",
    "mercury argus voice broadcasting insider monitor economist week today dispatch",
    "review digest inquirer nation republic kingdom church chamber assembly movement",
    "confederation congregation secretariat registry",
)
"""Words that make a capitalised name that of a body, not of a person."""

OUTLET_WORDS = word_set(
    "news times post herald guardian gazette journal tribune telegraph courier press",
    "reuters bbc cnn radio television tv media wire magazine daily weekly observer",
    "chronicle independent mirror mail echo examiner advertiser mercury argus voice",
    "broadcasting insider bulletin standard star sun dispatch digest inquirer ap afp",
    "bloomberg tass xinhua yonhap interfax pti ani newspaper sentinel dawn leader",
    "nation broadcaster globe record express punch vanguard wires",
)
"""Words that make the name of a body that of one who publishes."""

ANONYMOUS = word_set(
    "official officials source sources insider insiders diplomat diplomats aide aides",
    "people person lawmaker lawmakers officer officers executive executives employee",
    "employees adviser advisers soldier soldiers engineer resident residents witness",
    "witnesses analyst analysts expert experts prosecutor prosecutors investigator",
    "investigators trader traders banker bankers critics activist activists doctor",
    "doctors villager villagers shopper driver passenger worker workers eyewitness",
    "eyewitnesses spokesman spokeswoman spokesperson observers locals neighbours",
)
"""Roles that name nobody."""

_OF_A_PERSON = re.compile(r"\w{3,}(?:er|or|ist|ian|man|woman|person|ant|ee|eer|mate|folk|body)s?")
_NO_PERSON = word_set(
    "number paper water summer winter river weather matter order letter tower power tender",
    "computer chapter container trailer cover corner counter border harbour quarter centre",
    "center theatre error mirror factor sector motor vector corridor minor major committee",
    "restaurant plant grant warrant participant coffee fee guarantee degree decree trustee",
    "newsletter poster banner folder server router sensor monitor meter laser radar cancer",
    "disaster encounter further other another rather either neither whether however together",
    "former latter october september november december easter dinner finger shoulder ladder",
    "hunger anger danger wonder gender murder slaughter timber amber rubber copper silver paper",
    "want constant instant distant elephant tyre layer filter buffer shelter cluster master",
    "rumour tumour colour honour labour favour flavour vapour behaviour endeavour body antibody",
    "nobody everybody anybody somebody tanker freighter bomber fighter cruiser bunker boiler",
    "transformer carrier barrier courier premier tier pier frontier",
)


def is_person_noun(word: str) -> bool:
    """Whether a noun in lower case looks like one for a person, by how it ends: rower, activist."""
    base = word.removesuffix("s")
    return base not in _NO_PERSON and _OF_A_PERSON.fullmatch(word) is not None
