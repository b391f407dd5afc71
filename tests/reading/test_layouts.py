"""Where everything stands on a printed form, as it is kept and as it travels."""

from pathlib import Path

from db.records import Form
from desktop.rules.forms import code_text
from desktop.services.events import events
from desktop.services.exchange import cards, packages
from desktop.services.forms.layouts import layouts_of
from desktop.services.guests.check_ins import walk_in
from desktop.services.opening import found_project, join_project
from desktop.services.papers.forms import write_forms
from desktop.services.registry import administrator

STARTS, ENDS = "2026-05-16 08:00", "2026-05-16 18:00"


def test_how_a_form_was_printed_is_known_on_every_device_and_once_for_equal_forms(tmp_path: Path) -> None:
    with found_project(tmp_path / "a.db", name="青禾里", mark=None, device_name="A", passphrase=None) as store:
        caller = administrator(store)
        event = events.add(caller, store, node="site_open_day", title="工地开放日", starts=STARTS, ends=ENDS)
        for name in ("陈知夏", "单雨桐", "许慕白"):
            walk_in(caller, store, event=event, name=name)
        for _ in range(2):
            write_forms(caller, store, event=event, pdf=tmp_path / "forms.pdf")
        numbers = [one.number for one in store.records(Form, "ORDER BY number")]
        rows = store.one("SELECT (SELECT count(*) FROM sheet_layout), (SELECT count(*) FROM sheet_print)")
        here = [layouts_of(store, code_text(number)) for number in numbers]
        cards.write_card(caller, store, file=tmp_path / "project.card")
        packages.export(caller, store, file=tmp_path / "a.qinting")

    with join_project(
        tmp_path / "b.db", tmp_path / "project.card", device_name="B", role="office", passphrase=None
    ) as other:
        assert packages.take_in(administrator(other), other, file=tmp_path / "a.qinting").taken
        there = [layouts_of(other, code_text(number)) for number in numbers]
        unknown = layouts_of(other, "05-ZZZZ-0001")

    assert rows == (1, 3)
    assert [len(layouts) for layouts in here] == [1, 1, 1]
    assert there == here
    assert unknown == ()
    assert {"verdict.a", "consent.quote", "signer.agent"} <= {box.name for box in here[0][0].pages[0].boxes}
