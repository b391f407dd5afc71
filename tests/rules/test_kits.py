"""What a device is told after it has taken a kit, judged from figures alone."""

from dataclasses import replace

import pytest

from desktop.rules import kits
from desktop.rules.kits import DAY_MS, Expected, Finding, Seen
from resources.wording import wording

EVENING = 1_779_451_200_000
EXPECTED = Expected(made_at=EVENING, ends_at=EVENING + DAY_MS, codes=200, staff=5, needs=(), others=3)
SEEN = Seen(at=EVENING + 40_000_000, free_mb=50_000, codes=200, staff=5, printers=1, trusted_others=3)


def lacking(expected: Expected, seen: Seen) -> list[str]:
    return [one.code for one in kits.judge(expected, seen) if one.state != "ready"]


def test_a_device_with_everything_lacks_nothing() -> None:
    assert lacking(EXPECTED, SEEN) == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"codes": 199}, "kit_list_short"),
        ({"list_trouble": "damaged"}, "kit_list_not_taken"),
        ({"staff": 4}, "kit_staff_short"),
        ({"free_mb": 199}, "kit_disk_full"),
        ({"free_mb": 999}, "kit_disk_scant"),
        ({"trusted_others": 2}, "kit_others_waiting"),
        ({"at": EVENING - 3 * 60_000}, "kit_clock_behind"),
        ({"at": EVENING - 5 * 3_600_000}, "kit_clock_behind_hours"),
        ({"at": EVENING + 3 * DAY_MS}, "kit_clock_after"),
    ],
)
def test_each_thing_that_is_off_is_named(changed: dict[str, int], code: str) -> None:
    assert lacking(EXPECTED, replace(SEEN, **changed)) == [code]  # type: ignore[arg-type]  # one field each


def test_a_clock_a_minute_apart_is_nobodys_concern() -> None:
    assert lacking(EXPECTED, replace(SEEN, at=EVENING - 60_000)) == []


def test_a_printer_is_asked_for_only_where_it_is_needed() -> None:
    without = replace(SEEN, printers=0)
    assert lacking(EXPECTED, without) == []
    assert lacking(replace(EXPECTED, needs=("printer",)), without) == ["kit_printer_none"]


def test_the_office_sees_a_clock_that_is_ahead_of_its_own() -> None:
    found = kits.judge(EXPECTED, SEEN)
    later = kits.seen_from_office(found, answered_at=EVENING + 20 * 60_000, read_at=EVENING)
    assert [dict(one.facts) for one in later if one.code == "kit_clock_ahead"] == [{"minutes": 20}]
    assert kits.seen_from_office(found, answered_at=EVENING + 60_000, read_at=EVENING) == found


@pytest.mark.parametrize(
    ("answer", "trusted", "current", "findings", "standing"),
    [
        (False, False, False, (), "waiting"),
        (True, False, True, (), "compare"),
        (True, True, False, (), "older"),
        (True, True, True, (Finding("kit_disk_full", "lacks"),), "lacks"),
        (True, True, True, (Finding("kit_disk_scant", "warn"),), "ready"),
    ],
)
def test_the_first_thing_that_somebody_has_to_do_decides_how_a_device_stands(
    answer: bool, trusted: bool, current: bool, findings: tuple[Finding, ...], standing: str
) -> None:
    assert kits.standing(has_answer=answer, is_trusted=trusted, is_current=current, findings=findings) == standing


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_finding_has_its_sentence_with_all_facts_filled_in(language: str) -> None:
    nothing = replace(SEEN, codes=0, staff=0, free_mb=10, printers=0, trusted_others=0)
    seen = [
        SEEN, nothing, replace(SEEN, list_trouble="x"), replace(SEEN, at=EVENING - 180_000), replace(SEEN, at=0),
        replace(SEEN, at=EVENING + 9 * DAY_MS, free_mb=500),
    ]  # fmt: skip
    asked = [EXPECTED, replace(EXPECTED, codes=0, staff=0, needs=("printer",))]
    found = [one for expected in asked for each in seen for one in kits.judge(expected, each)]
    found += [one for at in (300_000, DAY_MS) for one in kits.seen_from_office(
        kits.judge(EXPECTED, SEEN), answered_at=EVENING + at, read_at=EVENING)]  # fmt: skip

    assert len({one.code for one in found}) == 20
    for one in found:
        said = wording(one.code, dict(one.facts), language)  # type: ignore[arg-type]  # one of the two
        assert said.message
        assert bool(said.next) == (one.state != "ready")
        assert "{" not in said.message + said.next
