"""Actions of the reader: what is made of selected words, and the ways between words and cards."""

from evidence_board.ui.actions.action import Action
from evidence_board.ui.situation import following, marking, reading, with_project
from evidence_board.ui.wording import QT_TRANSLATE_NOOP

READING: tuple[Action, ...] = (
    Action(
        "words_claim",
        QT_TRANSLATE_NOOP("Action", "Claim from the words"),
        ("C",),
        "scale",
        marking,
        "mark select reader make",
    ),
    Action(
        "words_excerpt",
        QT_TRANSLATE_NOOP("Action", "Keep the words as an excerpt"),
        ("E",),
        "quote",
        marking,
        "mark select reader quotation",
    ),
    Action(
        "words_attach",
        QT_TRANSLATE_NOOP("Action", "Add the words to the selected claim"),
        ("Shift+C",),
        "link",
        marking,
        "mark assertion further reader",
    ),
    Action(
        "next_excerpt",
        QT_TRANSLATE_NOOP("Action", "Next excerpt"),
        ("Alt+Down",),
        "chevron-down",
        reading,
        "walk words",
    ),
    Action(
        "previous_excerpt",
        QT_TRANSLATE_NOOP("Action", "Previous excerpt"),
        ("Alt+Up",),
        "chevron-up",
        reading,
        "walk words former",
    ),
    Action(
        "list_excerpts",
        QT_TRANSLATE_NOOP("Action", "Excerpts of this text"),
        ("O",),
        "list",
        reading,
        "outline overview orphaned",
    ),
    Action(
        "next_hint",
        QT_TRANSLATE_NOOP("Action", "Next hint"),
        ("S",),
        "lightbulb",
        reading,
        "suggestion attribution hedge figure date",
    ),
    Action(
        "previous_hint",
        QT_TRANSLATE_NOOP("Action", "Previous hint"),
        ("Shift+S",),
        "lightbulb",
        reading,
        "suggestion former",
    ),
    Action(
        "shared_passages",
        QT_TRANSLATE_NOOP("Action", "Shared passages"),
        icon="equal",
        when=with_project,
        keywords="reuse copy same words reprint",
    ),
    Action(
        "jump",
        QT_TRANSLATE_NOOP("Action", "From card to words and back"),
        ("G",),
        "text-quote",
        following,
        "jump source excerpt read board",
    ),
)
