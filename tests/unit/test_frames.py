"""Frames of a snapshot's file: as pandas makes them, with their lists of words shared."""

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from geodata.frames import KEPT_LISTS, Frames
from geodata.store import DICTIONARIES


@pytest.fixture
def file(published):
    path = published.folder / "observations.parquet"
    with pq.ParquetFile(path, read_dictionary=list(DICTIONARIES)) as opened:
        yield opened


def test_every_key_reads_as_pandas_reads_it(published, file):
    for place, key in enumerate(published.keys):
        made = published.observations(key)
        pd.testing.assert_frame_equal(made, file.read_row_group(place).to_pandas())
    assert published.observations("nothing of that name").empty


def coded(*words):
    return pa.table({"word": pa.array(words).dictionary_encode(), "n": list(range(len(words)))})


def test_equal_lists_of_words_are_one():
    frames = Frames()
    first, second = (frames.of(coded("a", "b", *more)) for more in ("a", "ba"))
    assert first["word"].dtype is second["word"].dtype
    assert first["word"].tolist() == ["a", "b", "a"]
    assert second["word"].tolist() == ["a", "b", "b", "a"]


def test_a_missing_word_stays_missing():
    made = Frames().of(coded("a", None, "b"))
    assert made["word"].isna().tolist() == [False, True, False]


def test_no_rows_are_no_rows():
    made = Frames().of(coded("a").slice(0, 0))
    assert list(made.columns) == ["word", "n"]
    assert made.empty


def test_forgets_the_oldest_list():
    frames = Frames()
    oldest = frames.of(coded("oldest"))["word"].dtype
    for number in range(KEPT_LISTS):
        frames.of(coded(str(number)))
    assert frames.of(coded("oldest"))["word"].dtype is not oldest
