"""`paper read`: scans of a day's forms, attached, read and kept, from the command line."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.paper.layout import Layout
from desktop.services.forms import boxes, finding
from desktop.services.forms.layouts import layouts_of
from desktop.services.opening import open_database
from desktop.services.registry import administrator
from tests.journeys.program import Machine

pytest.importorskip("cv2", reason="reading sheets needs the extra paper-in")
from tests.reading.pens import PENS, Pen, Picture, mark
from tests.reading.sheets import picture_of

EVENT = "工地开放日"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    machine = Machine(tmp_path_factory.mktemp("office"), "office.db", is_here=True)
    machine.do("init", "--plain", "--project", "青禾里", "--device", "办公室")
    machine.do("event", "add", "--node", "site_open_day", "--title", EVENT,
               "--starts", "2026-05-16T08:00", "--ends", "2026-05-16T18:00")  # fmt: skip
    for name in ("陈知夏", "单雨桐"):
        machine.do("check-in", "walk-in", "--event", EVENT, "--name", name)
    machine.do("paper", "form", "--event", EVENT, "--pdf", "forms.pdf")
    return machine


@pytest.fixture(scope="module")
def layout(office: Machine) -> Layout:
    """Of the blank form, as it is kept; printing once more adds none."""
    office.do("paper", "form", "--event", EVENT, "--pdf", "again.pdf")
    with open_database(office.folder / office.data) as store:
        (event,) = store.one("SELECT id FROM event") or ("",)
        number = finding.find(administrator(store), store, text="1", event=event).number
        (only,) = layouts_of(store, number)
        assert store.one("SELECT count(*) FROM sheet_layout") == (1,)
    return only


def scanned(office: Machine, layout: Layout, page: int, *names: str) -> Picture:
    picture, chance = picture_of((office.folder / "forms.pdf").read_bytes(), page), np.random.default_rng(5)
    for box in layout.pages[0].boxes:
        if box.name in names:
            mark(picture, box, "cross", Pen(PENS[2], 1.0, 0.95), chance)
    return picture


def test_scans_of_several_pages_are_attached_and_read_once(office: Machine, layout: Layout) -> None:
    first, second = scanned(office, layout, 0, "verdict.a", "consent.quote"), scanned(office, layout, 1)
    second[: second.shape[0] // 2, : second.shape[1] // 2] = 255
    file: Path = office.folder / "scans.tif"
    Image.fromarray(first).save(file, save_all=True, append_images=[Image.fromarray(second)], compression="tiff_lzw")

    once = office.refused("paper", "read", "scans.tif", "--event", EVENT)
    again = office.refused("paper", "read", "scans.tif", "--event", EVENT)

    read, refused = once["sheets"]
    assert (once["read"], once["refused"]) == (1, 1)
    assert (read["file"], read["page"], read["pages"], read["known"]) == ("scans.tif p1", 1, 1, False)
    assert {box["box"] for box in read["boxes"] if box["ticked"]} == {"verdict.a", "consent.quote"}
    assert not any(box["doubtful"] for box in read["boxes"])
    assert refused["attachment"]
    assert (refused["code"], refused["boxes"]) == ("sheet_no_marks", [])
    assert refused["next"].startswith("Photograph it with all four black squares")
    assert [one["known"] for one in again["sheets"]] == [True, True]
    assert [one["attachment"] for one in again["sheets"]] == [one["attachment"] for one in once["sheets"]]
    with open_database(office.folder / office.data) as store:
        form = finding.find(administrator(store), store, text=read["number"]).form
        kept = boxes.standing(store, form)
    assert {one.box for one in kept.boxes if one.is_ticked} == {"verdict.a", "consent.quote"}


def test_what_is_no_form_is_told_and_attached_nowhere(office: Machine) -> None:
    Image.new("RGB", (800, 600), "white").save(office.folder / "garden.jpg")
    (office.folder / "notes.txt").write_text("no picture", encoding="utf-8")

    said = office.refused("paper", "read", "garden.jpg", "notes.txt", "--event", EVENT)

    assert {one["file"]: one["code"] for one in said["sheets"]} == {
        "garden.jpg": "sheet_no_code",
        "notes.txt": "photo_no_picture",
    }
    assert not any(one["attachment"] for one in said["sheets"])


def test_a_picture_that_is_not_there_is_told(office: Machine) -> None:
    said = office.refused("paper", "read", "gone.jpg", "--event", EVENT)

    assert said["sheets"][0]["code"] == "photo_gone"
