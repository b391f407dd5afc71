"""The papers with a company's own words on them, drawn with invented people and a mark of its own."""

from dataclasses import replace
from datetime import date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from desktop.paper.content import Addition, FormPromise, Logo, Report
from desktop.paper.duty_sheet import DutySheet, duty_sheet
from desktop.paper.invitation_cards import invitation_cards
from desktop.paper.privacy_notice import PrivacyNotice, privacy_notice
from desktop.paper.talk_record import RecordConcern, TalkRecord, talk_record
from desktop.paper.wording import logo_of, made_ready
from desktop.rules import privacy
from tests.paper.samples import HEAD, ZONE, cards


def drawn_mark(width: int = 900, height: int = 300, mode: str = "RGBA", kind: str = "PNG") -> bytes:
    """A picture as a company hands it in: a mark with empty paper round it."""
    from PIL import Image, ImageDraw

    image = Image.new(mode, (width, height), (0, 0, 0, 0) if mode == "RGBA" else "white")
    pen = ImageDraw.Draw(image)
    pen.ellipse((width // 20, height // 8, width // 20 + height * 3 // 4, height * 7 // 8), fill="#1e5a3c")
    pen.rectangle((width // 2, height // 3, width * 19 // 20, height // 2), fill="#1e5a3c")
    out = BytesIO()
    image.save(out, kind)
    return out.getvalue()


@cache
def mark() -> Logo:
    """The mark made ready to be printed."""
    return logo_of(made_ready(drawn_mark()))


def notice(out: Path, name: str) -> Report:
    facts = {"company": HEAD.company, "project": name, "service": HEAD.service_name, "line": HEAD.service_line}
    sections = tuple((one.title, one.paragraphs) for one in privacy.sections(privacy.shipped(), facts))
    content = PrivacyNotice(
        HEAD.company, name, HEAD.service_name, HEAD.service_line, 2, HEAD.as_of, sections, mark()
    )  # fmt: skip
    return privacy_notice(content, out)


def duty(out: Path, name: str, words: str) -> Report:
    told = "\n".join(("2026-05-16 工地开放日", words))
    line = (name, "区域客户关系部负责人", "2026年5—6月", "1", "1", "已完成", told, "3")
    others = ((*line[:6], "2026-05-16 工地开放日", "3"),) * 39
    content = DutySheet(
        HEAD.company, HEAD.project, "2026年第2季度", HEAD.as_of, (line, *others),
        ("合计", "", "", "40", "40", "", "", "120"), 2, 1, 11, 14, (name, "韩若川"),
        ((name, "项目总经理", "2026年4月", "1", "0", ""),),
        ((name, "2026-05-01 至 2026-06-30", words[:900], "乔知节"),), mark(),
    )  # fmt: skip
    return duty_sheet(content, out)


def record(out: Path, name: str, words: str) -> Report:
    concern = RecordConcern(
        "青-05-7K2A-0021-1", words, "报修 · 工程品质 · 较急", (("期望", "当场看着重做"), ("答复", words[:900])),
        (Addition(date(2026, 5, 18), name, words[:900]),),
    )  # fmt: skip
    promise = FormPromise(words[:400], "工程", name, date(2026, 5, 23))
    talk = TalkRecord(
        "青-05-7K2A-0021", datetime(2026, 5, 16, 9, 42, tzinfo=ZONE), datetime(2026, 5, 16, 10, 5, tzinfo=ZONE),
        f"{name} 女士", "6 栋 2 单元 1201", "138****6620", "宋明远 区域总裁", "", "何苗", "苏棠、韩若川", "", "",
        (concern, replace(concern, number="青-05-7K2A-0021-2", is_need=True)),
        (("青-05-7K2A-0021-1", promise, True),), (words[:900],),
    )  # fmt: skip
    return talk_record(talk, HEAD, out)


def a6_cards(out: Path, name: str) -> Report:
    return invitation_cards(cards((name, "周一")), replace(HEAD, logo=mark()), out)
