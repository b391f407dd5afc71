"""Papers on their way to a printer: one for each press, whatever happens in between; and a real driverless printer."""

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from db import blobs, paper_jobs
from db.errors import Misused, Refused, Trouble
from db.paper_jobs import PaperJob
from db.store import Store
from desktop.paper.pages import page_picture
from desktop.services.events import events
from desktop.services.guests.check_ins import walk_in
from desktop.services.guests.persons import erase_and_sweep
from desktop.services.keeping import backups
from desktop.services.opening import found_project, open_database
from desktop.services.papers import print_queue, printing, shelf, windows
from desktop.services.papers.print_queue import Paper, cancel, jobs, retry
from desktop.services.papers.print_rounds import go_round
from desktop.services.papers.shelf import Wanted
from desktop.services.papers.spooling import Fortune, PrintOptions
from desktop.services.papers.windows import Order
from desktop.services.people import staff
from desktop.services.registry import administrator
from tests.journeys.program import run_here
from tests.paper import cups, driverless
from tests.paper.fake_system import OFFERS, PowerCutError, Printers

HOUR_MS = 3_600_000
START_MS = 1_779_500_000_000


class Clock:
    """The moment it is."""

    def __init__(self) -> None:
        self.now = START_MS

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    store = found_project(tmp_path / "office.db", name="听松苑", mark=None, device_name="办公室", passphrase=None)
    store.clock = clock
    yield store
    store.close()


@pytest.fixture
def printers(monkeypatch: pytest.MonkeyPatch) -> Printers:
    made = Printers()
    monkeypatch.setattr(printing, "system", lambda: made)
    return made


USUAL = PrintOptions()


def press(store: Store, queue: str = "大堂", name: str = "总结 交付日", chosen: PrintOptions = USUAL) -> PaperJob:
    """One press, as far as the paper's being kept."""
    target = print_queue.chosen_queue(store, queue, chosen)
    paper = Paper("summary", name, None, b"%PDF-1.4 of " + name.encode(), 3)
    kept = print_queue.enqueue(
        administrator(store), store, paper=paper, queue=target, options=chosen,
        press=print_queue.press_of(paper, target, chosen),
    )  # fmt: skip
    return kept.job


def only(store: Store) -> PaperJob:
    (job,) = jobs(administrator(store), store)
    return job


def files(store: Store) -> int:
    return len(blobs.held(blobs.folder_of(store.path)))


def test_a_paper_is_handed_over_once_asked_after_and_let_go_when_it_is_printed(
    office: Store, printers: Printers
) -> None:
    press(office, chosen=PrintOptions(copies=2, sides="long", tray="Manual", media="A4"))
    go_round(office)
    assert only(office).state == "sent"
    go_round(office)
    assert (only(office).state, files(office)) == ("printing", 1)
    printers.end("大堂-1")
    go_round(office)

    assert [(one[0], one[2]) for one in printers.taken] == [("大堂", PrintOptions(2, "long", "Manual", "A4"))]
    assert printers.taken[0][3] == "%PDF-1.4 of 总结 交付日".encode()
    assert (only(office).state, only(office).key, files(office)) == ("done", None, 0)


def test_two_presses_within_a_moment_are_one_and_a_later_one_is_another(
    office: Store, printers: Printers, clock: Clock
) -> None:
    first = press(office)
    clock.now += 900
    assert press(office).id == first.id
    assert press(office, chosen=PrintOptions(copies=2)).id != first.id
    clock.now += 3_000
    press(office)
    go_round(office)

    assert len(printers.taken) == 3
    assert files(office) == 3


def test_a_printer_that_is_gone_keeps_its_papers_waiting_and_prints_them_once_when_it_is_back(
    office: Store, printers: Printers
) -> None:
    printers.off["大堂"] = "缺纸"
    press(office)
    go_round(office)
    assert (only(office).state, only(office).trouble, only(office).words) == ("waiting", "printer_stopped", "缺纸")
    printers.there.remove("大堂")
    go_round(office)
    assert (only(office).state, only(office).trouble) == ("waiting", "printer_unknown")
    printers.there, printers.off = ["大堂"], {}
    go_round(office)
    go_round(office)

    assert (len(printers.taken), only(office).state, only(office).trouble) == (1, "printing", "")


