"""Verbs by which somebody says something, and how surely each does."""

from evidence_board.suggest.word_sets import word_set

BARE_FORMS = word_set(
    "warn argue deny insist predict allege stress confirm reveal acknowledge admit explain",
    "complain reject dismiss maintain contend conclude reckon suggest indicate show find add",
    "estimate caution fear report write calculate note believe think blame assert testify assume",
    "expect suspect",
)
"""Forms that speak of several: after a plural only, for they are infinitives and nouns as well."""

FORETELLING = word_set(
    "forecast forecasts projected projects pegged pegs calculated calculates anticipated",
    "anticipates foresees foresaw envisages envisaged reckoned reckons computed calculate",
)
"""Verbs that give what is to come, or what was worked out, as their object or with "that"."""

JUDGING = word_set(
    "criticised criticized criticises criticizes condemned condemns denounced denounces",
    "praised praises lauded commended deplored deplores decried decries slammed slams",
    "lambasted faulted welcomed welcomes bemoaned bemoans rued",
)
"""Verbs of praise and blame, which tell what somebody says only with words in marks."""

FINDING_OUT = word_set(
    "demonstrated demonstrates determined determines established establishes discovered",
    "highlighted highlights proposed proposes protested objected professed attested attests",
    "certified reaffirmed reaffirms repeated repeats signalled signaled signals confessed",
    "confesses speculated speculates hypothesised hypothesized postulated alerted notified",
    "intimated illustrates illustrated uncovered exposed divulged ascertained recorded detailed",
)
"""Verbs that speak only where "that" follows, or of a document."""

IN_A_VOICE = word_set(
    "ventured volunteered interjected scoffed sneered sniffed bellowed screamed yelled growled",
    "snarled mumbled muttered murmured stammered sobbed wept purred enthused effused pleaded",
    "begged implored demurred deadpanned chided crowed rasped barked drawled wailed cooed",
    "teased piped reflected pondered",
    "shrugged smiled nodded prayed sings sang chanted",
)
"""Verbs of how somebody speaks, which need a quotation."""

SAYING = (
    BARE_FORMS
    | FORETELLING
    | JUDGING
    | FINDING_OUT
    | IN_A_VOICE
    | word_set(
        "said says say saying tells told tell telling stated states stating announced",
        "announces warned warns warning added adds adding argued argues arguing insisted",
        "insists insisting claimed claims claim claiming alleged alleges alleging asserted",
        "asserts asserting explained explains stressed stresses emphasised emphasized",
        "emphasises emphasizes reiterated reiterates cautioned cautions acknowledged",
        "acknowledges admitted admits conceded concedes confirmed confirms denied denies",
        "wrote writes tweeted tweets testified testifies remarked remarks commented declared",
        "declares disclosed discloses contended contends maintained maintains recalled",
        "recalls predicted predicts replied replies responded retorted countered counters",
        "quipped joked lamented complained complains boasted observed noted notes noting",
        "assumes assumed flagged flags",
        "questioned wondered wonders queried remembers remembered advises avers posted booked",
        "logged",
        "cautioning emphasising emphasizing explaining acknowledging reiterating conceding",
        "contending complaining lamenting suspects expects hopes doubts",
        "informed informs revealed reveals reported reports reporting concluded concludes",
        "estimated estimates believes believe swore swears affirmed affirms opined averred",
        "disclaimed clarified clarifies underscored underlined underlines reasoned vowed",
        "urged pledged suggested suggests indicated indicates laughed sighed shouted posted",
        "submitted hinted hints implied implies proclaimed exclaimed advised briefed assured",
        "reassured cried mused documented finds found shows showed recommended recommends",
        "fears feared thinks think estimating predicting stressing concluding accused accuses",
        "rejected rejects dismissed dismisses refuted rebutted disputed disputes echoed",
        "agreed agrees hailed described called calls concurred",
        "continued stipulated ruled held heard accusing denying describing calling announcing",
        "pointed points pointing asked asks promised promises threatened threatens vows",
        "pledges charged charges assessed assesses judged judges accepted accepts ordered",
        "directed understands learned learnt gathered narrated recounted recounts giggled",
        "grinned fumed blasted stormed raged moaned gushed beamed chuckled grumbled whispered",
        "thundered hissed snapped read reads summed termed terms dubbed",
        "branded likened reasons surmised theorised theorized jokes laments",
        "attributed attributes ascribed ascribes",
        "gives put puts gave made makes regretted regrets urged blamed blames",
    )
)
"""All forms that may be a cue; what else has to be there depends on the set below."""

