"""Invented records, spoiled here and there, and the servers that add them up."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from geodata.aggregate.figures import Records
from geodata.microdata import write_batches
from indicators.demo.microdata import follow_up, vacancies
from tests.scale import cluster, postgres

SEED = 7
CODES = [f"{number:05d}" for number in range(5001, 5001 + 1122)]
WAVES = 4
SIZES = {"1e5": 100_000, "1e6": 1_000_000}


@dataclass(frozen=True)
class Microdata:
    """Both kinds of records; ``name`` says their size."""

    name: str
    folder: Path

    def file(self, kind: Records) -> Path:
        return self.folder / f"{kind.value}.parquet"

    def table(self, kind: Records) -> str:
        return f"{kind.value}_{self.name}"


def _spoiled(batches, numbers, changes):
    """Every batch with some thousandths of the cells of a column replaced by one bad word."""
    for batch in batches:
        spoiled = batch.copy()
        for column, bad in changes:
            where = numbers.random(len(batch)) < 0.003
            text = isinstance(spoiled[column].dtype, pd.CategoricalDtype)
            cells = spoiled[column].astype("str") if text else spoiled[column]
            spoiled[column] = cells.mask(where, bad)
        yield spoiled


OFFERS = (
    ("territory_code", None), ("territory_code", "5001"), ("territory_code", "05001\n"),
    ("sector", "Z"), ("sector", None), ("date", pd.NaT),
)  # fmt: skip
INTERVIEWS = (
    ("territory_code", None), ("cohort", "=1+1"), ("cohort", "2023\n"), ("sex", "F"),
    ("population_group", None), ("month", np.int16(9)), ("employed", pd.NA), ("income", -1.0),
    ("income", 5e9), ("moved_to", "Chile"), ("moved_to", "05001\n"), ("moved_to", None),
)  # fmt: skip
"""A last line break is what the pattern languages of engines disagree about."""


def _with_cents(batches):
    """Incomes that are no whole pesos, so that engines have something to disagree about."""
    return (batch.assign(income=batch["income"] * 1.1) for batch in batches)


@pytest.fixture(scope="session")
def microdata_of(tmp_path_factory):
    """Records of a size, written once."""

    @cache
    def made(rows: int) -> Microdata:
        folder = tmp_path_factory.mktemp(f"n{rows}")
        numbers = np.random.default_rng(SEED)
        offers = _spoiled(vacancies(rows, CODES, SEED), numbers, OFFERS)
        write_batches(folder / "vacantes.parquet", offers)
        told = _with_cents(follow_up(rows // WAVES, CODES, SEED))
        write_batches(folder / "seguimiento.parquet", _spoiled(told, numbers, INTERVIEWS))
        return Microdata(f"n{rows}", folder)

    return made


@pytest.fixture(scope="session", params=SIZES.values(), ids=SIZES)
def microdata(request, microdata_of):
    return microdata_of(request.param)


@pytest.fixture(scope="session")
def postgresql():
    with postgres.running() as server:
        yield server


@pytest.fixture(scope="session")
def spark():
    with cluster.running() as running:
        yield running
