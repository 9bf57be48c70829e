"""The ends of streams in a PDF, told apart from the data before them.

Typst ends each stream with LF, so data that happens to end with CR looks as if it ended with
CR LF, and a validator counts one byte less than /Length says (ISO 19005-3, 6.1.7.1).
"""

import re

_HEAD = re.compile(
    rb"\d+ 0 obj\n<<(?:(?!stream).)*?/Length (\d+)(?:(?!stream).)*?>>\nstream\n", re.S
)


def clear_endings(made: bytes) -> bytes:
    """Return the PDF with CR LF after data that ends with CR.

    The byte is taken from the line end before the word stream, which needs none, so that no
    object moves.
    """
    pieces: list[bytes] = []
    done = 0
    while head := _HEAD.search(made, done):
        end = head.end() + int(head[1])
        if made[end - 1 : end + 1] == b"\r\n":
            pieces += [made[done : head.end() - len(b"\nstream\n")], b"stream\n"]
            pieces += [made[head.end() : end], b"\r"]
        else:
            pieces.append(made[done:end])
        done = end
    return b"".join([*pieces, made[done:]])
