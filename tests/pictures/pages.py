"""Which pages there are and how a person gets to each. A page more is a line more in an errand.

An errand begins at the face's first page; `robot.shoot` names the picture. A page that this device cannot show
(nobody to talk to, nothing to settle) is left out rather than faked.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.pictures.robot import Errand, Robot

NOTES = (
    "北侧小房间关了窗还是有风，师傅来过一次，说等冬天再看。我不要赔偿，只想知道谁来定、什么时候定。",
    "车位在地下二层，离电梯有点远，老人走不动。",
)
PROMISE = "请工程总监到场复查北侧窗，并书面答复"


@dataclass(frozen=True, slots=True)
class Props:
    """What lies ready on the table: codes by what they are, a list and packages that nobody has taken in yet."""

    codes: Mapping[str, str]
    list_file: Path
    packages: tuple[Path, ...]


def kiosk(props: Props) -> Errand:
    """The door, as a client sees it."""

    def walk(robot: Robot) -> None:
        robot.shoot("kiosk-idle")
        for page, code in (
            ("welcomed", "guest"), ("already", "guest"), ("refused", "revoked"), ("wrong-event", "elsewhere"),
            ("unreadable", "malformed"),
        ):  # fmt: skip
            robot.scan(props.codes[code])
            robot.shoot(f"kiosk-{page}")
            robot.keys("Esc")
        robot.keys("F2")
        robot.shoot("kiosk-search-empty")
        robot.type("LI")
        robot.shoot("kiosk-search")
        if robot.has("row_0"):
            robot.click("row_0")
            robot.shoot("kiosk-confirm")
        robot.keys("Esc", "F3")
        robot.shoot("kiosk-notice")
        robot.click("confirm")
        robot.shoot("kiosk-walk-in")
        robot.keys("Esc", "F1")
        robot.shoot("kiosk-help")
        robot.keys("Esc", "F10")
        if robot.has("device"):
            robot.shoot("kiosk-staff")
            robot.click("device")
            robot.shoot("kiosk-device")
            robot.click("trial")
            robot.shoot("kiosk-scanner")
            robot.keys("Esc", "Esc")

    return walk


def desk(props: Props) -> Errand:
    """The same door with staff behind it, and the stations inside."""

    def walk(robot: Robot) -> None:
        guest = props.codes["guest"]
        robot.scan(guest)
        robot.wait(1)
        robot.click("fewer")
        robot.shoot("desk-welcomed")
        robot.keys("Esc")
        robot.scan(guest)
        robot.wait(1)
        robot.shoot("desk-already")
        robot.keys("Esc")
        robot.scan(props.codes["stray"])
        robot.wait(1)
        robot.shoot("desk-unknown")
        robot.keys("Esc", "F2")
        robot.write("王")
        robot.shoot("desk-search")
        robot.keys("Esc", "F10")
        robot.shoot("desk-staff")
        robot.click("station")
        robot.shoot("desk-stations")
        robot.click("cancel")
        robot.keys("Esc")
        for page, names in (
            ("talk", ("act_1",)), ("helmet", ("act_2",)), ("show", ("act_3",)), ("home", ("act_4",)),
            ("hosts", ("older", "act_0")), ("gift", ("older", "act_1")), ("exit", ("older", "act_2")),
        ):  # fmt: skip
            robot.keys("F10")
            for name in ("station", *names):
                robot.click(name)
            robot.keys("Esc")
            if page == "talk":
                robot.shoot("station-idle")
            robot.scan(guest)
            robot.wait(1)
            robot.shoot(f"station-{page}")
        robot.scan(guest)
        robot.shoot("station-again")
        robot.keys("F10")
        robot.click("station")
        robot.click("act_0")
        robot.keys("Esc")
        robot.scan(guest)
        robot.wait(1)
        robot.shoot("desk-back")

    return walk


def host(_props: Props) -> Errand:
    """An executive's morning."""

    def walk(robot: Robot) -> None:
        robot.shoot("host-waiting")
        robot.keys("F1")
        robot.shoot("host-keys")
        robot.keys("Esc", "Ctrl+K")
        robot.shoot("host-palette")
        robot.keys("Esc", "F8")
        robot.shoot("host-talk-begun")
        for number, words in enumerate(NOTES):
            if number:
                robot.keys("Ctrl+Return")
            robot.write(words)
            robot.keys(f"Alt+{number + 2}", "Alt+Q")
        robot.keys("F4")
        robot.write(PROMISE)
        robot.keys("Tab")
        soon = datetime.now(UTC) + timedelta(days=5)
        robot.write(f"{soon.month}-{soon.day}")
        robot.wait(1)
        robot.shoot("host-talk-covered")
        robot.keys("F2")
        robot.shoot("host-talk-more")
        robot.keys("F2", "Alt+P")
        robot.shoot("host-talk-pictures")
        robot.keys("F5", "2")
        robot.shoot("host-guide")
        robot.keys("F5")
        robot.keys("F12")
        robot.shoot("host-talk")
        robot.keys("F9")
        robot.shoot("host-review")
        robot.keys("F9")
        robot.wait(1)
        robot.shoot("host-copy")
        robot.keys("F5")
        robot.wait(1)
        robot.shoot("host-reflect")
        robot.keys("Esc")
        robot.keys("F8", "Ctrl+2")
        robot.shoot("host-tasks")
        robot.keys("Return")
        robot.shoot("host-task")
        robot.keys("Esc", "Ctrl+3")
        robot.wait(1)
        robot.shoot("host-calls")

    return walk


