"""Badges and tickets: legible, whole, without anything that is nobody's business, each printed once."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from db.errors import Misused, Refused, Trouble
from db.records import PrintJob
from db.store import Store
from desktop.paper.badges import SIZES, Badge, badges
from desktop.paper.fitting import fitted
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import MM
from desktop.paper.tickets import Ticket, tickets
from desktop.services.events import events
from desktop.services.guests import arrivals, check_ins
from desktop.services.guests.check_ins import walk_in
from desktop.services.hall import arriving, hosts
from desktop.services.opening import found_project
from desktop.services.papers import badges as verbs
from desktop.services.people import staff
from desktop.services.registry import Caller, administrator
from desktop.services.rosters.imports import import_list
from tests.paper import cups
from tests.paper.one_printer import one_printer, orders
from tests.paper.samples import HEAD, RARE_NAMES

TOKEN = "QT7K2AABCDEFGHIJKLMNO001"
LONG = "阿依古丽·买买提明·艾合买提江"
WIDEST = "Alexandra-Maria Featherstonehaugh Montgomery"
LIST = "姓名,称谓,房号,电话\n陈知夏,女士,6-2-1201,13800138001\n单思源,先生,6-2-1202,13800138002\n"
EVENT = "青禾里二期六栋七栋交付前工地开放日暨业主恳谈会（第三场）"
poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")


def text_of(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True, text=True)
    return re.sub(r"\s", "", done.stdout)


def sizes_mm(pdf: Path) -> list[tuple[int, int]]:
    return [
        (round(float(p.mediabox.width) / MM), round(float(p.mediabox.height) / MM)) for p in PdfReader(str(pdf)).pages
    ]


def bounds(pdf: Path) -> list[tuple[float, float, float, float, float, float]]:
    """Each word's box and its page's size, in points."""
    done = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True, text=True)
    found: list[tuple[float, float, float, float, float, float]] = []
    width = height = 0.0
    for line in done.stdout.splitlines():
        numbers = [float(one) for one in re.findall(r'"([\d.]+)"', line)]
        if "<page" in line:
            width, height = numbers
        elif "<word" in line:
            found.append((numbers[0], numbers[1], numbers[2], numbers[3], width, height))
    return found


# The papers


@poppler
@pytest.mark.parametrize("size", SIZES)
def test_no_name_is_cut_and_nothing_runs_off_a_badge(tmp_path: Path, size: str) -> None:
    out = tmp_path / "badges.pdf"
    names = (*RARE_NAMES, LONG, WIDEST, "柳" * 40)
    report = badges(
        [Badge(name, "女士", "6 栋 2 单元 1201", TOKEN) for name in names], replace(HEAD, event=EVENT), out, size
    )

    assert report.pages == len(names)
    assert not report.missing
    read = text_of(out)
    for name in names:
        assert re.sub(r"\s", "", name) in read, name
    for left, top, right, bottom, width, height in bounds(out):
        assert left >= 0
        assert top >= -1
        assert right <= width + 0.5
        assert bottom <= height + 1


def test_badges_have_the_size_that_was_asked_for(tmp_path: Path) -> None:
    out, worn = tmp_path / "badges.pdf", [Badge("陈知夏", "女士"), Badge(LONG)]
    for size, expected in {"a6": (105, 148), "90x54": (90, 54)}.items():
        badges(worn, HEAD, out, size)
        assert sizes_mm(out) == [expected, expected]
    for size in ("62", "80"):
        badges(worn, HEAD, out, size)
        (one, first), (other, second) = sizes_mm(out)
        assert one == other == int(size)
        assert first != second, "a roll is as long as what stands on it"


def test_a_ticket_is_as_long_as_its_content(tmp_path: Path) -> None:
    out = tmp_path / "tickets.pdf"
    given = Ticket("A023", "陈女士", HEAD.starts)
    for size in ("62", "80"):
        tickets([given, replace(given, place="A6")], HEAD, out, size)
        (width, first), (other, second) = sizes_mm(out)
        assert width == other == int(size)
        assert first < second < 160


@poppler
def test_a_ticket_says_the_number_and_the_surname_only(tmp_path: Path) -> None:
    out = tmp_path / "ticket.pdf"
    tickets([Ticket("A023", "陈女士", HEAD.starts, "A6 桌")], HEAD, out)
    read = text_of(out)

    for shown in ("A023", "陈女士", "A6桌", "工地开放日", "09:00"):
        assert shown in read
    assert not PdfReader(str(out)).pages[0].images
    # The whole drawing is text, lines and our mark: no code's hundreds of squares.
    content = PdfReader(str(out)).pages[0].get_contents()
    assert content is not None
    assert content.get_data().count(b" re") < 20


@pytest.mark.parametrize("size", SIZES)
def test_the_code_on_a_badge_can_be_scanned(tmp_path: Path, size: str) -> None:
    import pypdfium2
    import zxingcpp

    out = tmp_path / "badge.pdf"
    badges([Badge(LONG, "女士", "", TOKEN)], HEAD, out, size)
    document = pypdfium2.PdfDocument(out)
    picture = document[0].render(scale=200 / 72).to_pil()
    document.close()

    assert [one.text for one in zxingcpp.read_barcodes(picture)] == [TOKEN]


def test_badges_and_tickets_have_the_same_bytes_each_time_and_only_embedded_faces(tmp_path: Path) -> None:
    draws: tuple[Callable[[Path], object], ...] = (
        lambda out: badges([Badge(name, "女士", "", TOKEN) for name in RARE_NAMES], HEAD, out, "80"),
        lambda out: tickets([Ticket("A023", "𠮷先生", HEAD.starts)], HEAD, out),
    )
    for draw in draws:
        first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
        draw(first)
        draw(second)
        assert first.read_bytes() == second.read_bytes()
        assert b"Helvetica" not in first.read_bytes()


@poppler
@pytest.mark.parametrize("size", ["62", "80"])
def test_a_roll_is_black_only(tmp_path: Path, size: str) -> None:
    import pypdfium2

    out = tmp_path / "roll.pdf"
    badges([Badge("陈知夏", "女士", "6 栋", TOKEN)], HEAD, out, size)
    document = pypdfium2.PdfDocument(out)
    colours = document[0].render(scale=1).to_pil().convert("RGB").getcolors(1 << 20)
    document.close()

    assert colours
    assert all(red == green == blue for _, (red, green, blue) in colours)


def test_a_name_breaks_between_its_parts_and_a_latin_word_stays_whole() -> None:
    sheet = Sheet(About("", "", "", HEAD.as_of))

    assert fitted(sheet, LONG, 160, 400, 56, strong=True).lines == ("阿依古丽·", "买买提明·", "艾合买提江")
    assert fitted(sheet, "欧阳南乔", 200, 400, 56).lines == ("欧阳南乔",)
    assert all(word in WIDEST.split() for word in " ".join(fitted(sheet, WIDEST, 200, 200, 56).lines).split())


# The verbs


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Store]:
    with found_project(tmp_path / "o.db", name="青禾里", mark=None, device_name="办公室", passphrase=None) as store:
        at(store, 0)
        yield store


def at(store: Store, later_ms: int) -> None:
    """It is 23 May 2026 in the morning, and so much later."""
    now = 1_779_500_000_000 + later_ms
    store.clock = lambda: now


@pytest.fixture
def event(office: Store, tmp_path: Path) -> str:
    caller = administrator(office)
    made = events.add(
        caller, office, node="delivery", title="交付日", starts="2026-05-23 08:00", ends="2026-05-23 18:00"
    )
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    import_list(caller, office, file=tmp_path / "list.csv", event=made)
    return made


def turn_of(store: Store, event: str, name: str = "江晚") -> str:
    caller = administrator(store)
    check_in, _ = walk_in(caller, store, event=event, name=name)
    return arriving.arrive(caller, store, event=event, check_in=check_in).number


@pytest.fixture
def printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return one_printer(tmp_path, monkeypatch, "前台")


@poppler
def test_every_badge_of_an_event_comes_by_the_sound_of_the_name_and_without_rooms(
    office: Store, event: str, tmp_path: Path
) -> None:
    pdf, caller = tmp_path / "all.pdf", administrator(office)
    assert verbs.write_badges(caller, office, event=event, pdf=pdf).pages == 2
    read = text_of(pdf)

    # Shàn as a surname, so behind Chén and Jiāng.
    assert read.index("陈知夏") < read.index("单思源")
    assert "1201" not in read
    verbs.write_badges(caller, office, event=event, pdf=pdf, has_room=True)
    assert "1201" in text_of(pdf)


def test_what_cannot_be_drawn_is_said(office: Store, event: str, tmp_path: Path) -> None:
    caller, pdf = administrator(office), tmp_path / "no.pdf"
    empty = events.add(caller, office, node="delivery", title="空", starts="2026-06-01 08:00", ends="2026-06-01 18:00")
    asked: tuple[tuple[type[Trouble], str, Callable[[], object]], ...] = (
        (Misused, "paper_size_unknown", lambda: verbs.write_badges(caller, office, event=event, pdf=pdf, size="a5")),
        (Misused, "turn_unknown", lambda: verbs.write_ticket(caller, office, event=event, number="Z9", pdf=pdf)),
        (Refused, "nobody_to_print", lambda: verbs.write_badges(caller, office, event=empty, pdf=pdf)),
    )
    for trouble, code, ask in asked:
        with pytest.raises(trouble) as told:
            ask()
        assert told.value.code == code
    assert not pdf.exists()


@poppler
def test_a_ticket_names_the_table_and_calls_the_client_as_the_hall_does(
    office: Store, event: str, tmp_path: Path
) -> None:
    caller, pdf = administrator(office), tmp_path / "ticket.pdf"
    person = staff.add(caller, office, name="沈砚", level="staff", roles=["host"])
    hosts.seat(caller, office, event=event, staff=person, part="host", place="A6")
    client = office.query("SELECT id FROM client WHERE name = '单思源'")[0][0]
    found = arrivals.let_in_found(caller, office, event=event, client=client)
    assert found is not None
    number = arriving.arrive(caller, office, event=event, check_in=found.check_in).number
    verbs.write_ticket(caller, office, event=event, number=number, pdf=pdf)

    read = text_of(pdf)
    assert f"{number}单先生A6桌" in read
    for hidden in ("思源", "1202", "沈砚"):
        assert hidden not in read


@pytest.mark.skipif(os.name == "nt", reason="queues of CUPS")
def test_a_ticket_is_printed_once_and_again_only_on_purpose(office: Store, event: str, printer: Path) -> None:
    person = staff.add(administrator(office), office, name="阮青", level="staff", roles=["kiosk"])
    caller, number = Caller(person, frozenset({"kiosk"}), "kiosk"), turn_of(office, event)

    assert verbs.print_ticket(caller, office, event=event, number=number.lower()).printer == "前台"
    with pytest.raises(Refused) as told:
        verbs.print_ticket(caller, office, event=event, number=number)

    assert told.value.code == "printed_already"
    assert (told.value.facts["by"], told.value.facts["printer"]) == ("阮青", "前台")
    assert len(orders(printer)) == 1
    assert re.search(r"media=Custom\.80x\d+mm -o print-scaling=none", orders(printer)[0])
    assert "江" not in orders(printer)[0]
    for press in (1, 2, 3):
        at(office, press * 60_000)
        verbs.print_ticket(caller, office, event=event, number=number, again=True)
        # A second touch of the same press.
        at(office, press * 60_000 + 900)
        with pytest.raises(Refused) as told:
            verbs.print_ticket(caller, office, event=event, number=number, again=True)
        assert told.value.code == "printed_just_now"
    assert [one.again for one in office.records(PrintJob, "ORDER BY at, id")] == [0, 1, 1, 1]
    assert len(orders(printer)) == 4


@pytest.mark.skipif(os.name == "nt", reason="queues of CUPS")
def test_what_no_printer_took_was_not_printed(office: Store, event: str, printer: Path) -> None:
    caller, number = administrator(office), turn_of(office, event)
    (printer / "gone").touch()
    with pytest.raises(Refused) as told:
        verbs.print_ticket(caller, office, event=event, number=number)
    assert (told.value.code, told.value.facts["words"]) == ("printer_refused", "no paper")
    with pytest.raises(Refused) as told:
        verbs.print_ticket(caller, office, event=event, number=number, queue="后台")
    assert told.value.code == "printer_unknown"

    (printer / "gone").unlink()
    assert verbs.print_ticket(caller, office, event=event, number=number).sheets == 1
    assert [(one.deleted, one.again) for one in office.records(PrintJob, "ORDER BY id")] == [(1, 0), (0, 0)]


@pytest.mark.skipif(os.name == "nt", reason="queues of CUPS")
def test_the_badges_of_an_event_leave_out_whoever_has_one(office: Store, event: str, printer: Path) -> None:
    caller = administrator(office)
    assert verbs.print_badges(caller, office, event=event, size="90x54").sheets == 2
    check_ins.walk_in(caller, office, event=event, name="江晚")
    late = verbs.print_badges(caller, office, event=event, size="90x54")

    assert (late.sheets, late.left) == (1, 2)
    assert [len(PdfReader(str(printer / "last.pdf")).pages), len(orders(printer))] == [1, 2]
    with pytest.raises(Refused) as told:
        verbs.print_badges(caller, office, event=event, size="90x54")
    assert (told.value.code, told.value.facts["count"]) == ("all_printed", 3)
    # Off a roll each is cut by itself.
    at(office, 60_000)
    assert verbs.print_badges(caller, office, event=event, size="62", again=True).sheets == 3
    assert len(orders(printer)) == 5


def test_without_a_spooler_nothing_is_noted(office: Store, event: str, monkeypatch: pytest.MonkeyPatch) -> None:
    caller, number = administrator(office), turn_of(office, event)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Refused) as told:
        verbs.print_ticket(caller, office, event=event, number=number)

    assert told.value.code == "printer_missing"
    assert not office.records(PrintJob, "")


# A real spooler


@pytest.fixture
def spooler(monkeypatch: pytest.MonkeyPatch) -> Iterator[cups.Spooler]:
    with cups.running() as made:
        monkeypatch.setenv("CUPS_SERVER", made.socket)
        yield made


def test_a_spooler_of_cups_is_handed_the_paper_in_its_size_and_one_that_stopped_is_not(
    office: Store, event: str, spooler: cups.Spooler, tmp_path: Path
) -> None:
    spooler.tell("lpadmin", "-p", "roll", "-E", "-v", f"file:{tmp_path}/out", "-m", "raw")
    caller, number = administrator(office), turn_of(office, event)
    with pytest.raises(Refused) as told:
        verbs.print_ticket(caller, office, event=event, number=number, queue="other")
    assert (told.value.code, told.value.facts["choices"]) == ("printer_unknown", "roll")

    assert verbs.print_ticket(caller, office, event=event, number=number).printer == "roll"
    verbs.print_badges(caller, office, event=event, queue="roll", size="90x54")
    spooler.tell("cupsdisable", "-r", "out of paper", "roll")
    with pytest.raises(Refused) as told:
        verbs.print_ticket(caller, office, event=event, number=number, again=True, queue="roll")

    assert (told.value.code, told.value.facts["words"]) == ("printer_stopped", "out of paper")
    (order, file), (badge, _) = spooler.jobs(2)
    assert re.search(rb"Custom\.80x\d+mm", order)
    assert b"Custom.90x54mm" in badge
    assert file.startswith(b"%PDF-")
    assert "江".encode() not in order
