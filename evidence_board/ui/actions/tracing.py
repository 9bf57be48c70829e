"""Actions of Lineage: where a claim comes from, and what is done about it."""

from evidence_board.ui.actions.action import Action
from evidence_board.ui.situation import following, retracing, tracing, tried, trying
from evidence_board.ui.wording import QT_TRANSLATE_NOOP

TRACING: tuple[Action, ...] = (
    Action(
        "trace",
        QT_TRANSLATE_NOOP("Action", "Where it comes from"),
        ("Shift+O",),
        "network",
        following,
        "lineage origins independent chain",
    ),
    Action(
        "lineage_cite",
        QT_TRANSLATE_NOOP("Action", "Add a citation"),
        ("A",),
        "plus",
        retracing,
        "lineage rests on quotes relays source chain",
    ),
    Action(
        "lineage_cut",
        QT_TRANSLATE_NOOP("Action", "Cut the line"),
        ("X",),
        "scissors",
        retracing,
        "lineage citation chain remove",
    ),
    Action(
        "lineage_elsewhere",
        QT_TRANSLATE_NOOP("Action", "Lead the line elsewhere"),
        ("R",),
        "spline",
        retracing,
        "lineage citation chain re-route",
    ),
    Action(
        "lineage_upstream",
        QT_TRANSLATE_NOOP("Action", "Unknown source behind it"),
        ("Shift+U",),
        "circle-question-mark",
        retracing,
        "lineage placeholder upstream unknown",
    ),
    Action(
        "origins_merge",
        QT_TRANSLATE_NOOP("Action", "Count as one origin"),
        ("Shift+M",),
        "git-merge",
        retracing,
        "lineage group same government merge",
    ),
    Action(
        "origins_part",
        QT_TRANSLATE_NOOP("Action", "Count apart again"),
        ("Shift+P",),
        "split",
        retracing,
        "lineage group take apart ungroup",
    ),
    Action(
        "fold_relays",
        QT_TRANSLATE_NOOP("Action", "Fold relays"),
        ("Shift+R",),
        "list-tree",
        tracing,
        "lineage hide cited only",
    ),
    Action(
        "fold_origins",
        QT_TRANSLATE_NOOP("Action", "Fold the group of origins"),
        ("Shift+G",),
        "",
        tracing,
        "lineage group",
    ),
    Action(
        "what_if",
        QT_TRANSLATE_NOOP("Action", "What if this were gone"),
        ("Q",),
        "volume-off",
        trying,
        "mute source origin group link sensitivity",
    ),
    Action(
        "end_what_if",
        QT_TRANSLATE_NOOP("Action", "End what-if"),
        ("Shift+Q",),
        "x",
        tried,
        "unmute all back",
    ),
)
