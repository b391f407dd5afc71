"""paper print, paper printers, paper jobs, paper cancel, paper retry."""

from pathlib import Path
from typing import Any

from db.errors import Unreadable
from db.paper_jobs import PaperJob
from desktop.cli.output import Answer, sentences
from desktop.cli.session import Session
from desktop.paper.pages import page_sizes
from desktop.rules.codes import label
from desktop.services.papers import print_queue, print_rounds, printing
from desktop.services.papers.print_queue import Paper
from desktop.services.papers.printing import PrintOptions


def print_file(session: Session) -> Answer:
    """Send a PDF to a printer; one that is off gets it when it is back."""
    args, file = session.args, Path(session.args.file)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Unreadable("paper_missing", file=str(file)) from error
    pages = len(page_sizes(content))
    options = PrintOptions(args.copies, args.sides, args.tray, args.media)
    queue = print_queue.chosen_queue(session.store, args.queue or "", options)
    press = print_queue.press_of(content, queue, options)
    pressed = print_queue.enqueue(
        session.caller, session.store, paper=Paper("", file.stem, None, content, pages), queue=queue, options=options,
        press=press,
    )  # fmt: skip
    print_rounds.go_round(session.store, only=pressed.job.id)
    job = _now(session, pressed.job.id)
    data = {"file": str(file), **_data(session, job), "is_new": pressed.is_new}
    if job.state == "waiting":
        text = session.say(f"{file} 在等打印机 {queue}", f"{file} waits for {queue}")
    else:
        text = session.say(f"{file} 已送往打印机 {queue}", f"{file} is on its way to {queue}")
    return Answer(data, f"{text}\n{_line(session, job)}")


def printers(session: Session) -> Answer:
    """The printers of this computer, and what each offers."""
    found = printing.printers(session.caller, session.store)
    wanted = [one for one in found.names if session.args.queue in (None, one)]
    rows: list[dict[str, Any]] = []
    lines: list[str] = []
    for name in wanted:
        offers = printing.offers(session.caller, session.store, queue=name)
        rows.append(
            {
                "printer": name, "usual": name == found.usual, "sides": list(offers.sides),
                "trays": list(offers.trays), "media": list(offers.media),
            }
        )  # fmt: skip
        lines.append("  ".join((name, *(" ".join(one) for one in (offers.sides, offers.trays, offers.media) if one))))
    return Answer(
        {"printers": rows}, "\n".join(lines) or session.say("这台电脑没有打印机", "This computer has no printer")
    )


def jobs(session: Session) -> Answer:
    """What is on its way to printers and what was lately; what waits is tried once more."""
    print_rounds.go_round(session.store)
    found = print_queue.jobs(session.caller, session.store)
    lines = [_line(session, one) for one in found]
    return Answer(
        {"jobs": [_data(session, one) for one in found]},
        "\n".join(lines) or session.say("没有打印任务", "Nothing is on its way to a printer"),
    )


def cancel(session: Session) -> Answer:
    """Take a paper back from its printer."""
    job = print_queue.cancel(session.caller, session.store, job=session.id("paper_job", session.args.job))
    return Answer(_data(session, job), _line(session, job))


def retry(session: Session) -> Answer:
    """Print a paper anew, here or on another printer."""
    wanted = session.id("paper_job", session.args.job)
    job = print_queue.retry(session.caller, session.store, job=wanted, queue=session.args.queue or "")
    return Answer(_data(session, job), _line(session, job))


def _now(session: Session, job: str) -> PaperJob:
    """How a job stands; it was there a moment ago."""
    return next(one for one in print_queue.jobs(session.caller, session.store) if one.id == job)


def _data(session: Session, job: PaperJob) -> dict[str, Any]:
    return {
        "job": job.id, "printer": job.queue, "name": job.name, "kind": job.kind, "event": job.event,
        "pages": job.pages, "copies": job.copies, "sides": job.sides, "tray": job.tray, "media": job.media,
        "state": job.state, "trouble": job.trouble, "words": job.words, "at": session.moment(job.made_at),
    }  # fmt: skip


def _line(session: Session, job: PaperJob) -> str:
    """State, paper, printer, how much, what is in the way, and the id at the end for the other commands."""
    state = label("print_state", job.state, session.language, ())
    amount = session.say(f"{job.pages} 页 {job.copies} 份", f"{job.pages} pages x {job.copies}")
    why = job.words
    if job.trouble:
        why = sentences(
            job.trouble, {"printer": job.queue, "words": job.words, "name": job.name}, session.language
        ).message
    return "  ".join(filter(None, (state, job.name, job.queue, amount, why, job.id)))
