"""A register of productive units as an office writes it: its words become those of the table."""

from datetime import date

import pytest

from geodata.imports.context import context_of
from geodata.imports.pipeline import ImportOptions
from geodata.imports.staging import stage_file

HEADER = (
    "identificador;nombre;municipio;ciiu;estado;programa;formalización;personas ocupadas;"
    "última verificación;desde;fuente"
)
ROWS = """
up-1;Panadería El Puente;Villa del Rosario;G;En riesgo;Banco Amable 2.0;Sí;3;2025-10;2022;fucai_2024
up-2;Taller La Parada;54874;C;activo;;En trámite;;2025-10;;fucai_2024
"""


@pytest.fixture
def staged(published, tmp_path):
    file = tmp_path / "unidades.csv"
    file.write_text(HEADER + ROWS, encoding="utf-8")
    context = context_of(published, date(2026, 11, 20))
    return stage_file(file, "unidades-productivas", ImportOptions(), context, published)


def test_programme_formalisation_and_people_are_read(staged):
    assert not [finding for finding in staged.findings if finding.severity.value == "error"]
    rows = staged.rows.set_index("id")
    assert rows["programme"].tolist() == ["Banco Amable 2.0", ""]
    assert rows["formalisation"].tolist() == ["registrada", "en_tramite"]
    assert rows["status"].tolist() == ["en_riesgo", "activa"]
    assert rows.loc["up-1", "jobs"] == 3
    assert rows["jobs"].isna().tolist() == [False, True], "not known is not zero"


def test_a_unit_stands_at_the_seat_of_its_municipality_and_says_so(staged, published):
    seat = published.territories.loc["54874", ["lon", "lat"]]
    assert set(staged.rows["precision"]) == {"seat"}
    assert staged.rows[["lon", "lat"]].drop_duplicates().iloc[0].tolist() == seat.tolist()
