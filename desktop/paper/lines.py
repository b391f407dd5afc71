"""Breaking text into lines by the Chinese rules (避头尾).

No line begins with a closing mark, none ends with an opening one, Latin words and numbers stay whole unless
they are longer than the line, and spaces at a break vanish.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

_NEVER_FIRST = frozenset("，。、；：？！…—～·‧•．％‰℃°）〕】》〉」』〗〙｝］”’,.;:?!%)]}»›ー々〻゠–")  # noqa: RUF001
_NEVER_LAST = frozenset("（〔【《〈「『〖〘｛［“‘([{«‹￥$¥€£№")  # noqa: RUF001
_PARAGRAPHS = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")

Widths = Callable[[str], Sequence[float]]


def paragraphs(text: str) -> tuple[str, ...]:
    """Split at line ends; several empty lines count as one, none is kept at either end."""
    kept: list[str] = []
    for piece in _PARAGRAPHS.split(text):
        if piece.strip() or (kept and kept[-1]):
            kept.append(piece.strip())
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


def break_lines(text: str, widths: Sequence[float], room: float) -> tuple[str, ...]:
    """Return the lines of one paragraph; `widths` are those of its characters, in the unit of `room`."""
    return tuple(text[start:end] for start, end in break_spans(text, widths, room))


def break_spans(text: str, widths: Sequence[float], room: float) -> tuple[tuple[int, int], ...]:
    """Return the lines as (start, end) of the paragraph, spaces at the breaks left out."""
    reach = list(accumulate(widths))
    spans: list[tuple[int, int]] = []
    start, length = 0, len(text)
    while start < length:
        before = reach[start - 1] if start else 0.0
        # The small allowance keeps a line that fits exactly from breaking by a rounding error.
        limit = max(start + 1, bisect_right(reach, before + room + 0.001, start))
        end = limit if limit == length else _break_at(text, start, limit)
        spans.append((start, start + len(text[start:end].rstrip())))
        start = end
        while start < length and text[start] == " ":
            start += 1
    return tuple(spans)


def _break_at(text: str, start: int, limit: int) -> int:
    """Return where the line ends: at `limit`, or before it at the last place that the rules allow."""
    if text[limit] == " ":
        return limit
    for allowed in (_may_break, _marks_allow):
        for end in range(limit, start, -1):
            if allowed(text[end - 1], text[end]):
                return end
    return limit


def _may_break(last: str, first: str) -> bool:
    return _marks_allow(last, first) and not (_in_word(last) and _in_word(first))


def _marks_allow(last: str, first: str) -> bool:
    return first not in _NEVER_FIRST and last not in _NEVER_LAST and first != " "


def _in_word(char: str) -> bool:
    return "!" <= char <= "~" or "\u00a1" <= char <= "\u1fff"
