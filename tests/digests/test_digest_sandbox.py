from __future__ import annotations

import json
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from reader.digests import read, sandbox, wire
from reader.digests.sandbox import (
    Allowance,
    Request,
    read_limited,
    worker_command,
    worker_environment,
)
from reader.errors import Cancelled, DigestError
from tests.digests.made_up_pages import SAMPLE

DATA = SAMPLE.read_bytes()
TODAY = date(2025, 6, 1)


def speaks(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Lets another program stand in for the worker."""
    monkeypatch.setattr(sandbox, "worker_command", lambda: [sys.executable, "-c", program])


def answering(document: str) -> str:
    """A program that answers with this document."""
    return (
        f"import sys; answer = {document.encode()!r}; "
        "sys.stdout.buffer.write(len(answer).to_bytes(8, 'big') + answer)"
    )


def test_the_same_as_in_this_process() -> None:
    assert read_limited(Request(DATA, "a.txt", today=TODAY)) == read(DATA, "a.txt", today=TODAY)


def test_wire_keeps_everything() -> None:
    digest = read(b"2401.00001\nwhat\n10.1234/a\nhttps://a.example/\n", "x.txt")
    plain, entries = wire.to_wire(digest)
    assert wire.from_wire(json.loads(json.dumps(plain)), entries, digest.data) == digest


def test_errors_come_through_whole() -> None:
    with pytest.raises(DigestError) as here:
        read(b"%PDF-1.7")
    with pytest.raises(DigestError) as there:
        read_limited(Request(b"%PDF-1.7"))
    assert str(there.value) == str(here.value)
    assert there.value.advice == here.value.advice


def test_more_than_a_pipe_holds() -> None:
    data = DATA + b"\n\nPrevious" * 200_000
    assert len(read_limited(Request(data, today=TODAY)).entries) == 8


def test_cancel_is_quick_and_kills(monkeypatch: pytest.MonkeyPatch) -> None:
    speaks(monkeypatch, "import time; time.sleep(60)")
    started = time.monotonic()
    with pytest.raises(Cancelled):
        read_limited(Request(DATA), cancelled=lambda: time.monotonic() - started > 0.2)
    assert time.monotonic() - started < 3


def test_wall_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    speaks(monkeypatch, "import time; time.sleep(60)")
    with pytest.raises(DigestError, match="more than 1 seconds"):
        read_limited(Request(DATA), allowance=Allowance(512_000_000, 1))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits by the clock only")
def test_processor_limit() -> None:
    program = "from reader.digests.worker import limit; limit(10**9, 1)\nwhile True: pass"
    ended = subprocess.run([sys.executable, "-c", program], check=False, timeout=30)
    error = sandbox._death(ended.returncode, b"", Allowance(10**9, 1))
    assert "took more than 1 seconds" in str(error)
    assert ended.returncode < 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits memory this way")
def test_memory_limit() -> None:
    with pytest.raises(DigestError, match="too much memory"):
        read_limited(Request(DATA * 400), allowance=Allowance(20_000_000, 20))


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("raise SystemExit(3)", "stopped unexpectedly \\(3\\)"),
        ("raise KeyError('a bug')", "stopped unexpectedly.*a bug"),
        ("print('no json')", "answer was damaged"),
        (answering("{}"), "too much memory"),
        (answering("[]"), "answer was damaged"),
        (answering('{"outcomes": [{"digest": {}}]}'), "answer was damaged"),
    ],
)
def test_a_worker_that_fails(monkeypatch: pytest.MonkeyPatch, program: str, message: str) -> None:
    speaks(monkeypatch, program)
    with pytest.raises(DigestError, match=message):
        read_limited(Request(DATA))


def test_nothing_of_the_current_folder_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("reader", "json", "resource"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('run from the current folder')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert len(read_limited(Request(DATA, today=TODAY)).entries) == 8


def test_the_worker_starts_light() -> None:
    program = (
        "import sys, reader.digests.worker; "
        "heavy = {'ftfy', 'rapidfuzz', 'subprocess', 'PySide6', 'sqlite_utils'}; "
        "print(*heavy & set(sys.modules))"
    )
    command = [worker_command()[0], "-P", "-c", program]
    ended = subprocess.run(
        command, check=True, capture_output=True, text=True, env=worker_environment()
    )
    assert ended.stdout.strip() == ""


def test_allowance_grows_with_size() -> None:
    small, large = Allowance.for_data(b""), Allowance.for_data(bytes(50_000_000))
    assert small.seconds == 10
    assert (large.seconds, large.memory) > (small.seconds, small.memory)
