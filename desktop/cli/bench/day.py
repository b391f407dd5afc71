"""A whole day of scans at one kiosk window: does it slow down, does it grow?"""

import json
from pathlib import Path
from statistics import median

from desktop.cli.bench.kiosk import make_door
from desktop.cli.bench.places import PASSPHRASE, stopwatch
from desktop.cli.bench.report import Bound, Row, Run, Words
from desktop.cli.session import Session

CLIENTS, SCANS, PART = 20_000, 20_000, 1_000
# What the clock of a busy machine shows of one and the same work, and what a process may still take for its caches.
MOST_SLOWER, MOST_LARGER = 1.25, 1.15


def measure(
    session: Session, folder: Path, clients: int = CLIENTS, scans: int = SCANS, part: int = PART
) -> tuple[Row, ...]:
    """Each client twice, one behind the other; the last `part` scans against the first, and the memory at the end."""
    session.progress(f"一整天：准备 {clients:,} 位客户的数据库", f"day: making a database of {clients:,} clients")
    data = folder / "door.db"
    event, codes = make_door(data, clients)
    shown = folder / "codes.json"
    shown.write_text(json.dumps(codes[: scans // 2]), encoding="ascii")
    session.progress(f"一整天：{scans:,} 次扫码", f"day: {scans:,} scans")
    said, _ = stopwatch("day", str(data), PASSPHRASE, event, str(shown))
    times, memory = said["scans_ms"], said["memory_mb"]
    first, last = median(times[:part]), median(times[-part:])
    work = Words(f"{scans:,} 次扫码中的最后 {part:,} 次，p50", f"the last {part:,} of {scans:,} scans, p50")
    of = Words(f"最初 {part:,} 次", f"the first {part:,}")
    rows = [Row("day", work, "ms", of, (Run(last, first),), Bound(MOST_SLOWER), (1, Words("次", "scans")))]
    if memory:
        held = Words(f"{scans:,} 次扫码后的内存（页缓存 2 MB）", f"memory after {scans:,} scans (page cache 2 MB)")
        rows.append(Row("day", held, "MB", of, (Run(memory[-1], memory[0]),), Bound(MOST_LARGER)))
    return tuple(rows)
