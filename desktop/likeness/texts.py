"""How a text is made ready to be compared: one width, one case, no spaces and no marks."""

import unicodedata
from typing import Final

# What is longer says its matter in the beginning; the rest would only cost time.
MOST_CHARACTERS: Final = 1_000
# A text shorter than this is not compared while it is being typed.
LEAST_TYPED: Final = 4


def plain(text: str) -> str:
    """The text in half width and lower case, with letters and digits only, at most `MOST_CHARACTERS`."""
    folded = unicodedata.normalize("NFKC", text[: 2 * MOST_CHARACTERS]).casefold()
    return "".join(one for one in folded if one.isalnum())[:MOST_CHARACTERS]
