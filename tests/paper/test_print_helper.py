"""Where the system prints no PDF by itself a process of its own does: as many pages, as large, with codes that read."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import CompletedProcess

import msgspec
import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from db.errors import Refused
from db.store import Store
from desktop.devices.print_helper import work
from desktop.paper.measures import MM
from desktop.paper.pages import page_picture
from desktop.services.events import events
from desktop.services.guests.check_ins import walk_in
from desktop.services.opening import found_project
from desktop.services.papers import forms, windows
from desktop.services.papers.spooling import PrintOptions
from desktop.services.papers.windows import PRINT_HELPER, Answer, Order, Windows, tell
from desktop.services.registry import administrator
from tests.journeys.program import PROGRAM


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Store]:
    with found_project(
        tmp_path / "office.db", name="听松苑", mark=None, device_name="办公室", passphrase=None
    ) as store:
        yield store


def sizes_mm(pdf: Path) -> list[tuple[int, int]]:
    boxes = [page.mediabox for page in PdfReader(str(pdf)).pages]
    return [(round(float(one.width) / MM), round(float(one.height) / MM)) for one in boxes]


def codes(pdf: Path, number: int) -> set[str]:
    picture = page_picture(pdf.read_bytes(), number, 1_600)
    image = Image.frombytes("RGBX", (picture.width, picture.height), picture.dots, "raw", "BGRX", picture.stride)
    return {one.text for one in zxingcpp.read_barcodes(image.convert("L"))}


def test_the_helper_prints_every_page_at_its_size_with_a_code_that_reads(office: Store, tmp_path: Path) -> None:
    caller = administrator(office)
    event = events.add(
        caller, office, node="delivery", title="交付日", starts="2026-05-23 08:00", ends="2026-05-23 18:00"
    )
    for name in ("温若水", "纪南星"):
        walk_in(caller, office, event=event, name=name)
    paper, printed = tmp_path / "forms.pdf", tmp_path / "printed.pdf"
    forms.write_forms(caller, office, event=event, pdf=paper)

    said = tell(Order("print", file=str(paper), title="交付日 意见表", sides="long", to=str(printed)))

    assert said == Answer(pages=2)
    assert sizes_mm(printed) == sizes_mm(paper) == [(210, 297)] * 2
    for number in (0, 1):
        assert codes(printed, number) == codes(paper, number) != set()


def test_pages_of_another_size_keep_it_and_a_wide_one_lies_on_its_side(qapp: QApplication, tmp_path: Path) -> None:
    paper, printed = tmp_path / "badges.pdf", tmp_path / "printed.pdf"
    canvas = Canvas(str(paper))
    for size in ((90 * MM, 54 * MM), landscape(A4), (80 * MM, 140 * MM)):
        canvas.setPageSize(size)
        canvas.rect(0, 0, *size, fill=1)
        canvas.showPage()
    canvas.save()

    said = work(Order("print", file=str(paper), to=str(printed)))

    assert said == Answer(pages=3)
    assert sizes_mm(printed) == [(90, 54), (297, 210), (80, 140)]
    # It reaches every edge: nothing was shrunk or moved.
    for number in range(3):
        picture = page_picture(printed.read_bytes(), number, 300)
        dark = Image.frombytes("RGBX", (picture.width, picture.height), picture.dots, "raw", "BGRX", picture.stride)
        corners = [(2, 2), (picture.width - 3, 2), (2, picture.height - 3), (picture.width - 3, picture.height - 3)]
        assert all(sum(dark.convert("RGB").crop((x, y, x + 1, y + 1)).tobytes()) < 3 * 64 for x, y in corners)


def test_a_printer_that_is_not_there_and_a_file_that_is_none_are_answers(qapp: QApplication, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"no pdf")

    assert work(Order("print", file=str(broken), to=str(tmp_path / "x.pdf"))).code == "printer_refused"
    assert work(Order("offers", "not here")).code == "printer_unknown"


def test_a_helper_that_does_not_come_up_refuses_and_one_that_hangs_is_told_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(b"%PDF-1.4")
    monkeypatch.setattr(windows, "HELPER", "desktop.devices.no_helper")
    with pytest.raises(Refused) as told:
        Windows().send(paper, "大堂", title="x", options=PrintOptions())
    assert (told.value.code, "no_helper" in str(told.value.facts["words"])) == ("printer_refused", True)

    (tmp_path / "stuck_helper.py").write_text("import time; time.sleep(60)", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(windows, "HELPER", "stuck_helper")
    monkeypatch.setattr(windows, "PATIENCE_S", 0.2)
    with pytest.raises(Refused) as told:
        Windows().send(paper, "大堂", title="x", options=PrintOptions())
    assert told.value.code == "printer_silent"


def test_a_program_with_no_python_beside_it_is_its_own_helper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def noted(words: list[str], **_options: object) -> CompletedProcess[str]:
        asked.append(words)
        return CompletedProcess(words, 1, "", "")

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(subprocess, "run", noted)
    tell(Order("queues"))
    monkeypatch.undo()
    told, said = tmp_path / "order.json", tmp_path / "answer.json"
    told.write_bytes(b'{"ask":"queues"}')

    done = subprocess.run([PROGRAM, asked[0][1], str(told), str(said)], check=False, timeout=60)

    assert asked[0][:2] == [sys.executable, PRINT_HELPER]
    assert done.returncode == 0
    assert msgspec.json.decode(said.read_bytes(), type=Answer).code == ""
