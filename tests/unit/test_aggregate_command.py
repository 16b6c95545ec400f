"""The command: few words, a file that imports, and the same meaning as imported registers."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from geodata.__main__ import main
from geodata.aggregate.figures import COLUMNS, UNITS, VACANCIES, Records
from geodata.aggregate.run import Request, aggregate
from geodata.imports import aggregate as imported
from geodata.imports.context import context_of
from geodata.imports.pipeline import ImportOptions, stage_table
from geodata.reading.table import read_table
from geodata.schema import OBSERVATIONS
from indicators.demo.microdata import follow_up, vacancies

CODES = ["54001", "54874", "44430"]
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("records")
    next(vacancies(3000, CODES, 2)).to_parquet(made / "vacantes.parquet")
    next(follow_up(3000, CODES, 2)).to_parquet(made / "seguimiento.parquet")
    return made


@pytest.mark.parametrize("kind", ["vacantes", "seguimiento"])
@pytest.mark.parametrize("suffix", [".parquet", ".csv"])
def test_the_file_that_comes_out_can_be_imported(folder, tmp_path, published, kind, suffix):
    source = published.sources.index[0]
    out = tmp_path / f"cifras{suffix}"
    words = ["aggregate", kind, str(folder / f"{kind}.parquet"), "--out", str(out)]
    assert main([*words, "--source", source]) == 0
    context = context_of(published, date(2026, 11, 20))
    staged = stage_table(read_table(out), "observaciones", ImportOptions(), context)
    assert [finding.sentence() for finding in staged.all_findings()] == []
    assert staged.publishable(accept_warnings=False)
    assert len(staged.rows) == staged.read_rows > 0
    assert list(staged.rows.columns) == [column.name for column in OBSERVATIONS]


def test_the_screen_says_four_numbers(folder, capsys):
    assert main(["aggregate", "vacantes", str(folder / "vacantes.parquet")]) == 0
    said = capsys.readouterr().out
    assert said.startswith("3.000 filas leídas, ")
    assert said.count("\n") == 1


def test_the_screen_says_what_was_left_out(folder, tmp_path, capsys):
    offers = pd.read_parquet(folder / "vacantes.parquet").astype({"sector": "str"})
    offers.loc[0, "date"] = pd.NaT
    offers.loc[1:2, "sector"] = "9999"
    offers.to_parquet(tmp_path / "a.parquet")
    assert main(["aggregate", "vacantes", str(tmp_path / "a.parquet")]) == 0
    _, left_out, in_total = capsys.readouterr().out.splitlines()
    assert left_out.startswith("1 filas fuera")
    assert in_total.startswith("2 filas solo en los totales")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--out", "{tmp}/a.xlsx"], "debe terminar en .parquet o .csv"),
        (["--out", "{tmp}/a.csv"], "Diga con --source"),
        (["--out", "{tmp}/no/a.csv", "--source", "S"], "No existe la carpeta"),
        (["--engine", "oracle://x"], "No se conoce el motor «oracle»"),
    ],
)
def test_what_stops_the_command_with_one_sentence(folder, tmp_path, capsys, words, sentence):
    given = [word.format(tmp=tmp_path) for word in words]
    assert main(["aggregate", "vacantes", str(folder / "vacantes.parquet"), *given]) == 1
    assert sentence in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def by_key(rows):
    keys = ["territory_code", "period", "sex", "population_group", "sector", "indicator"]
    return rows.set_index(keys).sort_index()


def test_vacancies_agree_with_the_register_that_is_imported(folder):
    """Importing the register and adding it up here give the same rows, threshold apart."""
    offers = pd.read_parquet(folder / "vacantes.parquet").astype({"sector": "str"})
    register = offers.assign(
        territory_code=offers["territory_code"].astype("str"),
        period=offers["date"].dt.strftime("%Y-%m"), vacancies=offers["positions"], source_id="S",
    )  # fmt: skip
    theirs = imported.vacancies(register)
    place = str(folder / "vacantes.parquet")
    ours = aggregate(Request(Records.VACANCIES, "duckdb", place, "S", fewest=1)).rows
    pd.testing.assert_frame_equal(by_key(ours), by_key(theirs))


def test_follow_up_agrees_with_the_register_that_is_imported(folder):
    """What both show is equal; what is hidden here is hidden there, where complements are too."""
    answers = pd.read_parquet(folder / "seguimiento.parquet")
    answers = answers[(answers["month"] == 3) & ~answers["attrition"]]
    words = ["territory_code", "cohort", "sex", "population_group"]
    register = answers[words].astype("str").rename(columns={"cohort": "period"}).assign(
        person=answers["person_id"], moment="corto", source_id="S",
        situation=answers["employed"].map({True: "ocupada", False: "desocupada"}),
    )  # fmt: skip
    theirs = by_key(imported.follow_up(register)).xs(imported.EMPLOYED, level="indicator")
    place = str(folder / "seguimiento.parquet")
    rows = aggregate(Request(Records.FOLLOW_UP, "duckdb", place, "S")).rows
    three = by_key(rows[rows["series"] == "seguimiento|3_meses"])
    ours = three.xs(imported.EMPLOYED, level="indicator").loc[theirs.index]
    shown = theirs["value"].notna()
    assert shown.any()
    assert (ours["value"][shown] == theirs["value"][shown]).all()
    hidden = ours["quality"] == "suprimido"
    assert hidden.any()
    assert (theirs["quality"][hidden] == "suprimido").all()


@pytest.mark.parametrize(
    "word", [*COLUMNS[Records.VACANCIES], *COLUMNS[Records.FOLLOW_UP], *UNITS, VACANCIES]
)
def test_every_column_and_figure_is_documented(word):
    assert f"`{word}`" in (ROOT / "docs" / "agregacion.md").read_text(encoding="utf-8")


def test_the_dashboard_starts_without_the_engines():
    """ibis takes half a second to load, and only one command needs it."""
    loaded = (
        "import sys, app, geodata.__main__; print(*sorted({m.split('.')[0] for m in sys.modules}))"
    )
    told = subprocess.run(
        [sys.executable, "-c", loaded], cwd=ROOT, capture_output=True, text=True, check=True
    )
    modules = set(told.stdout.split())
    assert {"geodata", "dash"} <= modules
    assert not modules & {"ibis", "sqlglot", "psycopg", "pyspark"}
