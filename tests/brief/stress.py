"""A large case in seven scripts: long titles, many sources and claims; nothing of it is so."""

from itertools import cycle, islice
from typing import get_args

from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Link
from evidence_board.model.link_types import LinkKind
from evidence_board.model.note import Note
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.model.scales import Credibility, Reliability
from evidence_board.model.source import Source
from tests.brief.harbour import Held

SENTENCES = (
    "The lock at the northern quay stayed shut for eleven days in a row.",
    "Шлюз у северного причала стоял закрытым одиннадцать дней подряд.",
    "Η υδατοφράκτης στη βόρεια αποβάθρα έμεινε κλειστή έντεκα ημέρες.",
    "بقي الهويس عند الرصيف الشمالي مغلقا أحد عشر يوما متتاليا.",
    "הסכר ברציף הצפוני נשאר סגור אחד עשר ימים ברציפות.",
    "북쪽 부두의 수문은 열하루 동안 잇따라 닫혀 있었다.",
    "北码头的水闸连续关闭了十一天。",
)
"""One sentence in seven scripts, written for this."""

NAMES = (
    "Lock Keepers’ Weekly",
    "Вестник шлюза",
    "Νέα του λιμανιού",
    "صحيفة المرفأ",
    "עיתון הנמל",
    "부두 신문",
    "码头日报",
)
LETTERS: tuple[Reliability, ...] = get_args(Reliability)
DIGITS: tuple[Credibility, ...] = get_args(Credibility)
LONG = (
    "What the lock keepers of the northern quay wrote in their day books between the first high "
    "water of spring and the last barge of autumn, as read by three offices that never met"
)


def stress(sources: int = 200, claims: int = 500, boards: int = 4) -> Held:
    """Return a case with so many sources, claims and boards."""
    records: list[Record] = [
        ProjectRecord(
            id="project",
            title=f"{LONG}: {NAMES[1]}, {NAMES[3]}, {NAMES[5]}",
            question=f"{SENTENCES[0]} Why? {SENTENCES[4]} 😀",
            author="Quay desk",
            cut_off="2025-09-30",
            distribution="Quay board",
        )
    ]
    records += _sources(sources)
    records += _claims(claims, sources)
    records += _boards(boards, claims)
    return Held(*records)


def _sources(count: int) -> list[Record]:
    found: list[Record] = []
    for number, name in enumerate(islice(cycle(NAMES), count), 1):
        sha = f"{number:064x}"
        title = LONG if number % 9 == 0 else f"{name} {number}"
        found += [
            Source(
                id=f"s{number}", number=number, publisher=f"{name} {number}", title=title,
                published=f"2025-{number % 12 + 1:02}", reliability=LETTERS[number % 6],
                access="It has a window to the quay." if number % 5 == 0 else "",
            ),
            Capture(
                id=f"k{number}", source=f"s{number}", file_name=f"day-book-{number}.txt",
                size=1_000 + number, sha256=sha, media_type="text/plain",
                captured_at="2025-10-01T09:00:00Z", text_sha256=sha[::-1], text_length=900,
                text_method="plain text, UTF-8",
            ),
        ]  # fmt: skip
    return found


def _claims(count: int, sources: int) -> list[Record]:
    found: list[Record] = []
    for number, text in enumerate(islice(cycle(SENTENCES), count), 1):
        key = number <= 5
        words = SENTENCES[number % 7]
        source = f"s{number % sources + 1}"
        more = f" {LONG}." if number % 11 == 0 else ""
        found.append(
            Claim(
                id=f"c{number}", number=number, text=f"{text}{more} ({number})",
                kind="judgement" if key else "reported", rank=float(number) if key else None,
                likelihood="likely" if key else None,
                likelihood_range=(55, 80) if key else None,
                confidence="moderate" if key else None,
                reason=SENTENCES[(number + 2) % 7] if key else "",
                credibility=None if key else DIGITS[number % 6],
            )
        )  # fmt: skip
        found.append(
            Excerpt(
                id=f"x{number}", number=number, source=source, capture=f"k{number % sources + 1}",
                start=number, end=number + len(words), exact=words,
            )
        )  # fmt: skip
        found.append(
            Assertion(
                id=f"a{number}", claim=f"c{number}", excerpt=f"x{number}", source=source,
                chain=(source,), mode="paraphrase", factuality="CT+",
            )
        )  # fmt: skip
        if not key:
            kind: LinkKind = "contradicts" if number % 17 == 0 else "supports"
            found.append(
                Link(
                    id=f"l{number}", from_id=f"c{number}", to_id=f"c{number % 5 + 1}", type=kind,
                    reason=SENTENCES[(number + 1) % 7],
                )
            )  # fmt: skip
    found.append(Note(id="n1", number=1, kind="gap", text=SENTENCES[3], about="c1"))
    return found


def _boards(count: int, claims: int) -> list[Record]:
    found: list[Record] = []
    for place in range(count):
        board = f"b{place}"
        found.append(Board(id=board, title=f"{NAMES[place % 7]}, part {place + 1}", rank=place))
        found.append(
            Frame(id=f"f{place}", board=board, title=LONG, x=-20, y=-30, width=1_500, height=700)
        )
        for number in range(18):
            claim = (place * 18 + number) % claims + 1
            left, top = number % 6 * 245, number // 6 * 220
            found.append(
                Card(id=f"d{place}-{number}", board=board, record=f"c{claim}", x=left, y=top)
            )
    return found
