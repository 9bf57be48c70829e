"""Words by which lines around an article are told apart from its own."""


def word_set(*lines: str) -> frozenset[str]:
    """Return the words in lines of them."""
    return frozenset(" ".join(lines).split())


SECTIONS = word_set(
    "africa america americas analysis arts asia australia business climate comment crime culture",
    "defence defense economy education elections energy entertainment environment europe",
    "exclusive explainer fashion features finance food foreign health home international interview",
    "investigation life lifestyle live local markets media money music national news obituaries",
    "obituary opinion politics region regional science security society special sport sports tech",
    "technology travel uk us usa video weather war world and",
)
"""What the names of the sections of a newspaper are made of."""

NAME_PARTICLES = word_set(
    "al bin da das de del della den der di dos du el ibn la le of ten ter van von y zu"
)
"""Small words inside the names of people."""

NEVER_NAMES = word_set(
    "agencies agency analyst board bureau column columnist contributor correspondent",
    "correspondents court day default design desk director edition editor editorial editors",
    "election email invitation journalist law month my network news newsroom night online order",
    "our photographer popular producer reporter reporters request reuters service special staff",
    "team the this time today tomorrow tonight web week weekend wire wires writer writers year",
    "yesterday january february july september october november december monday tuesday wednesday",
    "thursday friday saturday sunday",
)
"""What follows "by" without being part of the name of a person."""

SMALL_WORDS = word_set(
    "a an and are as at but for if in is it its of on or than that the to was were will"
)
"""What a name that signs an article does not hold."""

AGENCIES = frozenset(
    (
        "afp",
        "agence france-presse",
        "alamy",
        "anadolu agency",
        "ani",
        "ap",
        "apa",
        "associated press",
        "bloomberg",
        "dpa",
        "efe",
        "epa",
        "epa-efe",
        "getty",
        "getty images",
        "ians",
        "interfax",
        "istock",
        "kyodo",
        "kyodo news",
        "nurphoto",
        "pa",
        "pa media",
        "press association",
        "pti",
        "reuters",
        "shutterstock",
        "tass",
        "the associated press",
        "ukrinform",
        "united press international",
        "upi",
        "xinhua",
        "yonhap",
        "yonhap news",
        "yonhap news agency",
        "zuma",
    )
)
"""Whose words or pictures others print: named in a page, they are not its publisher."""

AHEAD = word_set("be will would shall should may might could can to is are")
"""What stands before a verb that tells of something to come, or of no time."""

PLANNED = word_set("expected planned scheduled slated needed required supposed timed")
"""Verbs of which the past form tells of something to come."""
