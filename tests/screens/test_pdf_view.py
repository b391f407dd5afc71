"""The preview of papers: real PDFs, drawn beside the screen's thread, turned over by keys."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from db.errors import Unreadable
from desktop.jobs import Jobs
from desktop.paper.pages import page_picture, page_sizes
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from desktop.widgets.pdf_view import PdfView


def paper(pages: int, *, side: float = 400) -> bytes:
    """A PDF with a black square at the top left of every page."""
    stream = BytesIO()
    canvas = Canvas(stream, (side, side * 1.4), invariant=1)
    for _ in range(pages):
        canvas.rect(0, side * 1.4 - 100, 100, 100, fill=1)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def view(qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs) -> PdfView:
    made = PdfView(jobs)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    return made


def shown(qtbot: QtBot, view: PdfView, jobs: Jobs, content: bytes | Path) -> None:
    view.show_pdf(content)
    qtbot.waitUntil(lambda: view.page_count > 0 and bool(view.drawn), timeout=5_000)
    qtbot.waitUntil(lambda: not jobs.is_busy, timeout=5_000)


def _is_drawn(view: PdfView, page: int) -> bool:
    return page in view.drawn


def test_a_page_becomes_a_picture_of_what_is_on_it() -> None:
    picture = page_picture(paper(1), 0, 200)

    first, last = picture.dots[:3], picture.dots[-picture.stride :][-4:-1]
    assert (picture.width, picture.height) == (200, 280)
    assert first == b"\0\0\0"
    assert last == b"\xff\xff\xff"


def test_a_file_that_is_no_pdf_is_refused_in_words() -> None:
    with pytest.raises(Unreadable) as caught:
        page_sizes(b"not a paper")

    assert caught.value.code == "pdf_unreadable"


def test_a_paper_fits_the_width_and_says_where_one_is(qtbot: QtBot, view: PdfView, jobs: Jobs, tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(paper(3))
    shown(qtbot, view, jobs, file)

    texts = [label.text() for label in view.findChildren(type(view._place))]
    assert "第 1 页，共 3 页" in texts
    assert 0.9 < view.zoom * 400 * 96 / 72 / view.width() <= 1
    dots = view.grab().toImage()
    assert dots.pixelColor(view.width() // 2 - 200, view.height() // 3).lightness() < 10


def test_keys_turn_the_pages_and_change_the_size(qtbot: QtBot, view: PdfView, jobs: Jobs) -> None:
    shown(qtbot, view, jobs, paper(4))
    view.setFocus()

    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: 3 in view.drawn, timeout=5_000)
    assert view.page == 3
    before = view.zoom
    qtbot.keyClick(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom < before
    assert view.page == 3
    qtbot.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(before, rel=0.01)


def test_only_pages_near_the_eye_are_kept_as_pictures(qtbot: QtBot, view: PdfView, jobs: Jobs) -> None:
    shown(qtbot, view, jobs, paper(30))

    for page in range(30):
        view.go_to(page)
        qtbot.waitUntil(partial(_is_drawn, view, page), timeout=5_000)

    assert len(view.drawn) <= 8


def test_what_cannot_be_read_leaves_nothing_on_the_screen(qtbot: QtBot, view: PdfView, jobs: Jobs) -> None:
    shown(qtbot, view, jobs, paper(2))

    with qtbot.waitSignal(view.failed, timeout=5_000):
        view.show_pdf(b"%PDF-1.4 torn")

    assert view.page_count == 0
