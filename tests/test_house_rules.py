"""The rules of the house that no tool checks for us."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

import pytest

import reader
from reader.data import data_folder

ROOT = Path(__file__).parents[1]
PACKAGE = Path(reader.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))


def name_of(file: Path) -> str:
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def calls_of(methods: Collection[str], file: Path) -> Iterator[tuple[str, str, int]]:
    """The method of each call of one of these, what it is called on, and the line."""
    for node in ast.walk(tree(file)):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and called.attr in methods:
            yield called.attr, ast.unparse(called.value), called.lineno


def within(file: Path, *folders: str) -> bool:
    return file.relative_to(PACKAGE).parts[0] in folders


def test_only_the_connection_executes_and_commits() -> None:
    """Each of these was seen to lose rows or keep the wrong ones when used elsewhere."""
    found = [
        f"{file}:{line}: {on}.{method}"
        for file in FILES
        if file != PACKAGE / "store" / "connection.py"
        for method, on, line in calls_of(
            ("execute", "executescript", "executemany", "commit"), file
        )
        if method in ("executescript", "executemany")
        or (method == "execute" and on.endswith("conn"))
        # Index writers and exports have a commit of their own.
        or (method == "commit" and not within(file, "search", "exporting"))
    ]
    assert found == []


def test_the_window_shows_no_markup_of_others_and_never_spins_its_loop() -> None:
    found = [
        f"{file}:{line}: {method}"
        for file in FILES
        if within(file, "gui", "app.py")
        for method, _, line in calls_of(
            ("setHtml", "insertHtml", "setMarkdown", "processEvents"), file
        )
    ]
    assert found == []


def test_nothing_is_imported_by_star() -> None:
    found = [
        f"{file}:{node.lineno}"
        for file in FILES
        for node in ast.walk(tree(file))
        if isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    ]
    assert found == []


def test_only_the_schema_prints() -> None:
    found = [
        f"{file}:{node.lineno}"
        for file in FILES
        if file != PACKAGE / "store" / "schema.py"
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("print", "breakpoint")
    ]
    assert found == []


def imports_at_the_top(file: Path, modules: set[str]) -> set[str]:
    """Those of our modules that must be loaded before this one is."""
    found = set()
    for node in tree(file).body:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= inner & modules or {node.module}
            if inner - modules:
                found.add(node.module)
    return (found & modules) - {name_of(file)}


def test_no_modules_import_each_other_in_a_circle() -> None:
    modules = {name_of(file) for file in FILES}
    graph = {name_of(file): imports_at_the_top(file, modules) for file in FILES}
    settled: set[str] = set()
    while ready := {name for name in graph if name not in settled and graph[name] <= settled}:
        settled |= ready
    left = {name: sorted(graph[name] - settled) for name in graph if name not in settled}
    assert left == {}


def test_the_data_is_found_in_a_checkout() -> None:
    assert data_folder("db") == ROOT / "db"
    assert (data_folder("resources") / "sample" / "trending.txt").is_file()
    with pytest.raises(FileNotFoundError, match="install it again"):
        data_folder("absent")


_USES_DATA = """
import sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
import reader
assert Path(reader.__file__).is_relative_to(sys.argv[1]), reader.__file__
from reader.data import data_folder
assert (data_folder("db") / "0001_library.sql").is_file()
from reader.library import Library
with Library(Path(sys.argv[2])) as library:
    sample = data_folder("resources") / "sample" / "trending.txt"
    print(library.import_digest(library.read_digest(sample.read_bytes(), sample.name)).new)
"""


def test_the_data_is_found_in_an_installed_wheel(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input"]
    offline = ["--no-index", "--no-deps"]
    building = ["--no-build-isolation", "--wheel-dir", str(tmp_path), str(ROOT)]
    subprocess.run([*pip, "wheel", *offline, *building], check=True, timeout=110)
    [wheel] = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "reader/_data/db/0001_library.sql" in names
    assert not [name for name in names if name.startswith(("tests/", "scripts/"))]

    target = tmp_path / "installed"
    subprocess.run(
        [*pip, "install", *offline, "--target", str(target), str(wheel)], check=True, timeout=60
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", _USES_DATA, str(target), str(tmp_path / "library")],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 5


def python_blocks(file: Path) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```", file.read_text(encoding="utf-8"), re.M | re.S)


def test_the_script_in_the_readme_runs(tmp_path: Path) -> None:
    blocks = python_blocks(ROOT / "README.md")
    if not blocks:
        pytest.skip("the README has no Python yet")
    [script] = blocks
    redirected = {
        name: str(tmp_path) for name in ("HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA")
    }
    library = {"READER_LIBRARY": str(tmp_path / "library"), "PYTHONPATH": str(ROOT)}
    sample = (ROOT / "resources" / "sample" / "trending.txt").read_bytes()
    for name in set(re.findall(r"""["']([\w-]+\.(?:txt|md|html))["']""", script)):
        (tmp_path / name).write_bytes(sample)
    done = subprocess.run(
        [sys.executable, "-P", "-c", script],
        cwd=tmp_path,
        env={**os.environ, **redirected, **library},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
