"""The style sheet of a brief as HTML, in the colours of the design tokens: light, dark, print."""

from collections.abc import Iterable

from evidence_board.typeset.plain import Json
from evidence_board.typeset.tokens import token

_COLOURS = {
    "ink": "text.primary",
    "soft": "text.secondary",
    "pale": "text.tertiary",
    "to": "text.link",
    "page": "surface.panel",
    "sunken": "surface.sunken",
    "rule": "border.default",
    "hair": "border.subtle",
    "claim": "kind.claim",
    "warn": "status.error.text",
}
_STATES = ("zero", "one", "many", "range", "circular")

_RULES = """
*{box-sizing:border-box}
html{font:16px/1.55 "IBM Plex Serif",Georgia,"Noto Serif",serif;color:var(--ink);
background:var(--page);-webkit-text-size-adjust:100%}
body{margin:0}
main,.foot p{max-width:60rem;margin:0 auto;padding:0 1.5rem}
h1,h2,h3,table,.quiet,dl,nav,.head,.foot,figcaption{
font-family:"IBM Plex Sans","Noto Sans",system-ui,sans-serif}
h1{font-size:1.5rem;line-height:1.25;margin:3rem 0 .75rem;overflow-wrap:anywhere;text-wrap:balance}
h1.title{font-size:2.2rem;margin-top:.5rem}
h2{font-size:1.15rem;line-height:1.3;margin:2rem 0 .5rem;overflow-wrap:anywhere}
h3{font-size:1rem;margin:1.25rem 0 .4rem}
h1,h2,h3,caption{break-after:avoid}
p{margin:.5rem 0;overflow-wrap:anywhere}
.lead{font-size:1.12rem}
.quiet{color:var(--soft);font-size:.86rem}
.answer{background:var(--sunken);border-inline-start:.25rem solid var(--claim);margin:0;
padding:.5rem 1rem}
.answer+.answer{font:.9rem/1.5 "IBM Plex Sans",system-ui,sans-serif;color:var(--soft);
padding-bottom:.8rem}
.head,.foot{position:sticky;background:var(--page);display:flex;gap:1rem;align-items:center;
justify-content:space-between;padding:.5rem 1.5rem;font-size:.8rem;color:var(--soft);z-index:1}
.head{top:0;border-bottom:1px solid var(--hair)}
.foot{bottom:0;border-top:1px solid var(--hair);margin-top:3rem}
.head span,.foot span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.tlp{background:#000;font-weight:600;font-size:1rem;padding:.15rem .5rem;border-radius:.1rem;
white-space:nowrap;flex:none;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.head .tlp,.foot .tlp{overflow:visible}
.handling{text-align:end;font-size:.8rem;color:var(--soft)}
nav{font-size:.86rem;border-block:1px solid var(--hair);margin:1.5rem 0;padding:.5rem 0}
nav ol{columns:3 14rem;margin:0;padding-inline-start:1.2rem}
a{color:var(--to);text-underline-offset:.15em;text-decoration-thickness:1px}
:target{scroll-margin-top:3.5rem;background:var(--sunken)}
dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.3rem 1.2rem;
font-size:.9rem}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.86rem;line-height:1.4;table-layout:fixed;
border-block:1.5px solid var(--ink);margin:.75rem 0 1rem}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th{color:var(--soft);font-weight:600;text-align:start;vertical-align:bottom;padding:.4rem;
border-bottom:1px solid var(--rule)}
td{vertical-align:top;padding:.4rem;border-bottom:1px solid var(--hair);overflow-wrap:anywhere}
tr{break-inside:avoid}
tbody tr:last-child td{border-bottom:1.5px solid var(--ink)}
td p{margin:0 0 .2rem}
bdi{white-space:pre-line}
q,.quoted{font-style:italic;quotes:none;font-family:"IBM Plex Serif",Georgia,serif}
code{font:.92em/1.4 "IBM Plex Mono",ui-monospace,monospace;overflow-wrap:anywhere}
.warning{color:var(--warn)}
.sign{height:.75em;width:auto;margin-inline-end:.35em;vertical-align:-.02em}
.badge{border:1px solid;border-radius:1em;padding:.05em .6em;white-space:nowrap;
font:500 .9em/1.4 "IBM Plex Sans",system-ui,sans-serif}
figure{margin:1rem 0 1.5rem;break-inside:avoid}
figure>svg{display:block;width:100%;height:auto;background:#fff;
font-family:"IBM Plex Sans","Noto Sans",system-ui,sans-serif}
figcaption{font-size:.86rem;color:var(--soft);margin-top:.4rem}
.legend{font:.8rem/1.6 "IBM Plex Sans",system-ui,sans-serif;color:var(--soft);
display:flex;flex-wrap:wrap;gap:0 1.2rem;margin-top:.4rem}
@media print{
html{font-size:10.5pt;color:#000;background:#fff}
@page{margin:14mm 18mm}
body{display:table;width:100%;table-layout:fixed}
main{display:table-row-group;max-width:none;padding:0}
.head{display:table-header-group}.foot{display:table-footer-group}
.head,.foot{position:static;border:0;background:none;break-inside:avoid}
.head span,.foot span{display:inline-block;padding:0 0 4mm}.foot span{padding:4mm 0 0}
.head .tlp,.foot .tlp{float:right;padding:.15rem .5rem}
nav{display:none}a{color:inherit;text-decoration:none}thead{display:table-header-group}
.wide{overflow:visible}}
@media (max-width:40rem){table{min-width:36rem}.head span:first-child{display:none}}
"""


def style(widths: Iterable[int], marking: str) -> str:
    """Return the style sheet.

    `widths` are the parts of whole widths that columns have, `marking` is the colour of the label.
    """
    light, dark = _variables("light"), _variables("dark")
    columns = "".join(f".w{width}{{width:{width}%}}" for width in sorted(set(widths)))
    states = "".join(
        f".{state}{{color:var(--{state}-t);background:var(--{state}-g);"
        f"border-color:var(--{state}-b)}}"
        for state in _STATES
    )
    return (
        f":root{{color-scheme:light dark;{light}}}"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
        f"{_RULES}{states}.zero,.range{{border-style:dashed}}{columns}"
        f".tlp{{color:{marking}}}"
    )


def _variables(scheme: str) -> str:
    found = {name: _colour(scheme, path) for name, path in _COLOURS.items()}
    for state in _STATES:
        for letter, part in (("t", "text"), ("g", "bg"), ("b", "border")):
            found[f"{state}-{letter}"] = _colour(scheme, f"origin.{state}.{part}")
    return "".join(f"--{name}:{value};" for name, value in found.items())


def _colour(scheme: str, path: str) -> Json:
    return token(f"color.{scheme}.{path}")
