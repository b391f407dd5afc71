"""The records of a package: zstd over pairs of lines, a block's header and its rows as one JSON array."""

from collections.abc import Iterator

import msgspec
import zstandard

from db.errors import Unreadable
from db.exchange.beyond import BEYOND
from db.exchange.blocks import COLUMNS, Block
from db.exchange.cells import decode_rows, split_rows
from db.exchange.manifest import Manifest

MAX_LINE_BYTES = 100_000_000
CHUNK_BYTES = 1 << 20

_BLOCK_HEAD = msgspec.json.Decoder(tuple[str, int])


def _lines(manifest: Manifest, records: bytes) -> Iterator[bytes]:
    """The lines of the records, decompressed piece by piece under the size that the manifest declares."""
    stream = zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(records)
    rest, waiting, total = list[bytes](), 0, 0
    while piece := stream.read(CHUNK_BYTES):
        total += len(piece)
        if total > manifest.plain_bytes or waiting > MAX_LINE_BYTES:
            raise Unreadable("package_damaged")
        first, *others = piece.split(b"\n")
        rest.append(first)
        waiting += len(first)
        if others:
            # A long line comes in many pieces; they are joined once.
            yield b"".join(rest)
            yield from others[:-1]
            rest, waiting = [others[-1]], len(others[-1])
    if waiting or total != manifest.plain_bytes:
        raise Unreadable("package_damaged")


def compress(blocks: Iterator[Block]) -> tuple[bytes, int, dict[str, int]]:
    """The records of `blocks`, their size before the compression, and the rows of each table."""
    compressor = zstandard.ZstdCompressor(level=3).compressobj()
    out: list[bytes] = []
    rows: dict[str, int] = {}
    plain_bytes = 0
    for table, block in blocks:
        line = msgspec.json.encode((table, len(block))) + b"\n" + msgspec.json.encode(block) + b"\n"
        plain_bytes += len(line)
        rows[table] = rows.get(table, 0) + len(block)
        out.append(compressor.compress(line))
    out.append(compressor.flush())
    return b"".join(out), plain_bytes, rows


def read_blocks(manifest: Manifest, records: bytes) -> Iterator[Block]:
    """The blocks of a package, checked value by value. Raises Unreadable `package_damaged` at the first that is off."""
    counts: dict[str, int] = {}
    try:
        lines = _lines(manifest, records)
        for head in lines:
            table, count = _BLOCK_HEAD.decode(head)
            line = next(lines, b"")
            if table not in manifest.rows:
                raise Unreadable("package_damaged")
            names = manifest.columns[table]
            rows = decode_rows(table, line, names)
            if len(rows) != count:
                raise Unreadable("package_damaged")
            counts[table] = counts.get(table, 0) + count
            if names == COLUMNS.get(table):
                yield table, rows
                continue
            known, carried = split_rows(table, rows, names)
            if table in COLUMNS:
                yield table, known
            yield BEYOND, carried
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, zstandard.ZstdError) as error:
        raise Unreadable("package_damaged") from error
    if counts != manifest.rows:
        raise Unreadable("package_damaged")
