"""How many people work in a unit leaves as a size, never as a number.

people    0    1    4    5    10    11     50     51      200     201   not known
size      0    1-4  1-4  5-10 5-10  11-50  11-50  51-200  51-200  201+
"""

import numpy as np
import pandas as pd

from geodata.disclosure.places import PUBLIC, sized
from indicators.disclosed import Disclosed
from indicators.engine import Engine
from indicators.records import records

PEOPLE = [0, 1, 4, 5, 10, 11, 50, 51, 200, 201, np.nan]
SIZES = ["0", "1-4", "1-4", "5-10", "5-10", "11-50", "11-50", "51-200", "51-200", "201+", ""]


def test_sizes_and_their_limits():
    places = pd.DataFrame({"id": [str(n) for n in range(len(PEOPLE))], "jobs": PEOPLE})
    found = sized(places)
    assert found["jobs_band"].tolist() == SIZES
    assert "jobs" not in found
    assert places["jobs"].notna().sum() == len(PEOPLE) - 1, "the argument is left as it was"


def test_places_without_the_column_have_no_size():
    assert sized(pd.DataFrame({"id": ["a"]}))["jobs_band"].tolist() == [""]


def test_nobody_reads_the_number_through_the_engine(published):
    engine = Engine(published)
    assert isinstance(engine.snapshot, Disclosed)
    assert "jobs" not in engine.snapshot.places
    assert [c.name for c in PUBLIC if c.name.startswith("jobs")] == ["jobs_band"]
    record = records(engine.snapshot.places.head(1), PUBLIC)[0]
    assert record["jobs_band"] is None
    assert record["programme"] == "Integra"
