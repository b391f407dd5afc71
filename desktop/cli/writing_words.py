"""The words of what goes with writing a concern down; loaded when one of them runs."""

from collections.abc import Callable
from typing import Any

from desktop.cli.later import Later

writing = Later("writing")

# As in services.concerns.details, which is loaded only when a concern is taken down; a test compares them.
DETAILS = (
    "summary", "meaning", "sub_area", "unit", "part", "facing", "perceived", "measured", "tolerance",
    "responsible_unit", "inspector", "standard_answer", "solvable_on_site", "rule_gap", "rule_gap_words",
)  # fmt: skip


def add_details(add: Any) -> None:
    """What may stand beside the words, for the parser of `concern add`."""
    for name in DETAILS:
        add.add_argument("--" + name.replace("_", "-"))


def add_to_reception(reception: Any, leaf: Callable[..., Any]) -> None:
    """Files that hang on a talk."""
    attach = leaf(reception, "attach", "附照片、录音、录像 / attach photographs, sound, video", writing.attach)
    attach.add_argument("reception")
    attach.add_argument("files", nargs="+", metavar="FILE")
    attach.add_argument("--shows", default="thing", metavar="CODE", help="thing person sound video signature")
    attach.add_argument("--stage", metavar="CODE", help="before after")
    attached = leaf(reception, "attached", "这次接待的附件 / what hangs on a talk", writing.attached)
    attached.add_argument("reception")


def add_to_concern(concern: Any, leaf: Callable[..., Any]) -> None:
    """What is learnt from how concerns are written."""
    gaps = leaf(concern, "rule-gaps", "规则缺口，按原因合计 / rules that stood in the way", writing.rule_gaps)
    gaps.add_argument("--event")
    other = leaf(concern, "other", "“其他”过多的编码 / lists where other is chosen too often", writing.unfitting)
    other.add_argument("--event")


def add_words(commands: Any, group: Callable[..., Any], leaf: Callable[..., Any]) -> None:
    """Consents and handed-over homes."""
    consent = group(commands, "consent", "告知与同意 / notices and consents")
    for name, help_text, work in (
        ("add", "已告知，或客户同意 / a notice heard, a consent given", writing.consent_add),
        ("withdraw", "客户撤回同意 / a consent taken back", writing.consent_withdraw),
        ("list", "这位客户的告知与同意 / of one client", writing.consent_list),
    ):
        one = leaf(consent, name, help_text, work)
        one.add_argument("--client", required=True)
        if name != "list":
            one.add_argument("--kind", required=True, metavar="CODE", help="notice person sound video signature")
        if name == "add":
            one.add_argument("--reception")
            one.add_argument("--means", default="in_person")

    unit = group(commands, "unit", "房屋交付与保修 / homes handed over, warranty")
    handed = leaf(unit, "delivered", "房屋已交付 / a home was handed over", writing.unit_delivered)
    handed.add_argument("--unit", required=True, metavar="ROOM")
    handed.add_argument("--on", required=True, metavar="DATE")
    leaf(unit, "list", "已交付的房屋 / homes handed over", writing.unit_list)
    under = leaf(unit, "warranty", "各部件保修到哪天 / until when its parts are in warranty", writing.unit_warranty)
    under.add_argument("--unit", required=True, metavar="ROOM")
