"""What a screen reader on this desktop meets: run inside a session bus of its own, prints [[role, name], ...] as JSON.

`python atspi_walk.py PROGRAM ARGUMENT ...` starts the program, waits for its window and walks its tree over AT-SPI.
With PRESS=NAME|NAME|... in the environment buttons of these names are pressed one after the other before the walk that
is printed, by the action that a screen reader would take; NAME*5 presses five times.
"""

import json
import os
import subprocess
import sys
import time
from typing import Any

PATIENCE_S = 90.0
ROOT = "/org/a11y/atspi/accessible/root"
ACCESSIBLE = "org.a11y.atspi.Accessible"
Node = tuple[str, str]


def call(address: str, node: Node, method: str, *rest: str) -> Any:
    """The answer of one call on the bus; None where the other side has gone."""
    where = [f"--address={address}"] if address else ["--user"]
    asked = subprocess.run(
        ["busctl", *where, "--json=short", "call", *node, *method.rsplit(".", 1), *rest],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return json.loads(asked.stdout)["data"][0] if asked.returncode == 0 else None


def name_of(address: str, node: Node) -> str:
    """The name that is read out."""
    value = call(address, node, "org.freedesktop.DBus.Properties.Get", "ss", ACCESSIBLE, "Name")
    return str(value["data"]) if value else ""


def walk(address: str, root: Node) -> list[Node]:
    """Role and name of everything that is shown, from the program down."""
    met: list[Node] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        role = call(address, node, f"{ACCESSIBLE}.GetRoleName")
        if role is None:
            continue
        states = call(address, node, f"{ACCESSIBLE}.GetState") or [0, 0]
        # The 25th state is "showing"; a page that is turned away is nobody's to read.
        is_shown = bool(states[0] >> 25 & 1) or node == root or role in ("frame", "window", "filler")
        if not is_shown:
            continue
        met.append((str(role), name_of(address, node)))
        waiting += [tuple(child) for child in call(address, node, f"{ACCESSIBLE}.GetChildren") or []]
    return met


def press(address: str, name: str, times: int, until: float) -> None:
    """Press the button of this name as soon as it is there."""
    while time.monotonic() < until:
        nodes: list[Node] = []
        waiting = [tuple(one) for one in call(address, ("org.a11y.atspi.Registry", ROOT), f"{ACCESSIBLE}.GetChildren")]
        while waiting:
            node = waiting.pop()
            if name_of(address, node) == name:
                nodes.append(node)
            waiting += [tuple(child) for child in call(address, node, f"{ACCESSIBLE}.GetChildren") or []]
        for node in nodes:
            if call(address, node, f"{ACCESSIBLE}.GetRoleName") in ("push button", "button"):
                for _ in range(times):
                    call(address, node, "org.a11y.atspi.Action.DoAction", "i", "0")
                    # A button that is pressed this way goes down for a moment.
                    time.sleep(0.25)
                return
        time.sleep(0.5)


def main(words: list[str]) -> int:
    """Start, wait, walk, end."""
    address = call("", ("org.a11y.Bus", "/org/a11y/bus"), "org.a11y.Bus.GetAddress")
    if address is None:
        sys.exit("no accessibility bus")
    program = subprocess.Popen(words, env={**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
    try:
        until = time.monotonic() + PATIENCE_S
        met: list[Node] = []
        while time.monotonic() < until and not any(role in ("push button", "button") for role, _ in met):
            time.sleep(0.5)
            found = call(address, ("org.a11y.atspi.Registry", ROOT), f"{ACCESSIBLE}.GetChildren") or []
            met = [one for child in found for one in walk(address, tuple(child))]
        for word in filter(None, os.environ.get("PRESS", "").split("|")):
            name, _, times = word.partition("*")
            press(address, name, int(times or 1), until)
            time.sleep(1.5)
            found = call(address, ("org.a11y.atspi.Registry", ROOT), f"{ACCESSIBLE}.GetChildren") or []
            met = [one for child in found for one in walk(address, tuple(child))]
        sys.stdout.write(json.dumps(met, ensure_ascii=False))
        return 0
    finally:
        program.terminate()
        program.wait(timeout=20)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
