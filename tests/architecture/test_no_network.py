"""A kiosk works without a network, so no code asks for one, outside the files named here."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Files that talk to the outside on the office's behalf.
ALLOWED: frozenset[str] = frozenset({"db/exchange/s3_place.py"})
NETWORK = (
    *(
        "socket",
        "socketserver",
        "ssl",
        "asyncio",
        "http",
        "urllib.request",
        "ftplib",
        "imaplib",
        "poplib",
        "smtplib",
    ),
    *("xmlrpc", "aiohttp", "httpx", "requests", "urllib3", "websockets"),
    *("s3fs", "fsspec", "botocore", "boto3", "aiobotocore"),
    *("PySide6.QtNetwork", "PySide6.QtWebSockets"),
)


@pytest.mark.parametrize("folder", ["desktop", "db", "resources"])
def test_no_module_imports_a_network_library(folder: str) -> None:
    found = [
        f"{file.relative_to(ROOT)} imports {name}"
        for file in sorted((ROOT / folder).rglob("*.py"))
        if file.relative_to(ROOT).as_posix() not in ALLOWED
        for name in imported(ast.parse(file.read_text(encoding="utf-8")))
        if reaches_out(name)
    ]

    assert not found


@pytest.mark.parametrize(
    "line",
    [
        "import socket",
        "import http.client",
        "from urllib import request",
        "from urllib.request import urlopen",
    ],
)
def test_the_search_sees_every_form_of_import(line: str) -> None:
    assert any(map(reaches_out, imported(ast.parse(line))))


def test_taking_an_address_apart_is_no_network() -> None:
    assert not any(map(reaches_out, imported(ast.parse("from urllib.parse import urlsplit"))))


def imported(tree: ast.Module) -> list[str]:
    """Every dotted name that the module imports; `from a import b` gives `a.b`."""
    names: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return names


def reaches_out(name: str) -> bool:
    return any(f"{name}.".startswith(f"{library}.") for library in NETWORK)