@pytest.mark.parametrize("cut", ["", "cut_before", "cut_after"])
def test_a_program_that_ends_anywhere_in_between_prints_once(
    tmp_path: Path, printers: Printers, clock: Clock, cut: str
) -> None:
    file = tmp_path / "office.db"
    store = found_project(file, name="听松苑", mark=None, device_name="办公室", passphrase=None)
    store.clock = clock
    press(store)
    if cut:
        printers.next_time = cut
        with pytest.raises(PowerCutError):
            go_round(store)
    store.close()
    again = open_database(file)
    again.clock = clock
    for _ in range(3):
        clock.now += 40_000
        go_round(again)

    assert len(printers.taken) == 1
    assert only(again).state == "printing"
    again.close()


def test_a_spooler_that_falls_silent_is_asked_later_and_never_given_the_same_paper_twice(
    office: Store, printers: Printers, clock: Clock
) -> None:
    printers.next_time = "silent"
    press(office)
    go_round(office)
    assert (only(office).state, only(office).trouble) == ("waiting", "printer_silent")
    with pytest.raises(Refused) as told:
        retry(administrator(office), office, job=only(office).id)
    assert told.value.code == "print_busy"
    clock.now += 61_000
    printers.can_find = False
    go_round(office)

    assert (len(printers.taken), only(office).state, only(office).trouble) == (1, "failed", "print_unsure")


def test_after_a_crash_printing_anew_by_hand_first_finds_out_what_the_printer_has(
    office: Store, printers: Printers, clock: Clock
) -> None:
    job = press(office)
    printers.next_time = "cut_after"
    with pytest.raises(PowerCutError):
        go_round(office)
    clock.now += 61_000
    printers.end("大堂-1")

    # What was found is taken back before it is printed anew; here it is printed already.
    with pytest.raises(Refused) as told:
        retry(administrator(office), office, job=job.id)

    assert (told.value.code, len(printers.taken)) == ("print_done", 1)


def test_what_the_printer_says_goes_with_a_paper_that_failed_and_it_can_be_printed_elsewhere(
    office: Store, printers: Printers
) -> None:
    press(office, chosen=PrintOptions(sides="long", tray="Manual", media="A4"))
    printers.next_time = "refused"
    go_round(office)
    assert (only(office).state, only(office).words) == ("failed", "out of toner")

    again = retry(administrator(office), office, job=only(office).id, queue="二楼")

    # The other one has no second side and no trays.
    assert [(one[0], one[2]) for one in printers.taken] == [("二楼", PrintOptions(1, "", "", "A4"))]
    assert (again.state, again.queue) == ("sent", "二楼")
    printers.end("二楼-1", "failed", "纸卡住了")
    go_round(office)
    assert (only(office).state, only(office).trouble, only(office).words) == ("failed", "print_failed", "纸卡住了")


def test_a_job_can_be_taken_back_and_what_is_printed_cannot(office: Store, printers: Printers, clock: Clock) -> None:
    caller = administrator(office)
    waiting = press(office)
    assert cancel(caller, office, job=waiting.id).state == "cancelled"
    go_round(office)
    assert printers.taken == []
    clock.now += 10_000
    sent = press(office, name="邀请")
    go_round(office)
    assert cancel(caller, office, job=sent.id).state == "cancelled"
    assert printers.fates["大堂-1"] == Fortune("cancelled")
    assert retry(caller, office, job=sent.id).state == "sent"
    printers.end("大堂-2")

    for deed in (cancel, retry):
        with pytest.raises(Refused) as told:
            deed(caller, office, job=sent.id)
        assert told.value.code == "print_done"
    with pytest.raises(Misused):
        cancel(caller, office, job="nothing")


def test_what_could_not_be_printed_for_a_day_waits_for_a_person_and_after_a_week_it_is_gone(
    office: Store, printers: Printers, clock: Clock
) -> None:
    printers.off["大堂"] = ""
    job = press(office)
    clock.now += 24 * HOUR_MS
    printers.off = {}
    go_round(office)
    assert (printers.taken, only(office).trouble) == ([], "print_waited_long")
    assert retry(administrator(office), office, job=job.id).state == "sent"
    printers.end("大堂-1", "cancelled")
    go_round(office)
    clock.now += 8 * 24 * HOUR_MS
    go_round(office)

    assert (jobs(administrator(office), office), files(office)) == ((), 0)


