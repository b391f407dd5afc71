"""Sheets read back from pictures: their boxes, their page, and every reason for which one is refused."""

from collections.abc import Iterable
from io import BytesIO

import numpy as np
import pytest

from db.errors import Unreadable
from desktop.paper.layout import Layout, layout_of
from desktop.reading import sheets as reading
from desktop.reading.found import SheetFound
from desktop.reading.sheets import read_sheet
from desktop.rules.forms import code_text
from tests.reading.sheets import Printed, form, many_forms, printed

cv2 = pytest.importorskip("cv2", reason="reading sheets needs the extra paper-in")
from tests.reading.cameras import jpeg, photographed  # noqa: E402
from tests.reading.pens import PENS, Pen, Picture, mark, strike_out, write  # noqa: E402

BLANK, OWNER, LONG = "青-05-7K2A-0003", "青-05-7K2A-0001", "青-05-7K2A-0023"
BALL_PEN = Pen(PENS[1], 0.9, 0.95)
TICKED = ("relation.owner", "anonymous", "answer.1.solved", "answer.2.later", "confirm.true", "verdict.b", "recheck",
          "consent.share", "consent.quote", "signer.spouse")  # fmt: skip


def ticked_page(number: str, names: Iterable[str], page: int = 1, struck: str = "") -> Picture:
    picture, chance = many_forms().picture(number, page), np.random.default_rng(7)
    boxes = {box.name: box for box in many_forms().layouts[number].pages[page - 1].boxes}
    for name in names:
        mark(picture, boxes[name], "tick", BALL_PEN, chance)
    if struck:
        mark(picture, boxes[struck], "tick", BALL_PEN, chance)
        strike_out(picture, boxes[struck], BALL_PEN, chance)
    return picture


def read(picture: Picture, *layouts: Layout) -> SheetFound:
    return read_sheet(jpeg(picture), lambda text: layouts or many_forms().layouts_of(text))


def ticked(found: SheetFound) -> set[str]:
    return {box.name for box in found.boxes if box.is_ticked}


def doubtful(found: SheetFound) -> set[str]:
    return {box.name for box in found.boxes if box.is_doubtful}


def refusal(content: bytes, layouts: tuple[Layout, ...] | None = None) -> Unreadable:
    with pytest.raises(Unreadable) as refused:
        read_sheet(content, lambda text: many_forms().layouts_of(text) if layouts is None else layouts)
    return refused.value


@pytest.fixture(scope="module")
def scan() -> SheetFound:
    return read(ticked_page(BLANK, TICKED))


def test_every_box_of_a_scanned_sheet_is_read_as_it_was_ticked(scan: SheetFound) -> None:
    assert (scan.number, scan.page, scan.pages) == (code_text(BLANK), 1, 1)
    assert len(scan.boxes) == 24
    assert ticked(scan) == set(TICKED)
    assert not doubtful(scan)


def test_boxes_and_handwriting_come_as_pictures_to_look_at(scan: SheetFound) -> None:
    names = {field.name for field in scan.fields}
    kept = [one.picture for one in scan.boxes] + [one.picture for one in scan.fields]
    pictures = [cv2.imdecode(np.frombuffer(one, np.uint8), 1) for one in kept]

    assert {"name", "phone", "words.1", "words.2", "type.1", "place.2", "answer.2", "promise.1", "more"} <= names
    assert all(picture is not None and picture.shape[0] >= 40 and picture.shape[1] >= 60 for picture in pictures)


def test_the_strip_of_a_field_shows_what_was_written_there(scan: SheetFound) -> None:
    picture, chance = many_forms().picture(BLANK, 1), np.random.default_rng(3)
    place = next(one for one in many_forms().layouts[BLANK].pages[0].fields if one.name == "words.2")
    empty = {field.name: field.picture for field in scan.fields}
    write(picture, place.x + 10, place.y + 30, place.x + 250, Pen(PENS[0], 1.4, 1.0), chance)
    strips = {field.name: field.picture for field in read(picture).fields}

    def ink(strip: bytes) -> float:
        return float((cv2.imdecode(np.frombuffer(strip, np.uint8), 0) < 160).mean())

    assert ink(strips["words.2"]) > 1.5 * ink(empty["words.2"])
    assert ink(strips["words.1"]) == pytest.approx(ink(empty["words.1"]), abs=0.003)


def test_a_sheet_photographed_askew_on_a_dark_table_is_read_alike() -> None:
    content = photographed(ticked_page(BLANK, TICKED), np.random.default_rng(41), table=3)

    found = read_sheet(content, many_forms().layouts_of)

    assert ticked(found) == set(TICKED)


