"""The command line from arguments to exit status."""

import sys
from argparse import Namespace
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import Misused, Trouble
from desktop.cli.output import Answer, language_of, tell, tell_trouble
from desktop.cli.parser import UsageTrouble, build_parser
from resources.wording import Language

if TYPE_CHECKING:
    from desktop.cli.session import Session

# Files that open a window: a device's card, a package.
GIVEN = (".card", ".qinting")

Window = Callable[[Namespace], int]


def run(arguments: list[str], window: Window) -> int:
    """Run one command, or `window` without one; every expected trouble becomes a sentence, a next step and a status."""
    _speak_utf8()
    as_json, language = "--json" in arguments, _language_in(arguments)
    if not all(map(_is_text, arguments)):
        tell_trouble(Misused("argument_not_text"), language, as_json=as_json)
        return 2
    given = _given_file(arguments)
    try:
        args = build_parser(arguments).parse_args(arguments[:-1] if given else arguments)
    except UsageTrouble as usage:
        tell_trouble(Misused("usage", words=str(usage)), language, as_json=as_json)
        return 2
    if not hasattr(args, "work"):
        args.given = given
        return window(args)
    return _command(args)


def _command(args: Namespace) -> int:
    # Not for a window, which shows itself first and loads these behind.
    from db.driver import DatabaseError
    from desktop.cli.session import Session

    session = Session(args)
    try:
        answer: Answer = args.work(session)
        tell(answer, as_json=session.as_json)
        return answer.status
    except (Trouble, DatabaseError, OSError) as error:
        trouble = _as_trouble(error, session)
        tell_trouble(trouble, session.language, as_json=session.as_json)
        return trouble.exit_status
    finally:
        session.close()


def _language_in(arguments: list[str]) -> Language:
    """The language asked for, told before the arguments are known to make a command."""
    words = " ".join(arguments).replace("=", " ").split()
    asked = [after for option, after in pairwise(words) if option == "--language"]
    return language_of(asked[-1] if asked else None)


def _given_file(arguments: list[str]) -> Path | None:
    """The card or package that the window is to be opened with: a path at the end, and no command before it."""
    if not arguments or not arguments[-1].lower().endswith(GIVEN):
        return None
    try:
        before = build_parser(arguments).parse_args(arguments[:-1])
    except UsageTrouble:
        return None
    return None if hasattr(before, "work") else Path(arguments[-1])


def _is_text(argument: str) -> bool:
    """Whether the shell handed over UTF-8; Python marks stray bytes with halves of surrogates."""
    return not any("\ud800" <= character <= "\udfff" for character in argument)


def _as_trouble(error: Exception, session: "Session") -> Trouble:
    """The trouble behind an error; the world fails in three ways, anything else is a bug and rises."""
    from db.driver import translate
    from db.files import file_trouble

    if isinstance(error, Trouble):
        return error
    if isinstance(error, OSError):
        return file_trouble(error, Path(error.filename) if isinstance(error.filename, str) else session.path)
    return translate(error, session.path)


def _speak_utf8() -> None:
    """Chinese must come out right whatever the console's code page is."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
