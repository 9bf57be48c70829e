"""Page furniture: lines that a web page puts around an article and that say nothing about it."""

import re

from evidence_board.ingest.vocabulary import SECTIONS

_LONGEST = 250
_WHOLE_LINES = re.compile(
    r"""
    (?:connect\ with|follow|contact|about|support|join)\ us\b.*
    | (?:share|tweet|save|print|e-?mail|copy\ link|facebook|twitter|x|whatsapp|telegram|reddit
        |linkedin|pinterest|flipboard|bluesky|threads|instagram|youtube)
        (?:\ (?:this|on|via|to|story|article|page|link)\b.*)?
    | (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)[\ -]min(?:ute)?s?(?:\ read)?
    | (?:reading|read)\ time\b.*
    | (?:leave|post|write|add|view|show|see|join)\ (?:a|your|the|all)?\ ?
        (?:comments?|reply|discussion|conversation)\b.*
    | (?:\d+|no)\ (?:comments?|shares?|views?|likes?) | comments?(?:\ ?\(?\d+\)?)?
    | (?:read|see|continue|learn|find\ out)\ (?:more|also|next|on|reading)\b.*
    | (?:also\ read|read\ the\ (?:full|original|whole)|more\ (?:on|from|stories|news)\b).*
    | (?:related|recommended|trending|popular|suggested)
        (?:\ (?:now|stories|articles?|posts?|news|content|topics?|reads?|videos?|for\ you
            |on\ .*))?:?
    | (?:most|editor.?s.?)\ (?:read|popular|viewed|shared|picks?)\b.*
    | (?:you\ m(?:ay|ight)\ also\ like|don.?t\ miss|what\ to\ read\ next)\b.*
    | (?:advertisement|advertising|sponsored|promoted|ad)(?:\ content)?
    | (?:subscribe|sign\ (?:in|up|out)|log\ ?(?:in|out)|register|donate|get\ our
        |download\ (?:our|the)|newsletter|click\ (?:here|to)|tap\ (?:here|to)|accept
        \ (?:all|cookies)|cookies?\ |skip\ to|we\ use\ cookies|manage\ (?:my|your))\b.*
    | (?:menu|home|home\ ?page|search|close|back|back\ to\ top|next|previous|loading|more|top)
    | (?:live|breaking|latest|top|just\ in|developing)(?:\ (?:news|updates?|stories|headlines?))?
    | (?:tags?|topics?|categor(?:y|ies)|section)(?:\s*:.*)?
    | (?:filed\ under|in\ this\ (?:article|story))\b.*
    | (?:published|posted|updated|last\ updated|on|by|author|date)\s*:?
    | .*\ball\ rights\ reserved\b.*
    | (?:copyright\b|©|\(c\)\s*\d{4}).*
    | (?:photo|image|picture|illustration|video|file\ photo|credit|caption|watch|listen)\w*\s*:.*
    | (?:photo|image|picture|illustration|video|file\ photo)\w*\ (?:by|credit|courtesy|via)\b.*
    | https?://\S+ | www\.\S+ | \S+@\S+
    | [\W\d_]*
    """,
    re.IGNORECASE | re.VERBOSE,
)


def is_furniture(line: str) -> bool:
    """Whether a line is a button, a teaser, a counter, a caption, or names only a section."""
    line = line.strip()
    return len(line) <= _LONGEST and (bool(_WHOLE_LINES.fullmatch(line)) or is_section(line))


def is_section(words: str) -> bool:
    """Whether these words name a section: Politics, World news, US & Canada is not one."""
    parts = re.findall(r"\w+", words.casefold())
    return bool(parts) and SECTIONS.issuperset(parts)
