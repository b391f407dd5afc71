"""A character that no face has is told with every paper that bears it, and before a printer gets it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.errors import Refused
from db.store import Store
from desktop.paper.content import Missing
from desktop.services.concerns import recording
from desktop.services.papers import badges, printing, shelf
from desktop.services.papers.shelf import Wanted
from desktop.services.receptions import talks
from desktop.services.registry import Caller
from desktop.services.rosters.imports import import_list
from tests.journeys.program import run_here
from tests.screens import office_world as world

# The second stands in no face here.
NAME, CHARACTER = "王𪚥喜", "𪚥"


class Heard:
    """An event at which one client, whose name no face can print, said one thing."""

    def __init__(self, file: Path) -> None:
        self.file = file
        with world.found(file) as store:
            self.caller, self.event = world.with_event(store)
            people = world.with_staff(store)
            listed = file.with_name("list.csv")
            listed.write_text(f"姓名,称谓,房号,电话\n{NAME},女士,6-2-1201,13800010001\n", encoding="utf-8")
            import_list(self.caller, store, file=listed, event=self.event)
            ((self.client,),) = store.query("SELECT id FROM client")
            talks.start(self.caller, store, event=self.event, client=self.client, host=people.host)
            recording.add(
                self.caller, store, event=self.event, client=self.client, received_by=people.host,
                words=f"我家{CHARACTER}漏水", type_code="repair",
            )  # fmt: skip
            self.talk = talks.end(self.caller, store, event=self.event, client=self.client, host=people.host).reception


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Heard:
    return Heard(tmp_path_factory.mktemp("heard") / "office.db")


@pytest.fixture
def store(heard: Heard) -> Iterator[Store]:
    with world.reopened(heard.file) as opened:
        yield opened


@pytest.mark.parametrize(
    "kind",
    ["forms", "heard", "copy", "interview", "invitations", "badges", "summary", "after", "record", "cards", "walk"],
)
def test_looking_at_a_paper_tells_what_no_face_has(heard: Heard, store: Store, kind: str) -> None:
    looked = shelf.look(heard.caller, store, wanted=Wanted(kind, heard.event, reception=heard.talk))
    assert looked.report.pages >= 1
    assert {one.characters for one in looked.report.missing} == {CHARACTER}


@pytest.mark.parametrize(("wanted", "status", "count"), [((), 1, 0), (("--lacking",), 0, 1)])
def test_the_command_line_prints_no_such_badge_unless_it_is_told_to(
    heard: Heard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: tuple[str, ...], status: int, count: int
) -> None:
    sent: list[str] = []
    monkeypatch.setattr(printing, "ready", lambda queue: queue)
    monkeypatch.setattr(printing, "send", lambda _pdf, printer, **_: sent.append(printer))
    file = shutil.copytree(heard.file.parent, tmp_path / "copy") / heard.file.name
    words = ("paper", "badge", "--event", "交付日", "--client", heard.client, "--queue", "门口")

    told = run_here("--data", str(file), *words, *wanted, folder=tmp_path)

    assert (told.status, len(sent)) == (status, count)
    assert CHARACTER in told.out + told.messages


def test_a_badge_that_cannot_be_printed_whole_is_not_sent_unless_somebody_wants_it(
    heard: Heard, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[str] = []
    monkeypatch.setattr(printing, "send", lambda _pdf, printer, **_: sent.append(printer))

    def claim(caller: Caller) -> badges.Claim:
        return badges.claim_badges(caller, store, event=heard.event, printer="门口", client=heard.client, again=True)

    claimed = claim(heard.caller)
    with pytest.raises(Refused, match="no_face_for") as refused:
        badges.hand_over(claimed, whole=True)
    assert refused.value.facts == {"characters": CHARACTER}
    assert not sent
    badges.take_back(heard.caller, store, claim=claimed)

    assert badges.hand_over(claim(heard.caller)).missing == (Missing(NAME, CHARACTER),)
    assert sent == ["门口"]


def test_the_command_line_tells_it_in_words_and_in_json(heard: Heard, tmp_path: Path) -> None:
    words = ("paper", "form", "--event", "交付日", "--pdf", "forms.pdf")
    told = run_here("--data", str(heard.file), "--json", *words, folder=tmp_path).document()
    assert {one["characters"] for one in told["missing"]} == {CHARACTER}
    assert NAME in {one["text"].split()[0] for one in told["missing"]}
    assert f"no glyph for {CHARACTER}: {NAME}" in run_here("--data", str(heard.file), *words, folder=tmp_path).out
