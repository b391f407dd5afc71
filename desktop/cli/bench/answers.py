"""Finding an agreed answer by two characters and more, against LIKE over the same rows."""

import random
import time
from pathlib import Path

from db.records import StandardAnswer
from db.store import Store
from desktop.cli.bench.places import found
from desktop.cli.bench.report import RUNS, Bound, Row, Run, Words, percentile, timed
from desktop.cli.session import Session
from desktop.services.answers import finding
from desktop.services.answers.finding import Library
from desktop.services.registry import administrator

ANSWERS, TYPED, SEED = 2_000, 60, 1
LONGEST_MS = 100.0
MS = 1_000
ABOUT = (
    "漏水", "渗水", "空鼓", "裂缝", "门窗", "玻璃", "排水", "地暖", "燃气", "跳闸", "电梯", "噪音", "绿化", "车位",
    "门禁", "物业费", "房产证", "交付", "延期", "面积", "公摊", "贷款", "学区", "装修", "保修",
)  # fmt: skip
ASKED = ("多久来修", "由谁负责", "什么时候能办", "怎么算合格", "能不能换", "在哪里登记")
TOLD = "我们今天登记，明天到现场查看；看到的情况和下一步，三个工作日内书面答复您。"
LIKE = """
    SELECT id, question, words FROM standard_answer
    WHERE (question LIKE :like OR keywords LIKE :like OR words LIKE :like) AND approved_at IS NOT NULL
      AND withdrawn_at IS NULL AND deleted = 0
    ORDER BY question LIKE :first DESC, (question LIKE :like OR keywords LIKE :like) DESC, id LIMIT 8
"""


def measure(session: Session, folder: Path, answers: int = ANSWERS, runs: int = RUNS) -> tuple[Row, ...]:
    """Type the same words into both, in turns; then the pinyin that LIKE cannot answer."""
    session.progress(f"口径：准备 {answers:,} 条", f"answers: making {answers:,} of them")
    draw = random.Random(SEED)
    with found(folder / "answers.db") as store:
        _fill(store, draw, answers)
        return _measured(session, store, draw, answers, runs)


def _fill(store: Store, draw: random.Random, answers: int) -> None:
    with store.transaction(verb="bench") as tx:
        for number in range(answers):
            tx.insert(
                StandardAnswer(
                    id=tx.new_id(),
                    created_at=tx.now,
                    question=f"{number + 1} 号楼{draw.choice(ABOUT)}{draw.choice(ABOUT)}{draw.choice(ASKED)}",
                    words=TOLD,
                    drafted_by="bench",
                    keywords=" ".join(draw.sample(ABOUT, 2)),
                    approved_by="bench",
                    approved_at=tx.now,
                    valid_until="2999-12-31",
                )
            )


def _measured(session: Session, store: Store, draw: random.Random, answers: int, runs: int) -> tuple[Row, ...]:
    caller, library = administrator(store), Library()
    now = store.clock()

    def ask(text: str) -> object:
        return finding.search(caller, store, text=text, now_ms=now, library=library)

    begun = time.perf_counter()
    ask(ABOUT[0])
    first = (time.perf_counter() - begun) * MS
    shared: list[tuple[float, float]] = []
    whole: list[float] = []
    for number in range(1, runs + 1):
        session.progress(f"口径：第 {number}/{runs} 轮", f"answers: run {number} of {runs}")
        words = [draw.choice(ABOUT)[:2] for _ in range(TYPED)]
        spelt = [
            text for text in ("ls", "loushui", "fcz", "fangchan", "mc", "dnf", "wyf", "shenl", "qs") for _ in range(3)
        ]
        like = timed(lambda text: store.query(LIKE, like=f"%{text}%", first=f"{text}%"), words)
        ours = timed(ask, words)
        shared.append((percentile(ours, 0.5), percentile(like, 0.5)))
        whole.append(max([*ours, *timed(ask, spelt)]))
    of = Words("同样的行上用 LIKE，同样排序", "LIKE over the same rows, in the same order")
    none = Words("", "")
    once = (1.0, Words("次", "queries"))
    return (
        Row("answers", Words(f"两个字，{answers:,} 条口径，p50", f"two characters, {answers:,} answers, p50"), "ms", of,
            tuple(Run(*one) for one in shared), None, once),
        Row("answers", Words("字、拼音、首字母，最慢一次", "words, pinyin, initials, the slowest"), "ms", none,
            tuple(Run(one) for one in whole), Bound(LONGEST_MS, of_figure=True), once),
        Row("answers", Words("第一次，连同建索引", "the first, with the index made"), "ms", none,
            (Run(first),), None, once),
    )  # fmt: skip
