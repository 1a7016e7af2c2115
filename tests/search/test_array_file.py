"""A file of arrays gives what was written, or says that it is damaged."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays_of

from reader.errors import IndexDamagedError
from reader.search.codec.array_file import ArrayFile, write_arrays
from reader.search.codec.building import SegmentBuilder
from reader.search.codec.schema import FINGERPRINT
from reader.search.codec.segment_arrays import FORMAT, SegmentArrays

FACTS = {"format": FORMAT, "fingerprint": FINGERPRINT}
_MAGIC = 16
_START = _MAGIC + 8 + 8

_KINDS = st.sampled_from(["u1", "<u2", "<u4", "<i4", "<i8", "<u8", "<f4", "bool", ">u4"])
_SHAPES = arrays_of.array_shapes(max_dims=2, min_side=0, max_side=5)
ARRAYS = st.dictionaries(
    st.text("abc_", min_size=1),
    _KINDS.flatmap(lambda kind: arrays_of.arrays(kind, _SHAPES)),
    max_size=4,
)


@pytest.fixture(scope="module")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Makes names of files that are not there yet."""
    folder = tmp_path_factory.mktemp("files")
    return lambda: folder / str(len(list(folder.iterdir())))


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """The file of a segment of three papers."""
    builder = SegmentBuilder()
    for paper_id, title in enumerate(("Sea anemones", "Self-attention of the sea", ""), 1):
        builder.add(paper_id, {"title": title, "abstract": f"{title} and more of it."})
    file = tmp_path / "one.arrays"
    write_arrays(file, builder.arrays(), FACTS)
    return file


def header_end(data: bytes) -> int:
    return _START + int.from_bytes(data[_MAGIC : _MAGIC + 8], "little")


def flipped(data: bytes, at: int, bit: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]


@settings(max_examples=80, deadline=None)
@given(
    arrays=ARRAYS,
    facts=st.dictionaries(st.text(), st.integers(0, 9) | st.text(), max_size=3),
)
def test_it_gives_what_was_written(
    new_file: Callable[[], Path],
    arrays: dict[str, np.ndarray],
    facts: dict[str, int | str],
) -> None:
    path = new_file()
    write_arrays(path, arrays, facts)
    file = ArrayFile(path)
    file.verify()
    assert file.facts == facts
    for name, array in arrays.items():
        found = file.array(name)
        assert found.dtype == array.dtype.newbyteorder("<")
        assert found.shape == array.shape
        # Not a number is not equal to itself, but its bytes are.
        assert found.tobytes() == array.astype(found.dtype).tobytes()
        assert not found.flags.writeable


def test_it_is_never_written_over(written: Path) -> None:
    before = written.read_bytes()
    with pytest.raises(FileExistsError):
        write_arrays(written, {}, {})
    assert written.read_bytes() == before


def test_an_array_that_is_not_there_is_damage(written: Path) -> None:
    with pytest.raises(IndexDamagedError, match="lacks absent"):
        ArrayFile(written).array("absent")


def test_any_flipped_byte_in_the_header_is_noticed_at_once(written: Path) -> None:
    data, damaged = written.read_bytes(), written.with_name("damaged")
    for at in range(header_end(data)):
        damaged.write_bytes(flipped(data, at, at % 8))
        with pytest.raises(IndexDamagedError):
            ArrayFile(damaged)


def test_any_truncation_is_noticed_at_once(written: Path) -> None:
    data, damaged = written.read_bytes(), written.with_name("damaged")
    for length in range(len(data)):
        damaged.write_bytes(data[:length])
        with pytest.raises(IndexDamagedError):
            ArrayFile(damaged)


def test_any_flipped_byte_in_an_array_is_noticed_when_verified(written: Path) -> None:
    data, damaged = bytearray(written.read_bytes()), written.with_name("damaged")
    base, file = header_end(data), ArrayFile(written)
    for name, said in file._said.items():
        for inside in range(file.array(name).nbytes):
            at = base + said["at"] + inside
            damaged.write_bytes(flipped(bytes(data), at, inside % 8))
            with pytest.raises(IndexDamagedError, match=f"damaged \\({name}\\)"):
                ArrayFile(damaged).verify()


@pytest.mark.parametrize("facts", [{}, FACTS | {"format": 0}, FACTS | {"fingerprint": "other"}])
def test_a_segment_of_another_version_is_not_read(
    written: Path, facts: dict[str, int | str]
) -> None:
    file, other = ArrayFile(written), written.with_name("other")
    write_arrays(other, {name: file.array(name) for name in file._said}, facts)
    with pytest.raises(IndexDamagedError, match="another version"):
        SegmentArrays(other, FINGERPRINT)


def test_arrays_that_do_not_fit_each_other_are_not_read(written: Path) -> None:
    file = ArrayFile(written)
    for name in ("documents", "weights", "places", "posting_starts", "paper_ids"):
        arrays = {one: file.array(one) for one in file._said} | {name: file.array(name)[:-1]}
        write_arrays(written.with_name(name), arrays, FACTS)
        with pytest.raises(IndexDamagedError, match="does not fit together"):
            SegmentArrays(written.with_name(name), FINGERPRINT)


def test_random_bytes_are_no_file_of_arrays(written: Path) -> None:
    garbage = written.with_name("garbage")
    for data in (b"", b"x", random.Random(1).randbytes(5_000), bytes(5_000)):
        garbage.write_bytes(data)
        with pytest.raises(IndexDamagedError):
            ArrayFile(garbage)
