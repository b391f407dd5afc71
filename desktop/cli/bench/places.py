"""A folder of invented databases that lives as long as a bench, and processes that start with clean memory."""

import json
import multiprocessing
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from db import marker
from db.errors import StoreTrouble
from db.exchange.blocks import COLUMNS
from db.opening import found_device, found_project
from db.records import Project
from db.store import Store
from db.vault import device_keys
from desktop.cli.bench.rows import Block
from desktop.services.opening import open_database, state_folder, with_derived_tables

P = ParamSpec("P")
T = TypeVar("T")

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
PASSPHRASE = "invented passphrase"
# While a database is being built nobody measures it.
BUILD_CACHE_KIB = 400_000


@contextmanager
def folder() -> Iterator[Path]:
    """An empty folder on the disk of temporary files, gone afterwards."""
    made = Path(tempfile.mkdtemp(prefix="qinting-bench-"))
    try:
        yield made
    finally:
        for database in made.glob("*.db"):
            marker.forget(database, state_folder())
        shutil.rmtree(made, ignore_errors=True)


def found(path: Path, *, keyed: bool = True) -> Store:
    """A database of the invented project."""
    passphrase = PASSPHRASE if keyed else None
    return _marked(found_project(path, name="青禾里", mark="青", device_name="bench", passphrase=passphrase))


def found_beside(path: Path, first: Store, *, keyed: bool = True) -> Store:
    """A further database of the project of `first`, which reads what is written for the project."""
    project = first.records(Project, "ORDER BY id LIMIT 1")[0]
    exchange = device_keys.read(first.connection).exchange
    return _marked(
        found_device(
            path, project=project, device_name="further", role="office", passphrase=PASSPHRASE if keyed else None,
            exchange=exchange, rows=(),
        )
    )  # fmt: skip


def _marked(store: Store) -> Store:
    """Marked as this machine's, or opening it again would renew its writer and make every delta a whole package."""
    marker.mark(store, state_folder())
    return with_derived_tables(store)


def opened(path: Path, *, keyed: bool = True) -> Store:
    """Open a database made here."""
    return open_database(path, PASSPHRASE if keyed else None)


def fill(store: Store, blocks: Iterable[Block]) -> int:
    """Write blocks of invented rows and the derived states of concerns; returns how many rows of tables."""
    rows = 0
    store.connection.execute(f"PRAGMA cache_size = -{BUILD_CACHE_KIB}")
    with store.transaction(verb="bench") as tx:
        for table, block in blocks:
            names = COLUMNS[table]
            tx.connection.executemany(
                f"INSERT INTO {table}({', '.join(names)}) VALUES ({', '.join('?' * len(names))})",  # noqa: S608
                block,
            )
            rows += len(block) if table != "edit" else 0
        tx.connection.execute(LAST_STEPS)
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return rows


LAST_STEPS = """
    INSERT OR IGNORE INTO concern_now(concern, state, step, rivals)
    SELECT s.concern, s.state, s.id, 0 FROM concern_step s
    WHERE NOT EXISTS (SELECT 1 FROM concern_step n WHERE n.concern = s.concern AND n.parent = s.id)
"""


def copied(source: Path, target: Path) -> Path:
    """A copy of a closed database with its key file, whole on disk, so that no later writing disturbs a clock."""
    for suffix in ("", ".keys"):
        old, new = (place.with_name(place.name + suffix) for place in (source, target))
        with old.open("rb") as content, new.open("wb") as copy:
            shutil.copyfileobj(content, copy, 1 << 24)
            copy.flush()
            os.fsync(copy.fileno())
    return target


def in_fresh_process(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> tuple[T, float | None]:
    """The result of `work` in a new process, and that process's largest memory in MB (None where nobody counts it).

    Raises StoreTrouble `bench_failed` when the process ends without a result.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_report, args=(there, work, args, kwargs))
    process.start()
    there.close()
    try:
        result, peak_mb = here.recv()
    except EOFError as error:
        raise StoreTrouble("bench_failed", work=work.__name__) from error
    finally:
        process.join()
        here.close()
    return result, peak_mb


def _report(pipe: Pipe, work: Callable[..., object], args: tuple[object, ...], kwargs: dict[str, object]) -> None:
    result = work(*args, **kwargs)
    pipe.send((result, peak_memory_mb()))
    pipe.close()


def stopwatch(*words: str) -> tuple[dict[str, Any], int]:
    """Run one of the window programs of desktop/stopwatch.py: what it said, and when it began (monotonic, ns).

    Raises StoreTrouble `bench_failed` when it ends without an answer.
    """
    has_screen = os.name == "nt" or any(os.environ.get(name) for name in SCREENS)
    environment = {**os.environ, **({} if has_screen else {"QT_QPA_PLATFORM": "offscreen"})}
    began = time.monotonic_ns()
    child = subprocess.run(
        [sys.executable, "-m", "desktop.stopwatch", *words],
        capture_output=True, text=True, encoding="utf-8", check=False, env=environment,
    )  # fmt: skip
    if child.returncode:
        raise StoreTrouble("bench_failed", work=f"stopwatch {words[0]}: {child.stderr[-500:]}")
    return json.loads(child.stdout.splitlines()[-1]), began


def peak_memory_mb() -> float | None:
    """The largest memory this process ever held.

    Linux counts it anew for a new program only in this file; `getrusage` there still knows the parent's.
    """
    status = Path("/proc/self/status")
    if status.exists():
        for line in status.read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    if sys.platform == "darwin":
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
    return None