def test_what_the_printer_filled_in_is_no_tick_of_a_pen() -> None:
    found = read(ticked_page(OWNER, ["verdict.a"]))

    assert ticked(found) == {"verdict.a"}
    assert not doubtful(found)


def test_a_tick_that_was_struck_out_is_never_taken_in_silence() -> None:
    found = read(ticked_page(BLANK, ["verdict.a"], struck="verdict.c"))

    assert "verdict.c" in doubtful(found)


def test_two_ticks_where_one_is_asked_for_are_both_doubtful() -> None:
    found = read(ticked_page(BLANK, ["verdict.a", "verdict.c", "answer.1.solved", "answer.1.later", "recheck"]))

    assert doubtful(found) == {"verdict.a", "verdict.c", "answer.1.solved", "answer.1.later"}


def test_a_further_page_is_known_by_what_stands_on_it() -> None:
    layout = many_forms().layouts[LONG]
    pages = len(layout.pages)

    found = [read(ticked_page(LONG, [], page)) for page in range(1, pages + 1)]

    assert pages > 2
    assert [(one.page, one.pages) for one in found] == [(page, pages) for page in range(1, pages + 1)]
    assert not any(ticked(one) for one in found)


@pytest.fixture(scope="module")
def later() -> Printed:
    """The form that was blank, printed anew when its talk had been taken down."""
    return printed((form(3, relation="tenant", concerns=1, promises=3),))


def test_a_sheet_is_read_by_the_layout_that_it_was_printed_with(later: Printed) -> None:
    anew, blank = later.layouts[BLANK], many_forms().layouts[BLANK]
    picture = later.picture(BLANK, 1)
    box = next(one for one in anew.pages[0].boxes if one.name == "signer.agent")
    mark(picture, box, "tick", BALL_PEN, np.random.default_rng(2))

    first, second = read(ticked_page(BLANK, TICKED), blank, anew), read(picture, blank, anew)

    assert ticked(first) == set(TICKED)
    assert ticked(second) == {"signer.agent"}


def test_a_sheet_that_fits_none_of_the_known_layouts_is_refused(later: Printed) -> None:
    trouble = refusal(jpeg(ticked_page(BLANK, TICKED)), (later.layouts[BLANK],))

    assert (trouble.code, trouble.facts) == ("sheet_misfit", {"number": code_text(BLANK)})


def test_a_form_whose_layout_has_not_come_is_told_by_its_number() -> None:
    trouble = refusal(jpeg(ticked_page(BLANK, [])), ())

    assert (trouble.code, trouble.facts) == ("sheet_layout_unknown", {"number": code_text(BLANK)})


def test_two_forms_on_one_picture_are_refused() -> None:
    both = np.hstack([many_forms().picture(BLANK, 1), many_forms().picture(OWNER, 1)])

    assert refusal(jpeg(both)).code == "sheet_two_forms"


def test_a_picture_without_a_forms_code_is_refused() -> None:
    upper = many_forms().picture(BLANK, 1)
    upper[:420, 1300:] = 255
    upper[2150:, 1300:] = 255

    assert refusal(jpeg(upper)).code == "sheet_no_code"


def test_a_sheet_whose_corners_are_cut_off_is_refused() -> None:
    assert refusal(jpeg(many_forms().picture(BLANK, 1)[90:, :])).code == "sheet_no_marks"


@pytest.mark.parametrize("content", [b"", b"no picture", b"\xff\xd8\xff\xe0" + bytes(400)])
def test_what_is_no_picture_is_refused_in_words(content: bytes) -> None:
    assert refusal(content).code in {"photo_no_picture", "photo_damaged"}


def test_without_the_extra_the_sheet_is_refused_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "find_spec", lambda _name: None)

    assert refusal(jpeg(ticked_page(BLANK, []))).code == "paper_in_missing"


def test_a_picture_laid_on_its_side_by_the_camera_is_read_alike() -> None:
    from PIL import Image

    turned, kept = Image.fromarray(np.rot90(ticked_page(BLANK, TICKED)).copy()), BytesIO()
    exif = Image.Exif()
    exif[274] = 6
    turned.save(kept, "JPEG", quality=85, exif=exif)

    assert ticked(read_sheet(kept.getvalue(), many_forms().layouts_of)) == set(TICKED)


def test_forms_that_differ_in_words_alone_share_one_layout_and_it_survives_being_kept() -> None:
    layouts = many_forms().layouts
    blank = {number: layout.as_text() for number, layout in layouts.items() if int(number[-4:]) <= 12}

    assert len(set(blank.values())) == 3
    assert all(layout_of(text) == layouts[number] for number, text in blank.items())
    assert max(map(len, blank.values())) < 4_000