SURE = word_set(
    "said says say saying stated states stating announced announces added adds adding",
    "argued argues insisted insists insisting claimed claims claim claiming alleged",
    "alleges alleging asserted asserts explained explains stressed stresses stressing",
    "emphasised emphasized emphasises emphasizes reiterated reiterates acknowledged",
    "acknowledges admitted admits conceded concedes confirmed confirms denied denies",
    "denying wrote writes tweeted testified testifies remarked declared declares",
    "disclosed contended contends warned warns warning revealed reveals reported reports",
    "lamented complained cautioned cautions arguing opined averred clarified told tells",
    "pointed points informed predicted predicts maintained maintains quipped joked",
    "boasted retorted avers accused accuses narrated recounted recounts",
)
"""Cues by themselves, after a subject that can speak."""

OF_ANYBODY = word_set(
    "said says say saying tells told tell added adds claimed claims claim recalled",
    "recalls insisted insists explained explains complained complains admitted admits",
    "joked quipped warned warns replied believes believe think thinks laughed wrote",
    "writes testified testifies denied denies argued argues alleged alleges stressed",
    "confirmed announced stated noted predicted giggled grinned fumed stormed raged moaned",
    "gushed beamed chuckled grumbled whispered snapped narrated recounted argue reckon",
    "reckons insist fear feared accepted",
)
"""Verbs by which also those speak whose noun is not known as that of a speaker."""

PROMISING = word_set("vowed vows pledged pledges promised promises threatened threatens")
"""Verbs after which "to" tells what is said."""

WITH_CLAUSE = word_set(
    "believes believe thinks think fears fear feared heard added adds admitted admits declared",
    "declares conceded wrote writes acknowledged acknowledges recalled stated",
    "suggested suggests estimate understands learned learnt gathered judged judges assessed",
    "assesses indicated indicates implied hinted signalled signaled concluded",
    "concludes noted notes observed agreed agrees assured conclude assume assumes assumed",
    "expects expect suspects suspect hopes doubts",
)
"""Verbs that without "that" need a clause of its own after them."""

LINKING = word_set("attributed attributes ascribed ascribes")
"""Verbs that give a thing a cause: attributed the fire to a cable."""

LOOSE = (
    LINKING
    | (BARE_FORMS - word_set("suggest indicate show find add conclude note calculate demand"))
    | FORETELLING
    | JUDGING
    | SURE
    | PROMISING
    | WITH_CLAUSE
    | word_set(
        "announced announces confirmed confirms denied denies denying reported reports",
        "blamed blames",
        "revealed reveals disclosed documented rejected rejects dismissed dismisses disputed",
        "disputes refuted called calls described describes hailed estimated estimates ",
        "calling describing blasted branded dubbed termed terms likened",
    )
)
"""Verbs after which what is said may stand without "that"."""

ADDRESSED = word_set(
    "told tells tell telling informed informs assured reassured briefed advised advises reminded",
    "warned warns",
)
"""Verbs whose first object is who was spoken to."""

OF_DOCUMENTS = word_set(
    "show suggest indicate find warn argue conclude add confirm reveal",
    "found finds shows showed suggests suggested indicates indicated concluded concludes",
    "estimated estimates reveals revealed documented notes noted described says said",
    "states stated read reads put puts warned warns reported reports recommends recommended",
    "predicted predicts confirmed added adds argues argued projects projected calculates",
    "calculated forecast forecasts demonstrate demonstrates demonstrated highlights highlighted",
    "detailed illustrates identifies identified established establishes determined blames blamed",
    "recorded",
    "alleged alleges claimed claims accuses accused cautions cautioned acknowledges",
    "acknowledged explains pegs pegged anticipates foresees conceded concedes admitted admits",
    "asserted asserts contended contends declares declared insists insisted stressed stresses",
    "emphasised emphasized denied denies discloses disclosed announced announces maintains",
    "maintained observes observed clarified opined averred clarifies reiterated",
)
"""What a report or a study does when it says something."""

