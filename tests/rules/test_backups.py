"""Which copies are kept, and when the next one is due."""

from datetime import UTC, datetime, timedelta

from desktop.rules.backups import EVERY_MS, is_due, kept, moment_of, stamp_of

NOON = datetime(2026, 5, 16, 12, 0, tzinfo=UTC)


def stamps(*ago: timedelta) -> list[str]:
    return [stamp_of(int((NOON - one).timestamp() * 1000)) for one in ago]


def test_a_stamp_reads_back_to_the_second() -> None:
    assert moment_of(stamp_of(1_778_932_801_999)) == 1_778_932_801_000
    assert moment_of("notes") is None


def test_every_quarter_hour_of_two_months_thins_to_hours_days_and_weeks() -> None:
    all_of_them = stamps(*(timedelta(minutes=15 * n) for n in range(60 * 24 * 4)))

    keep = kept(all_of_them)

    last_hours = {stamp[:11] for stamp in stamps(*(timedelta(hours=n) for n in range(24)))}
    last_days = {stamp[:8] for stamp in stamps(*(timedelta(days=n) for n in range(14)))}
    assert last_hours <= {stamp[:11] for stamp in keep}
    assert last_days <= {stamp[:8] for stamp in keep}
    assert 24 + 13 <= len(keep) <= 24 + 14 + 8 + 8
    assert max(all_of_them) in keep


def test_copies_of_a_computer_that_was_off_for_a_month_stay() -> None:
    old = stamps(*(timedelta(days=40 + n) for n in range(5)))

    assert kept(old) == frozenset(old)


def test_a_file_with_another_name_is_never_thrown_away() -> None:
    assert "mine" in kept(["mine", *stamps(*(timedelta(minutes=n) for n in range(90)))])


def test_a_copy_is_due_after_a_quarter_of_an_hour_and_when_the_clock_went_back() -> None:
    stamp = stamp_of(1_000_000_000_000)

    assert is_due(None, 0)
    assert not is_due(stamp, 1_000_000_000_000 + EVERY_MS - 1)
    assert is_due(stamp, 1_000_000_000_000 + EVERY_MS)
    assert is_due(stamp, 1_000_000_000_000 - 1)
