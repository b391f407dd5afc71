"""A rehearsal: the whole main job once, with invented people, in a folder that is thrown away afterwards."""

import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from desktop.paper.content import EventHead, InvitationCard
from desktop.rules.times import local
from desktop.services.concerns import recording
from desktop.services.events import events
from desktop.services.exchange import packages
from desktop.services.guests import check_ins
from desktop.services.opening import found_project
from desktop.services.papers import summary
from desktop.services.people import staff
from desktop.services.registry import administrator
from desktop.services.zones import zone_of

# What the code of a trial holds: no invitation's, so that it opens nothing.
TRIAL_CODE = "QTTRIALTRIALTRIALTRIAL22"
STEPS = ("event", "check_in", "concern", "paper", "package")

Told = Callable[[str], None]


def rehearse(done: Told) -> None:
    """Build an event, check somebody in, take down a concern, make a paper and a package; tell each step that is done.

    Nothing of it touches another database. Raises what stood in the way, as the real work would.
    """
    with tempfile.TemporaryDirectory(prefix="qinting-rehearsal-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        with found_project(
            folder / "rehearsal.db", name="演练", mark=None, device_name="演练", passphrase=None
        ) as store:
            caller = administrator(store)
            day = local(store.clock(), zone_of(store)).replace(hour=0, minute=0, second=0, microsecond=0)
            until = (day + timedelta(hours=23)).isoformat()
            event = events.add(
                caller, store, node="site_open_day", title="演练", starts=day.isoformat(), ends=until, place="本机"
            )
            done("event")
            _, client = check_ins.walk_in(caller, store, event=event, name="演练客户")
            done("check_in")
            host = staff.add(caller, store, name="演练接待", level="staff", roles=["host"])
            recording.add(
                caller, store, event=event, client=client, received_by=host, words="这是一次演练。", type_code="inquiry"
            )
            done("concern")
            summary.write_summary(caller, store, event=event, pdf=folder / "summary.pdf")
            done("paper")
            packages.export(caller, store, file=folder / "rehearsal.qinting")
            done("package")


def write_trial_sheet(file: Path, now: datetime) -> None:
    """Draw a sheet with the code of a trial, for the printer and for the hand scanner. Raises `paper_not_written`."""
    from desktop.paper.invitations import invitation_sheet

    whole = now.replace(microsecond=0)
    head = EventHead(
        company="亲听", service_line="", project="试打印", event="试打印与试扫码", node="", place="本机",
        starts=whole, ends=whole + timedelta(hours=1), as_of=whole,
    )  # fmt: skip
    card = InvitationCard(name="试打印", title="", room="", slot="", token=TRIAL_CODE, spoken="000000")
    invitation_sheet([card], head, file)