BARE_OBJECT = (
    FORETELLING
    | LINKING
    | word_set(
        "announced announces confirmed confirms denied denies denying reported reports",
        "revealed reveals alleged alleges claimed claims disclosed documented predicted",
        "predicts accused accuses rejected rejects dismissed dismisses disputed disputes",
        "refuted warned estimated estimates report blamed blames blame",
    )
)
"""Verbs that take what is said as their object, without that: reported 40 new cases."""

DENYING = word_set(
    "denied denies denying rejected rejects dismissed dismisses refuted rebutted disputed",
    "disputes disclaimed",
)
"""Verbs that say that something is not so."""

PARTICIPLES = word_set(
    "saying adding warning arguing insisting claiming alleging stating asserting noting",
    "stressing denying predicting concluding telling announcing pointing cautioning",
    "emphasising emphasizing explaining acknowledging reiterating conceding contending",
    "complaining lamenting",
)
"""Forms that continue the speech of whom the sentence is about."""

THAT_ONLY = FINDING_OUT | word_set(
    "suggest indicate show find conclude charged charges ordered directed gave gives made makes",
    "regretted regrets summed theorised theorized surmised reasons",
    "estimated estimates believes believe thinks think fears fear feared agreed agrees vowed",
    "note urged pledged recommended recommends ruled held heard concluded concludes found",
    "remembers remembered booked logged advises questioned wondered wonders",
    "finds shows showed suggested suggests indicated indicates implied implies hinted",
    "hints observed noted notes recalled recalls responded replied replies submitted",
    "advised swore swears informed assured reassured echoed underscored underlined",
    "underlines posted commented laughed continued counters countered reasoned affirmed",
    "affirms proclaimed exclaimed mused cried shouted sighed accepted accepts",
)
"""Verbs that are cues only with "that", with a quotation, or after "X, they"."""

QUOTE_ONLY = (
    (IN_A_VOICE - FINDING_OUT)
    | JUDGING
    | word_set(
        "called calls calling described describing hailed ",
        "narrated recounted giggled grinned fumed blasted stormed raged moaned gushed beamed",
        "chuckled grumbled whispered thundered hissed snapped read reads termed terms dubbed",
        "branded likened summed jokes put puts",
        "laughed sighed asked asks shouted cried exclaimed mused continued posted",
        "commented echoed responded replied replies",
    )
)
"""Verbs that are cues only with a quotation."""

PHRASES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("pointed", "points", "pointing"), ("out",)),
    **dict.fromkeys(("gave", "gives"), ("evidence",)),
    **dict.fromkeys(("made", "makes"), ("clear",)),
    **dict.fromkeys(("put", "puts"), ("it",)),
    **dict.fromkeys(("summed",), ("up",)),
}
"""Verbs that speak only with the word that follows."""

EXPECTING = word_set("expects expect hopes")
"""Verbs by which people who look on tell what is to come; a company only plans by them."""

PUTTING = word_set("put puts")
"""Verbs that also give a figure: put the dead at 40."""

FOUND = word_set("found finds find discovered uncovered identified")
"""Verbs by which those speak who look into a thing: inspectors found only two exits."""

LOOKING_INTO = word_set(
    "inspectors investigators researchers scientists auditors team study report review inquiry",
    "audit survey analysis investigation examiners experts academics analysts commission",
    "committee panel watchdog regulator inspectorate ombudsman tribunal engineers researcher",
    "reviewers studies surveys scholars economists assessors monitors observers probe poll",
)
"""Those who look into things, by a word of what they are called."""

REMEMBERING = word_set("remembers remembered recalls recalled describes described admits admitted")
"""Verbs after which a form in -ing tells what is said: recalls seeing boxes."""

ASKING = word_set("questioned questions wondered wonders")
"""Verbs after which a question tells what is said: questioned why."""

EARNING = word_set("posted booked logged")
"""Verbs by which a company tells its results."""

OF_NEWSROOMS = word_set("understands learned learnt gathered")
"""Verbs by which an outlet tells what it has from somebody whom it does not name."""

TELLING_AT_LENGTH = word_set(
    "narrated recounted joked jokes quipped mused commented continued replied replies responded",
    "grumbled whispered fumed complained boasted",
)
"""Verbs of how somebody speaks that go on with "that" as well as with a quotation."""

SO_NAMED = word_set("called calls calling described describing hailed termed terms dubbed branded")
"""Verbs that say what somebody calls a thing: what he called a betrayal."""