@pytest.mark.parametrize(
    ("queue", "options", "code"),
    [
        ("大唐", PrintOptions(), "printer_unknown"),
        ("二楼", PrintOptions(sides="long"), "print_option_missing"),
        ("大堂", PrintOptions(tray="Tray9"), "print_option_missing"),
        ("大堂", PrintOptions(media="A0"), "print_option_missing"),
        ("大堂", PrintOptions(copies=0), "print_copies"),
        ("大堂", PrintOptions(copies=100), "print_copies"),
        ("大堂", PrintOptions(sides="both"), "print_sides"),
    ],
)
def test_what_a_printer_does_not_offer_is_refused_before_anything_is_kept(
    office: Store, printers: Printers, queue: str, options: PrintOptions, code: str
) -> None:
    with pytest.raises(Trouble) as told:
        press(office, queue, chosen=options)

    assert told.value.code == code
    assert files(office) == 0


def test_a_printer_that_once_took_a_paper_is_known_while_it_is_away(office: Store, printers: Printers) -> None:
    press(office)
    go_round(office)
    printers.there.remove("大堂")

    press(office, name="二")
    with pytest.raises(Refused):
        press(office, "楼下")

    assert {one.state for one in jobs(administrator(office), office)} == {"sent", "waiting"}


def test_a_database_that_is_put_back_prints_nothing_by_itself(office: Store, printers: Printers) -> None:
    printers.off["大堂"] = ""
    press(office)
    copy = backups.back_up(office, reason="timer")
    file = office.path
    office.close()
    backups.restore(file, copy.path, passphrase=None)
    printers.off = {}
    with open_database(file) as again:
        again.clock = lambda: START_MS + HOUR_MS
        go_round(again)
        assert (printers.taken, only(again).state, only(again).trouble) == ([], "failed", "print_restored")
        assert retry(administrator(again), again, job=only(again).id).state == "sent"

    assert len(printers.taken) == 1


def test_whoever_is_erased_is_printed_no_more_and_in_no_title(office: Store, printers: Printers) -> None:
    caller = administrator(office)
    event = events.add(
        caller, office, node="delivery", title="交付日", starts="2026-05-23 08:00", ends="2026-05-23 18:00"
    )
    _, client = walk_in(caller, office, event=event, name="温若水")
    second = staff.add(caller, office, name="阮青", level="staff", roles=["supervisor"])
    printers.off["大堂"] = ""
    press(office, name="温若水的表")
    erase_and_sweep(caller, office, client=client, reason="本人要求", second=second)
    printers.off = {}
    go_round(office)

    assert (only(office).state, only(office).name, files(office)) == ("cancelled", "", 0)
    assert printers.taken == []
    with pytest.raises(Refused):
        retry(caller, office, job=only(office).id)


def test_a_paper_of_the_shelf_is_made_once_for_two_presses(office: Store, printers: Printers) -> None:
    caller = administrator(office)
    event = events.add(
        caller, office, node="delivery", title="交付日", starts="2026-05-23 08:00", ends="2026-05-23 18:00"
    )
    wanted = Wanted("summary", event)

    first = shelf.print_out(caller, office, wanted=wanted, name="交付日 总结", queue="大堂")
    second = shelf.print_out(caller, office, wanted=wanted, name="交付日 总结", queue="大堂")
    go_round(office)

    assert (first.is_new, second.is_new) == (True, False)
    assert first.job is not None
    assert second.job is not None
    assert first.job.id == second.job.id
    assert len(printers.taken) == 1
    assert (only(office).kind, only(office).event, only(office).pages) == ("summary", event, first.report.pages)


# A printer that is really there


@pytest.fixture(scope="module")
def house() -> Iterator[tuple[cups.Spooler, driverless.Printer]]:
    missing = driverless.what_is_missing()
    if missing:
        pytest.skip(missing)
    with cups.running() as spooler, driverless.switched_on(spooler.folder.parent / "printer", spooler) as printer:
        yield spooler, printer


@pytest.fixture
def real(
    house: tuple[cups.Spooler, driverless.Printer], monkeypatch: pytest.MonkeyPatch
) -> tuple[cups.Spooler, driverless.Printer]:
    for name, value in house[0].surroundings.items():
        monkeypatch.setenv(name, value)
    return house


def text_of(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, check=True, text=True)
    return re.sub(r"\s", "", done.stdout)


def codes_of(pdf: Path) -> list[str]:
    import zxingcpp
    from PIL import Image

    picture = page_picture(pdf.read_bytes(), 0, 1_600)
    image = Image.frombytes("RGBX", (picture.width, picture.height), picture.dots, "raw", "BGRX", picture.stride)
    return [one.text for one in zxingcpp.read_barcodes(image.convert("L"))]


