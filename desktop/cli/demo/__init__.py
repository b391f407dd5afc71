"""demo: the main job from end to end on an invented project; nothing is shown that the program has not done."""

import msgspec

from db.errors import Misused
from db.files import write_durably
from db.store import Store
from desktop.cli.demo import afterwards, closing, evening, office
from desktop.cli.demo.day import Day
from desktop.cli.demo.door import Door
from desktop.cli.demo.people import OFFICE as COORDINATOR
from desktop.cli.demo.stage import MARKER, Stage, expect, make_ready
from desktop.cli.demo.talks import Talks
from desktop.cli.demo.told import told
from desktop.cli.output import Answer
from desktop.cli.session import Session
from desktop.services.opening import caller_as
from desktop.services.papers import forms, summary

LEAST_CLIENTS, MOST_CLIENTS = 20, 3_000


def demo(session: Session) -> Answer:
    """Play a whole event into a folder.

    Raises Misused `demo_too_small` and `demo_too_large`; Refused `demo_folder_used`, `demo_differs` and
    `demo_orders_differ`.
    """
    clients: int = session.args.clients
    if clients < LEAST_CLIENTS:
        raise Misused("demo_too_small", least=LEAST_CLIENTS)
    if clients > MOST_CLIENTS:
        raise Misused("demo_too_large", most=MOST_CLIENTS)
    stage = Stage(session)
    make_ready(stage.folder)
    try:
        return _play(stage, clients)
    finally:
        stage.close()


def _play(stage: Stage, clients: int) -> Answer:
    desk = office.found(stage)
    invited = office.invite(stage, desk, clients)
    day = Day(stage, invited, office.join(stage, desk), desk.staff)
    Talks(day).plan(Door(day).plan())
    day.play()
    scans, talks, concerns = (day.played[name] for name in ("codes_read_back", "talks", "concerns"))
    stage.tell(
        "day",
        f"一天过完：{scans} 张图片扫码，{talks} 次接待，{concerns} 件诉求",
        f"the day: {scans} pictures scanned, {talks} talks, {concerns} concerns",
    )
    merged = evening.merge_all(stage, desk.store, evening.export_all(stage, day.devices))
    stage.tell("merge", "四个数据包按两种顺序合并，结果相同", "four packages merged in two orders, with equal results")
    evening.follow(stage, day, merged)
    stage.tell("follow", "诉求办理与回访", "concerns followed and clients called back")
    afterwards.play(stage, merged, desk.staff, invited.event)
    stage.tell("afterwards", "统一口径、培训、心得、热线", "agreed answers, training, reflections, the hotline")
    pages = {"invitations": invited.pages, "forms": invited.forms} | _papers(stage, merged, invited.event)
    stage.tell(
        "papers",
        f"{pages['forms_filled']} 页填好的反馈表，{pages['summary']} 页总结",
        f"{pages['forms_filled']} filled forms, summary of {pages['summary']} pages",
    )
    counted = closing.count(caller_as(merged, COORDINATOR), merged, invited.event)
    closing.check(counted, day)
    document = closing.document(stage, counted, day, pages)
    write_durably(stage.path(MARKER), msgspec.json.format(msgspec.json.encode(document)))
    return Answer(document, told(stage, counted, day, pages))


def _papers(stage: Stage, store: Store, event: str) -> dict[str, int]:
    """Print the filled forms and the summary from the merged database; their pages."""
    caller = caller_as(store, COORDINATOR)
    printed = {
        "forms_filled": forms.write_forms(
            caller, store, event=event, pdf=stage.path("forms-filled.pdf"), only_heard=True
        ),
        "summary": summary.write_summary(caller, store, event=event, pdf=stage.path("summary.pdf")),
    }
    for name, report in printed.items():
        expect(f"missing glyphs: {name}", (), report.missing)
    return {name: report.pages for name, report in printed.items()}
