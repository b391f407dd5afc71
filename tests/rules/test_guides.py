import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.codes import codes
from desktop.rules.guides import guide_of, ticked, ticks_text


@pytest.mark.parametrize("node", codes("node"))
def test_every_node_has_a_guide_in_both_languages(node: str) -> None:
    guide = guide_of(node)

    assert guide is not None
    assert guide.version >= 1
    assert len(guide.prompts) >= 4
    assert all(prompt.zh.strip() and prompt.en.strip() for prompt in guide.prompts)


def test_a_node_that_a_project_added_has_none() -> None:
    assert guide_of("roof_garden") is None


@given(st.integers(1, 99), st.frozensets(st.integers(0, 40)))
def test_what_is_ticked_is_read_back(version: int, places: frozenset[int]) -> None:
    assert ticked(ticks_text(version, places)) == (version, places)


@pytest.mark.parametrize("kept", [None, "", "x", ":", "-1:2", "一:0"])
def test_nothing_readable_is_nothing_ticked(kept: str | None) -> None:
    assert ticked(kept) == (0, frozenset())