def test_a_driverless_printer_receives_the_paper_as_it_was_wanted(
    office: Store, real: tuple[cups.Spooler, driverless.Printer]
) -> None:
    _, printer = real
    caller = administrator(office)
    office.clock = Clock()
    event = events.add(
        caller, office, node="delivery", title="交付日", starts="2026-05-23 08:00", ends="2026-05-23 18:00"
    )
    for name in ("温若水", "纪南星"):
        walk_in(caller, office, event=event, name=name)
    offers = printing.offers(caller, office, queue="Laser")
    assert (offers.sides, offers.trays) == (OFFERS.sides, ("Auto", "Main", "Manual", "ByPassTray"))
    assert "A4" in offers.media

    sent = shelf.print_out(
        caller, office, wanted=Wanted("forms", event), name="交付日 意见表", queue="Laser",
        options=PrintOptions(2, "long", "Manual", "A4"),
    )  # fmt: skip
    go_round(office)
    (got,) = printer.received(1)

    assert sent.report.pages == len(PdfReader(got.pdf).pages) == 2
    assert {"温若水", "纪南星"} <= set(re.findall("温若水|纪南星", text_of(got.pdf)))
    assert codes_of(got.pdf)
    assert (got.told["IPP_COPIES"], got.told["IPP_SIDES"]) == ("2", "two-sided-long-edge")
    assert "manual" in got.told["IPP_MEDIA_COL"]
    assert "x-dimension=21000" in got.told["IPP_MEDIA_COL"]
    assert only(office).state in ("sent", "printing", "done")


def test_a_real_printer_that_is_stopped_gets_its_paper_once_when_it_goes_on(
    office: Store, real: tuple[cups.Spooler, driverless.Printer], clock: Clock
) -> None:
    spooler, printer = real
    pdf = office.path.with_name("paper.pdf")
    _draw(pdf)
    driverless.at_rest(spooler, "Laser")
    before = len(printer.received(0))
    spooler.tell("cupsdisable", "-r", "out of paper", "Laser")
    paper = Paper("", "一页", None, pdf.read_bytes(), 1)
    for _ in range(2):
        print_queue.enqueue(
            administrator(office), office, paper=paper, queue="Laser", options=PrintOptions(), press="one"
        )
    go_round(office)
    assert (only(office).state, only(office).trouble, only(office).words) == (
        "waiting", "printer_stopped", "out of paper",
    )  # fmt: skip
    spooler.tell("cupsenable", "Laser")
    for _ in range(2):
        go_round(office)

    assert len(printer.received(before + 1)) == before + 1
    # The program ended before it could write the job's name down.
    with office.transaction(verb="test.forget") as tx:
        paper_jobs.note(tx, only(office).id, tx.now, state="waiting", spooled="", claimed_at=tx.now)
    clock.now += 61_000
    go_round(office)
    assert only(office).spooled.startswith("Laser-")
    assert len(printer.received(before + 2, 0.5)) == before + 1


def test_what_is_cancelled_at_the_spooler_is_told_from_what_is_printed(
    office: Store, real: tuple[cups.Spooler, driverless.Printer], clock: Clock
) -> None:
    spooler, printer = real
    driverless.at_rest(spooler, "Laser")
    before = len(printer.received(0))
    spooler.tell("cupsdisable", "Laser")
    try:
        pdf = office.path.with_name("paper.pdf")
        _draw(pdf)
        spooled = [printing.send(pdf, "Laser", title="x") for _ in range(2)]
        spooler.tell("cancel", spooled[0])
        assert printing.system().fortune(spooled[0]) == Fortune("cancelled")
        assert printing.system().fortune(spooled[1]) == Fortune("waits")
        assert printing.system().cancel(spooled[1])
        assert printing.system().fortune("Laser-999") == Fortune("gone")
    finally:
        spooler.tell("cupsenable", "Laser")
    assert len(printer.received(before + 1, 0.3)) == before


def test_the_helper_for_windows_reaches_a_printer_with_copies_and_both_sides(
    office: Store, real: tuple[cups.Spooler, driverless.Printer]
) -> None:
    spooler, printer = real
    driverless.at_rest(spooler, "Laser")
    before = len(printer.received(0))
    pdf = office.path.with_name("paper.pdf")
    _draw(pdf, pages=2)
    assert windows.tell(Order("queues")).names == ("Laser",)
    assert windows.tell(Order("offers", "Laser")).sides == OFFERS.sides

    windows.Windows().send(pdf, "Laser", title="x", options=PrintOptions(2, "long"))

    got = printer.received(before + 1)[-1]
    assert len(PdfReader(got.pdf).pages) == 2
    assert (got.told["IPP_COPIES"], got.told["IPP_SIDES"]) == ("2", "two-sided-long-edge")


