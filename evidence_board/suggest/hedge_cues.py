"""The words by which a text hedges, by the cue classes of tradecraft, section 3."""

_AUX = r"(?:is|are|was|were|be|been|being)"
_SURE = r"(?:very |highly |most |more |less |quite |extremely |increasingly |fairly )?"
_TRUE = (
    r"(?:true|correct|accurate|right|confirmed|verified|proven?|proved|genuine|authentic|real"
    r"|substantiated|borne out|upheld)"
)
_NOT_YET = r"(?:not|n't) (?:yet |immediately |at all |entirely |always )?"
_CHECKED = r"(?:verif(?:y|ied)|confirm(?:ed)?|corroborated?|authenticated?|established?)"

CUES: tuple[tuple[str, str], ...] = (
    (
        "conditional",
        rf"if (?:(?!if )[\w’'-]+ ){{1,8}}?(?:is|are|was|were|prove|proves|turns? out) "
        rf"(?:to be |found to be )?{_TRUE}",
    ),
    (
        "conditional",
        rf"if (?:{_TRUE}|convicted|found guilty|approved|passed|adopted|ratified|enacted"
        r"|elected)",
    ),
    ("conditional", r"(?:assuming|provided) (?:that |the )"),
    (
        "unknown",
        rf"(?:could|can|cannot|{_AUX}|has|have|had)(?: ?not|n['’]t) (?:yet )?(?:been )?"
        rf"(?:be )?(?:been )?(?:independently |immediately |yet )*(?:be )?{_CHECKED}",
    ),
    ("unknown", rf"{_AUX} unable to (?:independently )?{_CHECKED}"),
    (
        "unknown",
        r"(?:cannot|can['’]t|could not|couldn['’]t|unable to) (?:be )?(?:\w+ly |yet )?"
        r"(?:determined?|tell|establish(?:ed)?|ascertain(?:ed)?|be (?:sure|certain)|confirm)",
    ),
    ("unknown", r"unable to (?:independently )?(?:verify|confirm)"),
    (
        "unknown",
        r"(?:has|have|had)(?: ?not|n['’]t)(?: yet)? been able to (?:independently )?"
        r"(?:verify|confirm|establish|determine|ascertain|reach)",
    ),
    (
        "unknown",
        rf"(?:{_AUX}|remains?|remained)(?:n['’]t| {_NOT_YET}| )"
        r"(?:immediately |yet |still |as yet |entirely |exactly )*"
        r"(?:unclear|not clear|unknown|not known|uncertain|unconfirmed)",
    ),
    (
        "unknown",
        rf"{_NOT_YET}(?:been )?(?:immediately |yet |entirely )?(?:clear|known|certain)"
        r"(?= (?:whether|if|how|what|why|who|when|where|which|exactly)|[.,;])",
    ),
    (
        "unknown",
        r"(?:unclear|unknown|unconfirmed|unverified|undetermined|uncorroborated|unexplained)",
    ),
    (
        "unknown",
        r"(?:impossible|difficult|hard|not possible|too early|too soon) to (?:conclusively |"
        r"independently )?(?:identify|determine|verify|prove|confirm|tell|say|know|establish"
        r"|assess|ascertain|be sure|be certain)",
    ),
    ("unknown", r"remains? to be seen"),
    ("unknown", rf"yet to be (?:\w+ly )?(?:{_CHECKED}|determined|identified|ascertained|proven)"),
    ("unknown", r"could be independently (?:verified|confirmed)"),
    ("unknown", r"(?:no way of knowing|nobody knows|no one knows|open question)"),
    ("PS", r"(?:cannot|can['’]t|could not|couldn['’]t|can not)(?: be)? rule[d]? out"),
    ("hearsay", rf"{_AUX} (?:widely |also |commonly )?(?:said|rumou?red|reported|understood) to"),
    ("hearsay", r"(?:it is|it was) (?:widely )?(?:said|rumou?red|understood)(?= that)"),
    (
        "PR",
        r"it (?:is|was) (?:widely |now )?(?:thought|believed|assumed)"
        r"(?= (?:an?|the|he|she|they|his|her|no|some|there)\b)",
    ),
    ("hearsay", r"it (?:is|was) understood(?= (?:an?|the|he|she|they|his|her|no|some|there)\b)"),
    ("hearsay", r"(?:said to (?=be |have )|rumou?red|rumou?rs?|word has it|the word is)"),
    ("attributive", r"(?:allegedly|reportedly|purportedly|supposedly|ostensibly|so it is claimed)"),
    ("attributive", r"(?:alleged|alleges|alleging|purported)"),
    ("attributive", r"(?:claims|claimed|claim|claiming)"),
    ("PR", rf"{_SURE}(?:un)?likely"),
    ("PR", rf"{_SURE}(?:im)?probable"),
    ("PR", r"(?:very )?probably|(?:almost|nearly|virtually) certain(?:ly)?|in all likelihood"),
    ("PR", r"(?:presumably|apparently|seemingly|evidently|doubtful|doubtless)"),
    (
        "PR",
        r"(?:appears?|appeared|appearing) (?:to|that|as if|as though|set|ready|certain|unable)"
        r"|it (?:now |also )?appears?|there appears? to",
    ),
    ("PR", r"(?:seems?|seemed|seemingly)"),
    ("PR", r"(?:suggests?|suggested|suggesting|indicates?|indicated|indicating)"),
    (
        "PR",
        rf"{_AUX} (?:\w+ly |also |still |now )?(?:believed|thought|expected|presumed|assumed"
        r"|considered likely|estimated)(?= to| that)",
    ),
    ("PR", r"(?:believed|thought) to (?=be |have )"),
    ("PR", r"(?:believes?|believed)(?! in\b)|(?:presumed|assumes?|assumed)"),
    ("PR", r"(?:expects?|expected|expecting)"),
    ("PR", r"(?:reckons?|reckoned)(?! (?:with|without|on)\b)"),
    ("PR", r"thinks?(?! (?:tanks?|about|of|so|again|twice|ahead|like|it (?:un)?likely)\b)(?= \w)"),
    ("PS", r"(?:perhaps|maybe|possibly|potentially|conceivabl[ye]|arguably|plausibl[ye])"),
    ("PS", r"(?:may|might|could)(?: (?:well|possibly|potentially|yet|also)(?= ))?"),
    ("PS", r"(?:possible|possibility|possibilities)"),
    (
        "PS",
        r"(?:has|have|had) the potential|potential"
        r"(?! (?:buyer|bidder|customer|suitor|partner|investor|client|candidate|recruit|donor"
        r"|supplier|voter|employer|user|juror|lender|tenant)s?\b)",
    ),
    ("PS", rf"suspected(?: of)?|suspects?|{_AUX} feared|feared"),
    ("PS", r"(?:speculated|speculates?|speculation)"),
    (
        "approximator",
        r"(?:about|around|approximately|approx\.|roughly|nearly|almost|some|circa"
        r"|close to|just under|just over|an estimated|estimated)"
        r"(?= (?:[£$€₦₹₱]|US\$|Rs\.? ?)?(?:\d|two |three |four |five |six |seven |eight "
        r"|nine |ten |eleven |twelve |fifteen |twenty|thirty|forty|fifty|sixty|seventy"
        r"|eighty|ninety|a hundred|one hundred|a thousand|a million|a dozen|half ))",
    ),
    ("approximator", r"(?<=\d )or so|(?<=\w )or thereabouts"),
)
"""Each class with a pattern; of those that fit at a place, the first counts."""
