"""Hundreds of filled-in sheets as scanners and telephones see them: whose they are and what is ticked on them.

The marks, the cameras and the tables are drawn by the test; real pens and real telephones are not among them. None of
the seeds here was used while the reader was built.
"""

from collections import Counter
from dataclasses import dataclass, field
from time import perf_counter

import numpy as np
import pytest

from db.errors import Unreadable
from desktop.paper.layout import Layout
from desktop.reading.found import SheetFound
from desktop.reading.sheets import read_sheet
from desktop.rules.forms import code_text

pytest.importorskip("cv2", reason="reading sheets needs the extra paper-in")
from tests.reading.cameras import CAMERAS
from tests.reading.pens import fill_in
from tests.reading.sheets import many_forms

pytestmark = pytest.mark.full
SHEETS = 300
SEEDS = {"scan": 90_000, "phone": 95_000}
# Of all boxes, those sent to a person counted by what the machine would have said.
RIGHT = {"scan": 0.999, "phone": 0.995}
MOST_TO_REVIEW = 0.02
MOST_REFUSED = 0.03


@dataclass
class Tally:
    """What became of the sheets of one camera."""

    sheets: int = 0
    wrong_clients: int = 0
    wrong_pages: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    boxes: int = 0
    wrong: int = 0
    wrong_unasked: int = 0
    to_review: int = 0
    struck: int = 0
    struck_taken: int = 0
    misfits: int = 0
    misfits_taken: int = 0
    seconds: list[float] = field(default_factory=list)

    def said(self, camera: str) -> str:
        boxes = max(self.boxes, 1)
        return (
            f"{camera}: {self.sheets} sheets, {self.refused.total()} refused {dict(self.refused)}, "
            f"{self.wrong_clients} wrong clients, {self.wrong_pages} wrong pages; {self.boxes} boxes, "
            f"{100 * (1 - self.wrong / boxes):.3f} % right, {self.wrong_unasked} wrong without being asked about, "
            f"{100 * self.to_review / boxes:.2f} % to review; {self.struck_taken} of {self.struck} struck-out ticks "
            f"taken; {self.misfits_taken} of {self.misfits} misfits taken; "
            f"{np.median(self.seconds):.2f} s a sheet, the slowest {max(self.seconds):.2f} s"
        )


@pytest.mark.parametrize("camera", ["scan", "phone"])
def test_sheets_are_read_right_or_refused(camera: str, capsys: pytest.CaptureFixture[str]) -> None:
    tally = Tally()
    for index in range(SHEETS):
        _one_sheet(tally, camera, SEEDS[camera] + index)
    with capsys.disabled():
        print(f"\n{tally.said(camera)}")  # noqa: T201

    assert tally.wrong_clients == tally.wrong_pages == 0
    assert tally.misfits_taken == tally.struck_taken == 0
    assert tally.wrong <= (1 - RIGHT[camera]) * tally.boxes
    assert tally.to_review <= MOST_TO_REVIEW * tally.boxes
    assert tally.refused.total() <= MOST_REFUSED * SHEETS
    assert tally.struck > 10
    assert tally.misfits > 20


def _one_sheet(tally: Tally, camera: str, seed: int) -> None:
    chance, forms = np.random.default_rng(seed), many_forms()
    numbers = list(forms.layouts)
    number = numbers[chance.integers(len(numbers))]
    layout = forms.layouts[number]
    page = 1 + int(chance.integers(len(layout.pages)))
    picture = forms.picture(number, page)
    done = fill_in(picture, layout.pages[page - 1], chance)
    content = CAMERAS[camera](picture, chance)
    # One in five was printed before, when nothing or something else was known of the talk.
    earlier = tuple(forms.layouts.values())[:14:6] if chance.random() < 0.2 else ()
    began = perf_counter()
    tally.sheets += 1
    try:
        found = read_sheet(content, lambda text: (*forms.layouts_of(text), *earlier))
    except Unreadable as trouble:
        tally.refused[trouble.code] += 1
    else:
        _compare(tally, found, done, (code_text(number), page, len(layout.pages)))
    finally:
        tally.seconds.append(perf_counter() - began)
    if seed % 10 == 0:
        _misfit(tally, content, layout, done)


def _compare(tally: Tally, found: SheetFound, done: dict[str, str], whose: tuple[str, int, int]) -> None:
    tally.wrong_clients += found.number != whose[0]
    if (found.page, found.pages) != whose[1:]:
        tally.wrong_pages += 1
        return
    assert {box.name for box in found.boxes} == set(done)
    for box in found.boxes:
        if done[box.name] == "struck":
            tally.struck += 1
            tally.struck_taken += box.is_ticked and not box.is_doubtful
            continue
        is_wrong = box.is_ticked != (done[box.name] == "ticked")
        tally.boxes += 1
        tally.to_review += box.is_doubtful
        tally.wrong += is_wrong
        tally.wrong_unasked += is_wrong and not box.is_doubtful


def _misfit(tally: Tally, content: bytes, layout: Layout, done: dict[str, str]) -> None:
    """The same picture for a device that knows other layouts only: refused, unless a page of theirs says the same."""
    printed = {box.name for page in layout.pages for box in page.boxes if box.is_printed}
    others = [other for other in many_forms().layouts.values() if other.pages[0].boxes != layout.pages[0].boxes]
    tally.misfits += 1
    try:
        found = read_sheet(content, lambda _text: others)
    except Unreadable:
        return
    # Who does not know that the printer filled a box in sees it filled in, as it is.
    said = {box.name: box.is_ticked for box in found.boxes if not box.is_doubtful and box.name not in printed}
    is_right = {box.name for box in found.boxes} == set(done) and all(
        is_ticked == (done[name] == "ticked") for name, is_ticked in said.items()
    )
    tally.misfits_taken += not is_right
