"""Invented people and events for the papers; `python -m tests.paper.samples DIR` draws three with odd content."""

import sys
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from desktop.paper.content import (
    Addition,
    AnnexConcern,
    Bar,
    CommonIssue,
    EventHead,
    EventSummary,
    FeedbackForm,
    Figure,
    FormConcern,
    FormPromise,
    HostRow,
    InvitationCard,
    Note,
    Phrase,
    SummaryPromise,
    Verdicts,
)
from desktop.paper.feedback_form import feedback_forms
from desktop.paper.invitations import invitation_sheet
from desktop.paper.summary import event_summary

ZONE = ZoneInfo("Asia/Shanghai")
RARE_NAMES = ("刘𬭚", "欧阳𠅤", "㛃 䶮", "𠮷田", "阿依古丽·买买提明", "测试")
WORDS = "上次来我就说了，卫生间那个地面，比外面还高一点，水一冲就往外跑，老人家要滑倒的。"
MARKUP = "<b>粗体</b> 与 a<b、Q&A 都照原样 <img src='x'/>。"

HEAD = EventHead(
    company="禾屿置业",
    service_line="400-000-0000（每天 8:30–20:00）",  # noqa: RUF001
    project="青禾里 二期",
    event="工地开放日",
    node="④ 工地开放",
    place="青禾里二期 6 栋现场与样板间",
    starts=datetime(2026, 5, 16, 9, tzinfo=ZONE),
    ends=datetime(2026, 5, 16, 12, tzinfo=ZONE),
    as_of=datetime(2026, 5, 16, 12, 30, tzinfo=ZONE),
)


def cards(names: tuple[str, ...]) -> tuple[InvitationCard, ...]:
    return tuple(
        InvitationCard(
            name, "女士", f"{n} 栋 2 单元 1201", "09:30-10:00", f"QT7K2AABCDEFGHIJKLMNO{n:03d}", f"{1234560 + n}"
        )
        for n, name in enumerate(names, 1)
    )


def blank_form(number: str = "青-05-7K2A-0022", name: str = "阿依古丽·买买提明") -> FeedbackForm:
    return FeedbackForm(number, name, "女士", "6 栋 2 单元 1202", "139****0031")


def filled_form(number: str = "青-05-7K2A-0021", words: str = WORDS) -> FeedbackForm:
    return FeedbackForm(
        number=number,
        name="陈知夏",
        title="女士",
        room="6 栋 2 单元 1201",
        phone_masked="138****6620",
        relation="owner",
        contact_wish="工作日 19:00 后，电话",
        companions=2,
        hosts="宋明远 · 区域总裁、韩若川 · 项目总经理",
        companion_staff="苏棠",
        recorder="何苗",
        checked_in=datetime(2026, 5, 16, 9, 42, tzinfo=ZONE),
        waited_min=6,
        concerns=(
            FormConcern(words, "报修", "工程品质", "次卫地面", "当场看着重做", "5月23日前复核并书面答复。", False),
            FormConcern("玄关柜放不下。", "投诉", "产品品质", "入户玄关", "书面说明，附图，" * 8, "已说明。", True),
        ),
        promises=(
            FormPromise("重做地漏找坡，做 24 小时闭水，请客户到场看", "工程", "陆文谦", date(2026, 5, 23)),
            FormPromise("玄关墙体按哪版图交付，书面答复", "研发设计", "阿依古丽·买买提明", date(2026, 5, 18)),
        ),
    )


def annex_concern(index: int, words: str = WORDS) -> AnnexConcern:
    return AnnexConcern(
        number=f"青-05-7K2A-{index:04d}-1",
        client="陈＊夏 女士",  # noqa: RUF001
        room=f"{index % 9 + 1} 栋 1201",
        received_by="宋明远",
        type="报修",
        area="工程品质",
        words=words,
        state="办理中",
        answer="工程总监已到场查看，5月18日前书面答复。",
        additions=(Addition(date(2026, 5, 18), "何苗", "阳台也一样。"),) if index % 3 == 0 else (),
        promises=(("重做地漏找坡，请客户到场看", date(2026, 5, 23)),) if index % 2 else (),
    )


def summary(annex: tuple[AnnexConcern, ...], common: bool = True) -> EventSummary:
    issue = CommonIssue(9, "卫生间地面找坡不足，水往外流", "水一冲就往外跑。", "4 栋楼 · 含 2 件安全风险", "建议 工程")
    return EventSummary(
        head=HEAD,
        sentence=(Phrase("300 户受邀，"), Phrase("231", strong=True), Phrase(" 户到访，记下诉求 38 件。")),
        figures=(
            Figure("到访率", "77%", "231 / 300 户"),
            Figure("等候中位数", "6 分", "九成在 11 分内，n=64"),
            Figure("当场解决", "55%", "21 / 38 件"),
            Figure("承诺", "11", "本周到期 5 条"),
            Figure("安全风险", "4", "当日已现场处置 4"),
        ),
        arrivals=tuple(Bar(f"{9 + n // 4}:{n % 4 * 15:02d}", 40 - 3 * n) for n in range(12)),
        areas=(Bar("工程品质", 17), Bar("产品品质", 11), Bar("服务品质", 7), Bar("组织保障", 3)),
        hosts=(
            HostRow("宋明远", "区域总裁", 14, 9, 5, 4, Verdicts(9, 4, 1, 0)),
            HostRow("阿依古丽·买买提明", "项目总经理", 21, 12, 7, 3, Verdicts(13, 6, 1, 1), Verdicts(1, 0, 0, 2)),
        ),
        common=(issue,) if common else (),
        promises=(
            SummaryPromise(
                "青-05-7K2A-0021-1", "重做地漏找坡，请客户到场看", "工程", "陆文谦", date(2026, 5, 23), "未到期"
            ),
        ),
        kept=(7, 8),
        states=(Bar("办理中", 17), Bar("待回访", 8), Bar("客户确认解决", 11), Bar("特殊关闭（已解释）", 2)),
        rule_gaps=("没有漏水类诉求的当场处置授权标准。",),
        notes=(Note("迟到数据", "1 台设备在活动结束 40 分钟后才合并，补入 3 件诉求。"),),
        prepared_by="何苗",
        annex=annex,
    )


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    invitation_sheet(cards((*RARE_NAMES, "周一", "李😀", "<b>吴</b>")), HEAD, folder / "invitations.pdf")
    feedback_forms((filled_form(), blank_form(), filled_form(words=WORDS * 60)), HEAD, folder / "forms.pdf")
    notes = tuple(annex_concern(n, WORDS * (500 if n == 3 else 1)) for n in range(1, 12))
    event_summary(summary(notes), folder / "summary.pdf")
