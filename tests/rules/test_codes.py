"""The shipped code lists and their words."""

import re

import pytest

from db.errors import Fact, Misused
from db.records import Code
from desktop.rules.codes import codes, entries, known_code, label, list_names, number, worded

NOISE = Code(id="sub_area:noise", created_at=0, list="sub_area", code="noise", zh="噪声", en="Noise")
LIFT = Code(id="sub_area:lift", created_at=0, list="sub_area", code="lift", zh="电梯", en="")

SHIPPED = {
    "node": """investment_research product_positioning sales_opening site_open_day delivery
        complaint_reception home_visit""",
    "area": "product_quality engineering_quality service_quality organisation_support",
    "department": """president_office investment research_design engineering marketing client_relations
        property""",
    "level": "group_executive regional_president regional_functional_head project_gm staff",
    "type": "inquiry help complaint repair suggestion praise need",
    "grade": "1 2 3 4",
    "role": """kiosk recorder host coordinator handler department_head callback supervisor office_head
        administrator""",
    "relation": "owner family tenant intending",
    "means": "in_person phone chat signed_sheet department_sheet",
}


@pytest.mark.parametrize("list_name", SHIPPED)
def test_the_lists_are_shipped_in_the_order_of_the_articles(list_name: str) -> None:
    assert codes(list_name) == tuple(SHIPPED[list_name].split())


@pytest.mark.parametrize("list_name", list_names())
def test_every_code_has_words_in_both_languages(list_name: str) -> None:
    for entry in entries(list_name):
        assert re.search("[一-鿿]", entry.zh), entry
        assert re.search("[A-Za-z]", entry.en), entry
        assert not re.search("[一-鿿]", entry.en), entry
        assert entry.zh == entry.zh.strip()
        assert entry.en == entry.en.strip()


@pytest.mark.parametrize("list_name", list_names())
def test_no_two_codes_of_a_list_share_their_words(list_name: str) -> None:
    shown = entries(list_name)
    assert len({entry.zh for entry in shown}) == len(shown)
    assert len({entry.en for entry in shown}) == len(shown)


def test_the_seven_nodes_carry_their_numbers() -> None:
    assert "".join(number("node", code) for code in codes("node")) == "①②③④⑤⑥⑦"
    assert number("area", "product_quality") == ""
    assert number("node", "ball_night") == ""


def test_a_label_is_given_in_the_language_asked_for() -> None:
    assert label("grade", "4", "zh") == "重大"
    assert label("grade", "4", "en") == "Major"


def test_a_code_from_a_newer_device_stands_for_itself() -> None:
    assert label("area", "sound_quality", "zh") == "sound_quality"


def test_the_codes_of_a_project_follow_the_shipped_ones() -> None:
    assert codes("sub_area", (NOISE, LIFT))[-2:] == ("noise", "lift")
    assert label("sub_area", "noise", "en", (NOISE, LIFT)) == "Noise"
    assert codes("area", (NOISE,)) == codes("area")


def test_a_project_code_without_english_shows_its_chinese() -> None:
    assert label("sub_area", "lift", "en", (LIFT,)) == "电梯"


def test_a_project_cannot_reword_a_shipped_code() -> None:
    reworded = Code(id="area:product_quality", created_at=0, list="area", code="product_quality", zh="别的", en="x")
    assert label("area", "product_quality", "zh", (reworded,)) == "产品品质"
    assert codes("area", (reworded,)) == codes("area")


def test_a_known_code_passes_and_an_unknown_one_is_misused() -> None:
    assert known_code("relation", "tenant") == "tenant"
    assert known_code("sub_area", "noise", (NOISE,)) == "noise"
    with pytest.raises(Misused) as caught:
        known_code("relation", "guest")
    assert caught.value.code == "code_unknown"
    assert caught.value.facts == {
        "list": "relation",
        "value": "guest",
        "choices": "owner family tenant intending",
    }


def test_facts_are_put_into_words_by_their_names() -> None:
    facts: dict[str, Fact] = {
        "role": "coordinator supervisor",
        "target": "closed",
        "state": "resolved",
        "count": 3,
        "value": "grade",
    }
    assert worded(facts, "zh") == {
        "role": "客关协调员或区域客关负责人",
        "target": "已闭环",
        "state": "已办结待回访",
        "count": 3,
        "value": "grade",
    }
    assert worded({"role": "host callback"}, "en") == {"role": "Host or Callback officer"}
