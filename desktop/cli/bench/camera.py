"""A camera's frame through the kiosk's path, against the reader of codes alone on the same bytes."""

from pathlib import Path

from desktop.cli.bench.places import stopwatch
from desktop.cli.bench.report import RUNS, Bound, Row, Run, Words, percentile
from desktop.cli.session import Session

FRAMES, MOST = 120, 1.2
# The same work again and again: what is slower than this share was disturbed by other programs.
QUIET = 0.1
KINDS = {"with": ("有码的", "with"), "without": ("没有码的", "without")}


def measure(session: Session, _folder: Path, frames: int = FRAMES, runs: int = RUNS) -> tuple[Row, ...]:
    """Milliseconds a frame of 1280 x 720; no lines where the camera's part is not installed."""
    rounds = []
    for number in range(1, runs + 1):
        session.progress(f"摄像头：第 {number}/{runs} 轮", f"camera: run {number} of {runs}")
        said, _ = stopwatch("camera", str(frames))
        rounds.append(said)
    if not all(rounds):
        session.progress("没有安装摄像头部件", "the part for cameras is not installed")
        return ()
    alone = Words("只用读码库读同样的亮度数据", "the reader alone on the same luminance bytes")
    rows = []
    for kind, (zh, en) in KINDS.items():
        found = [one[kind] for one in rounds]
        times = tuple(Run(percentile(one["ours_ms"], QUIET), percentile(one["alone_ms"], QUIET)) for one in found)
        work = Words(f"{zh} 720p 画面", f"a 720p frame {en} a code")
        rows.append(Row("camera", work, "ms", alone, times, Bound(MOST), (1, Words("帧", "frames"))))
    return tuple(rows)
