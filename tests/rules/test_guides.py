import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import Misused
from desktop.rules.codes import codes
from desktop.rules.guides import (
    LINES_MOST,
    Guide,
    Line,
    Option,
    checked,
    guide_of,
    lines_text,
    read_lines,
    shipped,
    ticked,
    ticks_text,
)
from desktop.rules.nodes import duties_of, matrix

TWO = (Option("有", "Yes"), Option("没有", "No"))


@pytest.mark.parametrize("node", codes("node"))
def test_every_node_has_a_guide_in_both_languages_with_prompts_and_questions(node: str) -> None:
    guide = guide_of(node)

    assert guide is not None
    assert guide.version == 2
    assert len(guide.prompts) >= 3
    assert len(guide.questions) >= 4
    assert {"choice", "scale", "text"} <= {line.kind for line in guide.questions}
    said = [line for line in guide.lines] + [option for line in guide.lines for option in line.options]
    assert all(one.zh.strip() and one.en.strip() for one in said)
    assert checked(guide.lines) == guide.lines


@pytest.mark.parametrize("node", codes("node"))
def test_the_version_that_was_shipped_first_is_still_there(node: str) -> None:
    first, _ = shipped(node)

    assert (first.version, len(first.questions)) == (1, 0)
    assert len(first.prompts) == 5


def test_b29_doors_and_windows_entryway_and_privacy_are_areas_that_the_second_node_asks_about() -> None:
    guide = guide_of("product_positioning")

    assert {"doors_windows", "entrance", "privacy"} <= set(codes("sub_area"))
    assert guide is not None
    assert {"doors_windows", "entrance", "privacy"} <= guide.topics


def test_a_node_that_a_project_added_has_none() -> None:
    assert guide_of("roof_garden") is None


def test_a20_every_node_is_led_by_at_least_one_of_the_seven_departments() -> None:
    departments = set(codes("department"))
    assert len(departments) == 7

    grid = matrix()

    assert len(grid) == 7
    for node, parts in grid:
        assert {name for name, _ in parts} == departments
        assert [name for name, part in parts if part == "lead"], node
        assert set(duties_of(node).lead) | set(duties_of(node).help) <= departments
    assert duties_of("roof_garden").lead


def test_lines_are_read_back_as_they_were_kept() -> None:
    guide = guide_of("delivery")
    assert guide is not None

    assert read_lines(lines_text(guide.lines)) == guide.lines


def test_a_question_gets_a_key_and_its_answers_codes_and_those_that_have_one_keep_it() -> None:
    made = checked(
        (Line("prompt", " 请先听 "), Line("text", "最怕什么", key="q1"), Line("choice", "钥匙", options=TWO))
    )

    assert [line.key for line in made] == ["", "q1", "q2"]
    assert made[0].zh == "请先听"
    assert made[2].codes == ("1", "2")
    mended = Line("choice", "钥匙齐吗", key="q2", options=(Option("没有", code="2"), Option("少一把")))
    assert checked((mended,))[0].codes == ("2", "1")


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ((), "guide_empty"),
        ((Line("prompt", "听"),) * (LINES_MOST + 1), "guide_too_long"),
        ((Line("prompt", "  "),), "guide_line_empty"),
        ((Line("choice", "钥匙", options=TWO[:1]),), "guide_options"),
        ((Line("choice", "钥匙", options=(Option("有", code="1"), Option("无", code="1"))),), "guide_options"),
        ((Line("choice", "钥匙", options=TWO * 5),), "guide_options"),
        ((Line("scale", "几分", options=TWO[:1]),), "guide_options"),
        ((Line("text", "一", key="a"), Line("text", "二", key="a")), "guide_key_twice"),
        ((Line("text", "一", topics=("nonsense",)),), "code_unknown"),
    ],
)
def test_a_guide_that_cannot_lead_a_talk_is_refused(lines: tuple[Line, ...], code: str) -> None:
    with pytest.raises(Misused) as refused:
        checked(lines)

    assert refused.value.code == code


@pytest.mark.parametrize("text", ["", "x", "{}", '[{"zh": "一"}]', '[{"kind": "sing", "zh": "一"}]'])
def test_what_is_no_list_of_lines_is_refused_with_the_place(text: str) -> None:
    with pytest.raises(Misused) as refused:
        read_lines(text)

    assert refused.value.code == "guide_unreadable"


def test_an_answer_is_said_in_the_words_of_its_option() -> None:
    guide = Guide(1, checked((Line("choice", "钥匙", options=TWO), Line("scale", "几分"))))

    assert guide.questions[0].value_said("2", "en") == "No"
    assert guide.questions[1].value_said("4", "zh") == "4 / 5"
    assert guide.questions[0].value_said("9", "zh") == "9"


@given(st.integers(1, 99), st.frozensets(st.integers(0, 40)))
def test_what_is_ticked_is_read_back(version: int, places: frozenset[int]) -> None:
    assert ticked(ticks_text(version, places)) == (version, places)


@pytest.mark.parametrize("kept", [None, "", "x", ":", "-1:2", "一:0"])
def test_nothing_readable_is_nothing_ticked(kept: str | None) -> None:
    assert ticked(kept) == (0, frozenset())
