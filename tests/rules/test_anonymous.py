"""Words that leave the house tell nobody's name, telephone or room."""

import pytest

from desktop.rules.anonymous import covered, tells_who

NAMES = ("温若水", "欧阳千寻", "李")


@pytest.mark.parametrize(
    "text",
    ["请找温若水", "我的电话 13800010001", "住6-2-1201", "6 栋 2 单元", "3号楼1201", "写信到 a@b.cn"],
)
def test_a_text_that_tells_who_it_was_is_known(text: str) -> None:
    assert tells_who(text, NAMES)


@pytest.mark.parametrize("text", ["水往外流", "2026-05-23 前修好", "6 栋的电梯", "等了 15 分钟，说了 3 次", "李子很甜"])
def test_what_tells_nobody_may_be_said(text: str) -> None:
    assert not tells_who(text, NAMES)
    assert covered(text, NAMES) == text


def test_a_title_keeps_its_matter_and_loses_its_names() -> None:
    assert covered("欧阳千寻和温若水都说漏水", NAMES) == "欧＊＊寻和温＊水都说漏水"  # noqa: RUF001
    assert covered("6-2-1201 漏水", NAMES) == "… 漏水"
