"""A list with some of its cells put right: a copy for one import, the person's file stays as it is."""

import csv
from collections.abc import Mapping
from pathlib import Path

from desktop.roster.headings import Header, check_mapping, find_header
from desktop.roster.tables import Table, open_tables

Cell = tuple[int, str]


def repaired_copy(file: Path, folder: Path, repairs: Mapping[Cell, str], mapping: Mapping[str, str]) -> Path:
    """Write the list's sheet as CSV into `folder`, with the cells in `repairs` replaced.

    A cell is named by its line in the sheet, from 1, and its heading as a rejected cell tells it; several headings
    with "/" between are one value, which goes into the last. Raises Unreadable like reading the list itself.
    """
    target = folder / f"{file.stem}.csv"
    known = check_mapping(mapping)
    for table in open_tables(file):
        header = find_header(table.merged_head(), known)
        if header and "name" in header.fields:
            _write(table, header, repairs, target)
            break
    return target


def _write(table: Table, header: Header, repairs: Mapping[Cell, str], target: Path) -> None:
    by_row: dict[int, dict[str, str]] = {}
    for (row, heading), value in repairs.items():
        by_row.setdefault(row, {})[heading] = value
    below = max((merge.bottom for merge in table.merges if merge.top <= header.top <= merge.bottom), default=0)
    merged: dict[tuple[int, int], str] = {}
    with target.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        for place, cells in enumerate(table.rows()):
            texts = [*cells, *[""] * (len(header.fields) - len(cells))]
            if header.top < place <= below:
                # The lower half of merged headings would be read as a client.
                texts = []
            elif any(texts):
                _spread(table, place, texts, merged, is_head=place <= header.top)
            for heading, value in by_row.get(place + 1, {}).items():
                _replace(header.headings, heading, texts, value)
            writer.writerow(texts)


def _spread(table: Table, place: int, texts: list[str], merged: dict[tuple[int, int], str], *, is_head: bool) -> None:
    """Write a merged cell's text into the cells that it covers, below the headings downwards only."""
    for merge in table.merges:
        if not merge.top <= place <= merge.bottom or merge.left >= len(texts):
            continue
        if place == merge.top:
            merged[merge.top, merge.left] = texts[merge.left]
        right = merge.right if is_head else merge.left
        covered = slice(merge.left, min(right + 1, len(texts)))
        texts[covered] = [merged.get((merge.top, merge.left), "")] * len(texts[covered])


def _replace(headings: tuple[str, ...], heading: str, texts: list[str], value: str) -> None:
    places = [place for place, one in enumerate(headings) if one == heading]
    if not places:
        parts = heading.split("/")
        places = [place for place, one in enumerate(headings) if one in parts]
    for place in places:
        texts[place] = ""
    if places:
        texts[places[-1]] = value
