"""The import names `desktop`, `db` and `resources` are common words; these guards keep them ours."""

import ast
import importlib
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OURS = ("desktop", "db", "resources")


def modules() -> list[Path]:
    return [file for folder in (*OURS, "tests") for file in sorted((ROOT / folder).rglob("*.py"))]


@pytest.mark.parametrize("name", OURS)
def test_the_package_comes_from_this_repository(name: str) -> None:
    found = importlib.import_module(name).__file__

    assert found is not None
    assert Path(found) == ROOT / name / "__init__.py"


def test_no_folder_of_tests_shadows_a_package() -> None:
    assert not [file for file in (ROOT / "tests").rglob("__init__.py")]
    assert not [folder for folder in (ROOT / "tests").iterdir() if folder.name in OURS]


def test_the_project_cannot_be_uploaded_to_a_public_index() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert "Private :: Do Not Upload" in project["classifiers"]


def test_a_package_is_never_bound_by_its_bare_name() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{node.lineno}"
        for file in modules()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.Name | ast.arg) and binds_our_name(node)
    ]

    assert not found


def binds_our_name(node: ast.Import | ast.Name | ast.arg) -> bool:
    """`import db`, `import db.store`, `db = ...`, a parameter called `db`."""
    match node:
        case ast.Import(names=names):
            return any(alias.asname is None and alias.name.split(".")[0] in OURS for alias in names)
        case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
            return name in OURS
    return False
