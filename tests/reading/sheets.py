"""Pages of feedback forms as they come from the printer, with the layouts that were noted while they were drawn."""

from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from desktop.paper.content import FeedbackForm, FormConcern, FormPromise
from desktop.paper.feedback_form import feedback_forms
from desktop.paper.layout import Layout
from desktop.paper.pages import page_picture
from desktop.rules.forms import code_text
from tests.paper.samples import HEAD
from tests.reading.pens import Picture

_WORDS = "客厅空调装好以后墙上一直有水印，下雨天更明显，保洁阿姨也看到过，请工程上门查一查是不是外墙渗进来的。"
_ANSWER = "工程上门查看，书面答复。"


@dataclass(frozen=True)
class Printed:
    """The pages of some forms; `pages[number]` are places in `pdf`, from 0."""

    pdf: bytes
    layouts: dict[str, Layout]
    pages: dict[str, tuple[int, ...]]

    def picture(self, number: str, page: int) -> Picture:
        """Page `page`, from 1, in red, green and blue, three dots a point."""
        return picture_of(self.pdf, self.pages[number][page - 1])

    def layouts_of(self, text: str) -> tuple[Layout, ...]:
        """By the text of a code."""
        return tuple(layout for number, layout in self.layouts.items() if code_text(number) == text)


def printed(forms: tuple[FeedbackForm, ...]) -> Printed:
    layouts: dict[str, Layout] = {}
    with TemporaryDirectory() as folder:
        out = Path(folder) / "forms.pdf"
        feedback_forms(forms, HEAD, out, layouts=layouts)
        pdf = out.read_bytes()
    pages, first = {}, 0
    for form in forms:
        count = len(layouts[form.number].pages)
        pages[form.number] = tuple(range(first, first + count))
        first += count
    return Printed(pdf, layouts, pages)


def form(running: int, *, relation: str = "", concerns: int = 0, words: int = 1, promises: int = 0) -> FeedbackForm:
    """A form with so many concerns, each of so many sentences."""
    return FeedbackForm(
        f"青-05-7K2A-{running:04d}", "陈知夏", "女士", "6 栋 2 单元 1201", "138****8001", relation,
        concerns=tuple(
            FormConcern(
                _WORDS * words, "报修", "工程品质", "客厅", "一周内修好", _ANSWER if index % 2 else "",
                (True, None, False)[(running + index) % 3],
            )
            for index in range(concerns)
        ),
        promises=tuple(
            FormPromise(f"第 {index + 1} 项：重做淋水试验", "工程", "陆文谦", date(2026, 5, 23))
            for index in range(promises)
        ),
    )  # fmt: skip


@cache
def many_forms() -> Printed:
    """Blank and filled forms of one to four pages, from 24 numbers."""
    blank = [form(n, relation=("", "owner", "family")[n % 3]) for n in range(1, 13)]
    filled = [
        form(n, relation="tenant" if n % 2 else "", concerns=1 + n % 5, words=1 + n % 4 * 3, promises=n % 4)
        for n in range(13, 25)
    ]
    return printed((*blank, *filled))


def picture_of(pdf: bytes, page: int) -> Picture:
    """Page `page`, from 0, to draw on."""
    return _picture(pdf, page).copy()


@lru_cache(maxsize=80)
def _picture(pdf: bytes, page: int) -> Picture:
    drawn = page_picture(pdf, page, 1786)
    rows = np.frombuffer(drawn.dots, np.uint8).reshape(drawn.height, drawn.stride)[:, : drawn.width * 4]
    return np.ascontiguousarray(rows.reshape(drawn.height, drawn.width, 4)[:, :, 2::-1])
