"""From the start of the program to its first painted window, against a bare window of the same library."""

from pathlib import Path

from desktop.cli.bench.places import found, stopwatch
from desktop.cli.bench.report import Bound, Row, Run, Words
from desktop.cli.session import Session

FACES = (("office", "办公室", "office"), ("host", "高管手记", "host"), ("kiosk", "签到台", "kiosk"))
TIMES = 7
MOST = 1.5


def measure(session: Session, folder: Path, times: int = TIMES) -> tuple[Row, ...]:
    """Start each window and the bare one in turns, as processes; milliseconds."""
    data = folder / "office.db"
    found(data, keyed=False).close()
    rounds: dict[str, list[Run]] = {face: [] for face, _, _ in FACES}
    # The first start of all reads everything from the disk.
    _started("bare")
    for number in range(1, times + 1):
        session.progress(f"启动：第 {number}/{times} 次", f"start: {number} of {times}")
        bare = _started("bare")
        for face in rounds:
            rounds[face].append(Run(_started("window", "--data", str(data), "--face", face), bare))
    bare_window = Words("一个空的 PySide6 窗口", "a bare PySide6 window")
    return tuple(
        Row(
            "start", Words(f"到第一次显示，{zh}", f"to first paint, {en}"), "ms", bare_window, tuple(rounds[face]),
            Bound(MOST),
        )
        for face, zh, en in FACES
    )  # fmt: skip


def _started(*words: str) -> float:
    said, began_ns = stopwatch(*words)
    return float(said["painted"] - began_ns) / 1e6
