"""The client's copy: their words in full and unchanged, what was answered, what is promised until when."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.paper.client_copy import client_copy
from desktop.paper.content import ClientCopy, CopyConcern, FormPromise
from tests.paper.samples import HEAD, MARKUP, WORDS

poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")

COPY = ClientCopy(
    number="青-05-7K2A-0021",
    started=HEAD.starts,
    ended=HEAD.ends,
    name="陈知夏",
    title="女士",
    room="6 栋 2 单元 1201",
    phone_masked="138****6620",
    host="宋明远",
    present=("苏棠",),
    concerns=(
        CopyConcern(
            "青-05-7K2A-0021-1", WORDS, "报修", "工程品质", "尽快修好", "工程总监已到场查看，5月18日前书面答复"
        ),
        CopyConcern("青-05-7K2A-0021-2", "到底按哪个图交房？", "投诉"),
    ),
    promises=(FormPromise("重做地漏找坡并做 24 小时闭水", "工程", "陆文谦", date(2026, 5, 23)),),
    asides=("北门那边晚上太黑了",),
)


def text_of(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True, text=True)
    return re.sub(r"\s", "", done.stdout)


@poppler
def test_everything_that_was_said_answered_and_promised_stands_on_one_page(tmp_path: Path) -> None:
    out = tmp_path / "copy.pdf"

    report = client_copy(COPY, HEAD, out)

    assert (report.pages, report.missing) == (1, ())
    text = text_of(out)
    for said in (
        *("陈知夏女士", "6栋2单元1201", "138****6620", "宋明远、苏棠", "青-05-7K2A-0021-2", "到底按哪个图交房？"),
        *("我们的答复工程总监已到场查看，5月18日前书面答复", "尽快修好", "重做地漏找坡并做24小时闭水", "5月23日前"),
        *("现场还没有答复", "北门那边晚上太黑了", "由您说“解决了”，这件事才算完。", "客户签字", "接待人签字"),
        "不影响您依合同和法律享有的权利",
    ):
        assert said in text, said
    assert re.sub(r"\s", "", WORDS) in text


@poppler
def test_words_longer_than_a_page_go_on_and_lose_nothing(tmp_path: Path) -> None:
    words = "".join(f"第{number}句，地面又返水了。" for number in range(400))
    out = tmp_path / "copy.pdf"

    report = client_copy(replace(COPY, concerns=(CopyConcern("n-1", words),)), HEAD, out)

    assert report.pages > 1
    text = text_of(out)
    assert all(f"第{number}句，" in text for number in range(400))
    assert text.count("客户签字") == 1


@poppler
def test_a_client_without_a_name_and_markup_in_the_words_are_printed_as_they_are(tmp_path: Path) -> None:
    nobody = replace(COPY, name="", title="", room="", phone_masked="", concerns=(CopyConcern("n-1", MARKUP),))
    out = tmp_path / "copy.pdf"

    client_copy(nobody, HEAD, out)

    text = text_of(out)
    assert "未留姓名" in text
    assert re.sub(r"\s", "", MARKUP) in text


def test_the_same_talk_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        client_copy(COPY, HEAD, tmp_path / name)

    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
