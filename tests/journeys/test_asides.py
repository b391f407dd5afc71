"""What is said in passing, and the client's copy, by the command line."""

from pathlib import Path
from typing import Any

from tests.journeys.program import run

DATA = ("--data", "office.db", "--json")


def test_an_aside_becomes_a_concern_and_the_talk_leaves_a_copy(tmp_path: Path) -> None:
    def said(*words: str) -> dict[str, Any]:
        done = run(*DATA, *words, folder=tmp_path)
        assert done.status == 0, done.out + done.messages
        return done.document()

    said("init", "--project", "青禾", "--plain")
    host = str(said("staff", "add", "--name", "宋明远", "--level", "regional_president", "--role", "host")["staff"])
    times = ("--starts", "2026-05-16T09:00", "--ends", "2026-05-16T18:00")
    event = str(said("event", "add", "--node", "site_open_day", "--title", "工地开放日", *times)["event"])
    client = str(said("check-in", "walk-in", "--event", event, "--name", "陈知夏", "--room", "6-2-1201")["client"])
    talk = said("reception", "start", "--event", event, "--client", client, "--host", host)
    aside = str(
        said("aside", "add", "--event", event, "--client", client, "--heard-by", host, "--words", "北门太黑")["aside"]
    )

    promoted = said("aside", "promote", aside, "--type", "suggestion")
    (listed,) = said("aside", "list", "--client", client)["asides"]
    copy = said("paper", "copy", "--reception", str(talk["reception"]), "--pdf", "copy.pdf")

    assert listed["words"] == "北门太黑"
    assert listed["concern"] == promoted["concern"]
    assert str(promoted["number"]).startswith(f"{talk['number']}-")
    assert said("aside", "list", "--open")["asides"] == []
    assert copy["pages"] == 1
    assert (tmp_path / "copy.pdf").read_bytes().startswith(b"%PDF-")
    again = run(*DATA, "aside", "promote", aside, "--type", "suggestion", folder=tmp_path)
    assert again.status == 1
    assert again.document()["error"]["code"] == "aside_promoted_already"