def table(_props: Props) -> Errand:
    """A host's table at which nobody has signed in yet."""

    def walk(robot: Robot) -> None:
        robot.shoot("host-people")

    return walk


def host_hall(_props: Props) -> Errand:
    """A host's table while somebody directs the hall."""

    def walk(robot: Robot) -> None:
        robot.shoot("host-hall")
        robot.keys("F8")
        robot.shoot("host-called")
        robot.keys("F10")
        robot.shoot("host-away")
        robot.keys("F10", "F8")
        robot.shoot("host-hall-covered")

    return walk


def hall(_props: Props) -> Errand:
    """Directing the hall, and what is said of it under Clients."""

    def walk(robot: Robot) -> None:
        robot.click("page_hall")
        robot.shoot("office-hall")
        robot.click("hall_seats")
        robot.shoot("office-hall-seats")
        robot.click("hall_seats")
        robot.keys("F9")
        robot.wait(1)
        robot.shoot("office-hall-paused")
        robot.click("page_clients")
        robot.click_row(0)
        robot.shoot("office-client-marks")

    return walk


def board(name: str) -> Callable[[Props], Errand]:
    """The calling board of the hall."""

    def errand(_props: Props) -> Errand:
        def walk(robot: Robot) -> None:
            robot.wait(2)
            robot.shoot(name)

        return walk

    return errand


def office(props: Props) -> Errand:
    """The coordinators' rounds through their pages."""

    def walk(robot: Robot) -> None:
        robot.shoot("office-home")
        for page in ("events", "clients", "invitations", "arrivals", "conflicts"):
            robot.click(f"page_{page}")
            robot.click_row(0)
            robot.shoot(f"office-{page}")
        robot.click("page_arrivals")
        robot.click("numbers")
        robot.shoot("office-numbers")
        robot.click("findings")
        robot.shoot("office-findings")
        robot.keys("Esc")
        robot.keys("Esc")
        robot.click("page_events")
        robot.click_row(0)
        robot.click("event_kit")
        robot.write("东门")
        robot.keys("Return")
        robot.shoot("office-kit")
        robot.keys("Esc")
        robot.click("event_closing")
        robot.shoot("office-closing")
        for page in ("guide", "needs"):
            robot.keys("Esc")
            robot.click(f"event_{page}")
            robot.wait(1)
            robot.shoot(f"office-{page}")
        robot.keys("Esc")
        robot.click("page_concerns")
        robot.click_row(0)
        robot.shoot("office-worklist")
        robot.keys("X", "J", "X")
        robot.shoot("office-picked")
        robot.keys("Esc", "Return", "Return")
        robot.shoot("office-concern")
        robot.click("history")
        robot.shoot("office-history")
        robot.click("page_import")
        robot.shoot("office-import-empty")
        robot.drop(props.list_file)
        robot.shoot("office-import")
        robot.click("page_entry")
        robot.shoot("office-entry")
        robot.click("page_common")
        robot.wait(4)
        robot.shoot("office-common")
        robot.click("page_answers")
        robot.wait(1)
        robot.shoot("office-answers")
        robot.click("page_exchange")
        robot.drop(*props.packages)
        robot.shoot("office-exchange")
        robot.click("page_campaigns")
        robot.wait(1)
        robot.shoot("office-campaigns")
        robot.click("page_duty")
        robot.wait(1)
        robot.shoot("office-duty")
        robot.click("reflections")
        robot.wait(1)
        robot.shoot("office-reflections")
        robot.click("page_papers")
        robot.wait(1)
        robot.shoot("office-papers")
        robot.click("page_settings")
        for section in ("general", "project", "paper", "staff", "pin", "device", "shared", "printing", "keeping"):
            robot.click(f"section_{section}")
            robot.shoot(f"office-settings-{section}")

    return walk


def first_run(_props: Props) -> Errand:
    """The questions that a new computer asks."""

    def walk(robot: Robot) -> None:
        if robot.language == "en":
            robot.click("English")
        robot.shoot("first-language")
        robot.click("on")
        robot.click("role_office")
        robot.shoot("first-role")
        robot.click("on")
        for name, text in (("name", "青禾里"), ("company", "青禾置业")):
            robot.click(name)
            robot.write(text)
        robot.shoot("first-project")
        robot.click("on")
        for name in ("passphrase", "again"):
            robot.click(name)
            robot.write("four plain words together")
        robot.shoot("first-key")
        robot.click("on")
        robot.shoot("first-trial")
        robot.click("on")
        robot.shoot("first-rehearsal")

    return walk


def gallery(_props: Props) -> Errand:
    """All widgets in all states, in the language and the look that are chosen on the page itself."""

    def walk(robot: Robot) -> None:
        if robot.language == "en":
            robot.click("English")
        if robot.theme == "dark":
            robot.click("Dark" if robot.language == "en" else "深色")
        robot.shoot("components")

    return walk


FACES = {
    "kiosk": kiosk, "desk": desk, "host": host, "table": table, "office": office, "first": first_run,
    "gallery": gallery, "host-hall": host_hall, "hall": hall,
    **{name: board(name) for name in ("board", "board-paused", "board-quiet")},
}  # fmt: skip
# They show no records, or the same few always.
WITHOUT_DATA = ("first", "gallery", "table")
# What the program calls them.
WINDOWS = {
    "table": "host", "desk": "kiosk", "host-hall": "host", "hall": "office", "board-paused": "board",
    "board-quiet": "board",
}  # fmt: skip
# Who sits at the window; the kiosk is the client's.
PEOPLE = {"desk": "叶青禾", "host": "宋明远", "office": "何苗", "host-hall": "宋明远", "hall": "何苗"}
