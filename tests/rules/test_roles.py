"""Roles and their letters."""

import pytest

from desktop.rules.codes import codes
from desktop.rules.roles import ROLE_LETTERS, ROLES, roles_of


def test_every_role_has_words() -> None:
    assert codes("role") == ROLES


def test_the_letters_of_the_table_stand_for_seven_roles() -> None:
    assert dict(ROLE_LETTERS) == {
        "REC": "recorder",
        "EXE": "host",
        "COO": "coordinator",
        "DEP": "handler",
        "DH": "department_head",
        "CB": "callback",
        "SUP": "supervisor",
    }


def test_letters_are_spelt_out_in_order() -> None:
    assert roles_of("CB SUP") == ("callback", "supervisor")
    with pytest.raises(KeyError):
        roles_of("CB BOSS")
