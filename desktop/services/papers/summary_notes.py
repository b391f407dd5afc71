"""The last pages of the summary: which rules stood in the way, and what is to be known about the data."""

from collections import Counter
from collections.abc import Sequence

from db import check_ins, doubles, history, packages, written
from db.store import Reader
from desktop.paper.content import Note
from desktop.rules.codes import label
from desktop.services.events.closing import ClosingLine


def rule_gaps(reader: Reader, event: str) -> tuple[str, ...]:
    """One sentence for each kind of rule that stood in the way, the most frequent first."""
    counted: dict[str, list[str]] = {}
    for reason, _solvable, _number, words in written.rule_gaps(reader, event):
        counted.setdefault(reason, []).append(words)
    ordered = sorted(counted.items(), key=lambda gap: (-len(gap[1]), gap[0]))
    return tuple(_gap(reason, words) for reason, words in ordered)


def notes(reader: Reader, event: str, left: Sequence[ClosingLine], void: int) -> tuple[Note, ...]:
    """Scans, doubles, disagreements, devices, the closing list; `void` concerns were not counted anywhere."""
    shown = check_ins.outcomes(reader, event)
    outcomes = "，".join(f"{_outcome(code)} {count}" for code, count in shown.items())
    twice = doubles.let_in_twice(reader, event)
    conflicts = history.conflicts(reader)
    uncounted = (Note("作废", f"{void} 件诉求记错后作废，未计入"),) if void else ()
    return (
        *uncounted,
        Note("扫码结果", outcomes or "没有"),
        Note("重复放行", f"{len(twice)} 位，见各签到台时间" if twice else "没有"),
        Note("数据核对", f"{len(conflicts)} 处两台设备不一致，待核对" if conflicts else "各设备数据一致"),
        Note("设备", f"{packages.writers(reader)} 台设备的记录已合并"),
        Note("收场清单", _closing(left)),
    )


def _closing(left: Sequence[ClosingLine]) -> str:
    """What is still open, and in whose words it may stay so."""
    without = sum(one.reason is None for one in left)
    if without:
        return f"还有 {without} 项没有办完，也没有写明原因，因此这是初稿"
    counted = Counter(one.reason.text for one in left if one.reason)
    told = "；".join(f"{text}（{count} 项）" if count > 1 else text for text, count in counted.items())
    return f"{len(left)} 项写明了原因：{told}" if left else "全部办完"


def _outcome(code: str) -> str:
    return label("check_in_means" if code == "walk_in" else "outcome", code, "zh")


def _gap(reason: str, words: list[str]) -> str:
    told = "；".join(dict.fromkeys(one.strip().rstrip("。") for one in words if one.strip()))
    named = label("rule_gap", reason, "zh") if reason else "未归类"
    return f"{named}（{len(words)} 件）" + (f"：{told}。" if told else "。")
