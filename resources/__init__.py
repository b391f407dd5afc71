"""What the program carries with it: fonts, texts, code lists."""

from pathlib import Path

_HERE = Path(__file__).parent


def path(name: str) -> Path:
    """Return the file called `name` (with "/" between folders) inside this package."""
    return _HERE / name
