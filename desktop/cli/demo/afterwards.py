"""What an office does around an event: agreed answers, training, what the hosts took from it, a day on the hotline."""

from db.store import Store
from desktop.cli.demo.day import MINUTE_MS
from desktop.cli.demo.people import CALLBACK, EXECUTIVES, LEAD
from desktop.cli.demo.people import OFFICE as COORDINATOR
from desktop.cli.demo.stage import Stage
from desktop.services.answers import agreeing
from desktop.services.campaigns import calls, campaigns, members
from desktop.services.opening import caller_as
from desktop.services.reflections import writing
from desktop.services.training import training

# Question, answer, what must not be promised with it, area, days it is valid.
ANSWERS = (
    (
        "什么时候可以入户复查", "我们会在三个工作日内约好时间，工程人员和您一起到场复查，结果书面告诉您。",
        "不承诺当天上门，不承诺修到几点", "engineering_quality", 180,
    ),
    (
        "地下车位还有没有，怎么买", "车位按公示的方案和顺序办理，方案张贴在客户服务中心，也可以寄给您一份。",
        "不承诺保留某个车位，不谈价格优惠", "product_quality", 90,
    ),
    (
        "防水保修几年", "防水工程保修五年，从交付那天算起；保修期内渗漏由我们负责维修。",
        "不承诺赔偿金额", "engineering_quality", 365,
    ),
    (
        "物业费从哪天开始交", "从交付手续办完的次月起计算，标准按前期物业合同。", None, "service_quality", 5,
    ),
)  # fmt: skip
# Whose, what the client said, what was learnt, what will be done.
REFLECTIONS = (
    (
        EXECUTIVES[0], "一位业主把同一件事讲了三次，每次都有人点头，没有人记下来。",
        "先听完，再复述一遍；记下来念给客户听，比解释管用。", "每月到现场接待一次，亲自记录",
    ),
    (
        EXECUTIVES[3], "老人说卫生间地面比外面高，水往外流。图纸上没有错，人走起来不对。",
        "量得出的偏差和人的感受是两回事，都要写下来。", "下一期卫生间做足尺样板，请客户先走一走",
    ),
)  # fmt: skip
COURSE = "接待与热线上岗培训"
# Minutes between two calls, which way, and what came of it.
CALLS = (
    (0, "received", "talked"), (9, "received", "talked"), (6, "called_back", "no_answer"), (3, "called_back", "talked"),
    (12, "received", "talked"), (8, "called_back", "talked"), (2, "called_back", "wrong_number"),
    (7, "received", "talked"), (11, "called_back", "talked"),
)  # fmt: skip


def play(stage: Stage, office: Store, staff: dict[str, str], event: str) -> None:
    """Everything, in the order of the days after the event."""
    desk, lead = caller_as(office, COORDINATOR), caller_as(office, LEAD)
    for question, words, never, area, days in ANSWERS:
        fields = {"question": question, "words": words, "area": area, "valid_until": stage.date(days)}
        if never:
            fields["never"] = never
        answer = agreeing.draft(desk, office, by=staff[COORDINATOR], fields=fields)
        agreeing.approve(lead, office, answer=answer, by=staff[LEAD])
    for host, case, lesson, commitment in REFLECTIONS:
        writing.add(
            desk, office, staff=staff[host], event=event, case_words=case, lesson=lesson, commitment=commitment,
            commitment_due=stage.date(30), entered_by=staff[COORDINATOR],
        )  # fmt: skip
    course = training.add_course(desk, office, name=COURSE, needed_for=("host", "calls"), valid_months=12)
    for host in EXECUTIVES:
        training.add(desk, office, staff=staff[host], course=course, on_day=stage.date(-3), result="passed")
    _on_the_hotline(stage, office, staff)


def _on_the_hotline(stage: Stage, office: Store, staff: dict[str, str]) -> None:
    """The project's general manager answers and calls back beside a coach; not everybody answers."""
    desk, manager = caller_as(office, COORDINATOR), staff[EXECUTIVES[1]]
    campaign = campaigns.add(desk, office, name="客户热线实践", starts_on=stage.date(4), ends_on=stage.date(5))
    members.join(desk, office, campaign=campaign, staff=manager, coach=staff[CALLBACK], extension="8001")
    stage.clock.reach(stage.at(10, days=4))
    for minutes, direction, result in CALLS:
        stage.clock.reach(stage.clock.now_ms + minutes * MINUTE_MS)
        told = calls.Told(rings=2) if direction == "received" else None
        calls.add(desk, office, campaign=campaign, staff=manager, direction=direction, result=result, told=told)
