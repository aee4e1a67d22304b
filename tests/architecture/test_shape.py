"""Limits that keep the code readable: what is not limited by a test will grow."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "src" / "rashomon").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))


def _functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_module_can_be_read_in_one_sitting(path: Path) -> None:
    """No module outgrows 400 lines; split by subject, not by size."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_functions_fit_a_screen(path: Path) -> None:
    """No function is longer than 60 lines, docstring included."""
    long = [
        f.name for f in _functions(path) if (f.end_lineno or f.lineno) - f.lineno > 60
    ]
    assert long == []


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_module_is_named_for_its_subject(path: Path) -> None:
    """No drawer for odds and ends."""
    drawers = {"utils", "util", "helpers", "helper", "misc", "common", "tools"}
    assert path.stem not in drawers


def test_there_is_one_broad_except() -> None:
    """Only the runner may catch everything, so that nothing is swallowed elsewhere."""
    broad = [
        str(path.relative_to(ROOT))
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (
            node.type is None
            or (
                isinstance(node.type, ast.Name)
                and node.type.id in {"Exception", "BaseException"}
            )
        )
    ]
    assert len(broad) == 1, broad
    assert broad[0].startswith("src/rashomon/pipeline/")


def test_no_machine_path_is_written_into_the_project() -> None:
    """The project speaks of the project only: no absolute path of somebody's machine."""
    suspicious = ("/work" + "/", "/home" + "/", "/root" + "/")
    told = [
        str(path.relative_to(ROOT))
        for path in [
            *MODULES,
            *TESTS,
            *ROOT.glob("*.md"),
            *(ROOT / "docs").rglob("*.md"),
        ]
        if any(s in path.read_text(encoding="utf-8") for s in suspicious)
    ]
    assert told == []