def test_where_the_spooler_cannot_be_asked_more_it_is_known_what_waits_and_nothing_is_found_twice(
    real: tuple[cups.Spooler, driverless.Printer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spooler, _ = real
    driverless.at_rest(spooler, "Laser")
    for name in ("lp", "lpstat", "cancel"):
        (tmp_path / name).symlink_to(str(shutil.which(name)))
    monkeypatch.setenv("PATH", str(tmp_path))
    system, pdf = printing.system(), tmp_path / "paper.pdf"
    _draw(pdf)
    # Whoever holds it at the spooler keeps it there.
    done = subprocess.run(
        ["lp", "-H", "hold", "-d", "Laser", str(pdf)], capture_output=True, check=True, encoding="utf-8"
    )
    job = done.stdout.split()[3]

    assert system.fortune(job) == Fortune("prints")
    assert system.find("Laser", "#nothing") is None
    assert system.cancel(job)
    assert system.fortune(job) == Fortune("gone")


def _draw(pdf: Path, pages: int = 1) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(pdf))
    for _ in range(pages):
        canvas.rect(10, 10, 50, 50)
        canvas.showPage()
    canvas.save()


def test_a_printer_that_is_switched_off_and_on_again_prints_what_waited_once(
    office: Store, real: tuple[cups.Spooler, driverless.Printer]
) -> None:
    spooler, printer = real
    driverless.at_rest(spooler, "Laser")
    before = len(printer.received(0))
    printer.stop()
    pdf = office.path.with_name("paper.pdf")
    _draw(pdf)
    paper = Paper("", "一页", None, pdf.read_bytes(), 1)
    print_queue.enqueue(administrator(office), office, paper=paper, queue="Laser", options=PrintOptions(), press="off")
    go_round(office)
    for _ in range(40):
        go_round(office)
        if only(office).words:
            break
        time.sleep(0.1)
    assert only(office).state == "printing"
    assert "unavailable" in only(office).words or "not responding" in only(office).words
    printer.start()

    # The spooler knocks every few seconds.
    assert len(printer.received(before + 1, 40)) == before + 1
    for _ in range(100):
        go_round(office)
        if only(office).state == "done":
            break
        time.sleep(0.2)
    assert (only(office).state, only(office).trouble) == ("done", "")


# The command line


def test_the_command_line_prints_lists_cancels_and_prints_anew(office: Store, printers: Printers, clock: Clock) -> None:
    folder, file = office.path.parent, office.path.name
    _draw(folder / "总结.pdf")
    office.close()
    printers.off["大堂"] = "缺纸"

    def paper(*words: str, status: int = 0) -> dict[str, Any]:
        done = run_here("--data", file, "--json", "paper", *words, folder=folder)
        assert done.status == status, done.messages
        return done.document()

    waiting = paper("print", "总结.pdf", "--queue", "大堂", "--copies", "2", "--sides", "long", "--tray", "Manual")
    assert (waiting["printer"], waiting["state"], waiting["trouble"]) == ("大堂", "waiting", "printer_stopped")
    assert (waiting["pages"], waiting["copies"], waiting["sides"], waiting["is_new"]) == (1, 2, "long", True)
    assert [one["words"] for one in paper("jobs")["jobs"]] == ["缺纸"]
    assert paper("retry", waiting["job"], "--queue", "二楼")["state"] == "sent"
    assert paper("cancel", waiting["job"])["state"] == "cancelled"
    assert paper("retry", "nothing", status=2)["error"]["code"] == "id_unknown"
    assert paper("print", "总结.pdf", "--queue", "大唐", status=1)["error"]["code"] == "printer_unknown"
    assert paper("print", "keins.pdf", status=4)["error"]["code"] == "paper_missing"
    offered = {one["printer"]: one for one in paper("printers")["printers"]}
    assert offered["大堂"] == {
        "printer": "大堂", "usual": True, "sides": list(OFFERS.sides), "trays": list(OFFERS.trays),
        "media": list(OFFERS.media),
    }  # fmt: skip
    shown = run_here("--data", file, "paper", "jobs", folder=folder).out
    assert shown.split()[:2] == ["Cancelled", "总结"]
    assert waiting["job"] in shown
