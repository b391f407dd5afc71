"""What the device remembers survives, and a broken file never keeps a kiosk from starting."""

from pathlib import Path

import pytest

from desktop.settings import Settings, load_settings, save_settings


def test_settings_come_back_as_they_were_kept(tmp_path: Path) -> None:
    chosen = Settings(language="en", theme="dark", face="kiosk", data_file="C:\\亲听\\a.db", scanner_gap_ms=80)
    file = tmp_path / "new folder" / "settings.toml"

    save_settings(chosen, file)

    assert load_settings(file) == chosen


def test_a_device_without_settings_has_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == Settings()


@pytest.mark.parametrize("content", [b"language = ", b"\xff\xfe\x00", b"[[["])
def test_a_broken_file_counts_as_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)

    assert load_settings(file) == Settings()


@pytest.mark.parametrize(
    "line",
    [
        'language = "fr"',
        'theme = "pink"',
        "scanner_gap_ms = 5",
        "scanner_gap_ms = true",
        "has_sounds = 1",
        "volume = 101",
    ],
)
def test_a_value_that_cannot_be_used_has_its_default(tmp_path: Path, line: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'{line}\nform_printer = "Front desk"\n', encoding="utf-8")

    assert load_settings(file) == Settings(form_printer="Front desk")


def test_a_note_that_a_person_wrote_into_the_file_stays(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('# the printer by the door\nform_printer = "A"\n', encoding="utf-8")

    save_settings(Settings(form_printer="B"), file)

    assert "# the printer by the door" in file.read_text(encoding="utf-8")
    assert load_settings(file).form_printer == "B"


def test_nothing_but_the_settings_is_left_in_the_folder(tmp_path: Path) -> None:
    save_settings(Settings(), tmp_path / "settings.toml")

    assert [file.name for file in tmp_path.iterdir()] == ["settings.toml"]
