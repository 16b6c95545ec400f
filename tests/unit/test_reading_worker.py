"""What the worker does, done in this process, where it can be looked at."""

import json
import zipfile

import geopandas as gpd
import pandas as pd
import pyogrio
import pytest
import shapely
from pyarrow import ipc

from geodata.findings import Severity
from geodata.reading import boundaries, refusals, table, worker
from geodata.reading.limits import LIMITS
from geodata.reading.notes import Notebook, note
from geodata.reading.refusals import UnreadableFileError, refuse
from geodata.reading.text import preview
from geodata.reading.vector import driver_of, environment


def done(folder, task, path, **options):
    """The result of one task."""
    given = {"path": str(path), "options": options}
    (folder / worker.TASK_FILE).write_text(json.dumps(given))
    worker.work(folder, task)
    return json.loads((folder / worker.RESULT_FILE).read_text())


def test_a_table_and_what_it_says_of_itself_are_left(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("Título\ncodigo,valor\n54001,10\n")
    result = done(tmp_path, "table", path)
    assert (result["header_row"], result["encoding"]) == (2, "utf-8")
    (finding,) = table.restored(result["findings"])
    assert finding == note("fila_de_titulo", 1, value="Título")
    cells = ipc.open_file(tmp_path / worker.TABLE_FILE).read_pandas()
    assert json.loads((tmp_path / worker.PROGRESS_FILE).read_text()) == [0, 3]
    assert cells[["codigo", "valor"]].to_numpy().tolist() == [["54001", "10"]]


def test_a_refusal_is_a_result(tmp_path):
    (tmp_path / "x").write_bytes(b"%PDF")
    assert done(tmp_path, "table", tmp_path / "x") == {"refusal": refusals.UNKNOWN}


def test_a_lack_of_memory_is_a_result(tmp_path, monkeypatch):
    def hungry(*_):
        raise MemoryError

    monkeypatch.setattr(worker, "TASKS", {"table": hungry})
    assert done(tmp_path, "table", tmp_path) == {"refusal": refusals.OUT_OF_MEMORY}


def test_a_preview_shows_the_same_lines_in_each_encoding(tmp_path):
    path = tmp_path / "x.csv"
    path.write_bytes("municipio\r\nNariño\r\n".encode("cp850"))
    assert preview(path) == {
        "utf-8": ("municipio", "Nari\ufffdo"),
        "cp1252": ("municipio", "Nari¤o"),
        "cp850": ("municipio", "Nariño"),
    }


def test_findings_beyond_the_limit_are_counted():
    notebook = Notebook()
    notebook.extend(note("fila_irregular", row, found=1, expected=2) for row in range(1, 603))
    notebook.extend(note("fila_de_titulo", row) for row in range(1, 502))
    *kept, errors, warnings = notebook.close()
    assert len(kept) == 2 * LIMITS.findings
    assert errors.what_es == "hay más hallazgos de la regla «fila_irregular»: 102"
    assert warnings.what_es == "hay más hallazgos de la regla «fila_de_titulo»: 1"
    assert (errors.severity, warnings.severity) == (Severity.ERROR, Severity.WARNING)


def test_numbers_in_a_refusal_are_written_as_in_colombia():
    assert "1.200.000 filas" in str(refuse(refusals.TOO_MANY_ROWS, limit=1_200_000))


SHAPE = gpd.GeoDataFrame({"a": [1, 2]}, geometry=gpd.points_from_xy([-72, -73], [7, 8]), crs=4686)


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Boundaries read here: the file written by ``write``, the driver that its bytes name."""

    def task(path, **options):
        given = {"layer": "", "crs": "", "encoding": ""} | options
        driver = driver_of(path)
        monkeypatch.setattr(pyogrio, "list_drivers", lambda: {driver: "r"})
        out = tmp_path / "tabla.parquet"
        work = tmp_path / "trabajo"
        work.mkdir()
        job = {"path": str(path), "driver": driver, "options": given}
        return boundaries.run_boundaries(work, job, out), gpd.read_parquet(out)

    return task


@pytest.mark.parametrize("name", ["x.gpkg", "x.fgb"])
def test_boundaries_are_left_in_degrees(tmp_path, read, name):
    SHAPE.to_crs(9377).to_file(tmp_path / name)
    result, frame = read(tmp_path / name)
    assert (result["crs"], result["layers"], result["findings"]) == ("EPSG:9377", ["x"], [])
    assert frame.crs.to_string() == "EPSG:4326"
    assert shapely.equals_exact(frame.geometry.to_numpy(), SHAPE.geometry.to_numpy(), 1e-6).all()
    assert frame.index.tolist() == [1, 2]


def zipped(tmp_path, suffixes, cpg=b""):
    SHAPE.assign(a=["Nariño", "Cúcuta"]).to_file(tmp_path / "m.shp", encoding="cp1252")
    with zipfile.ZipFile(tmp_path / "m.zip", "w") as archive:
        for suffix in suffixes:
            archive.write(tmp_path / f"m{suffix}", f"m{suffix}")
        archive.writestr("m.cpg", cpg)
    return tmp_path / "m.zip"


@pytest.mark.parametrize(("cpg", "encoding"), [(b"1252", "cp1252"), (b"?", "cp1252")])
def test_a_shapefile_is_decoded(tmp_path, read, cpg, encoding):
    result, frame = read(zipped(tmp_path, (".shp", ".shx", ".dbf", ".prj"), cpg))
    assert (result["encoding"], frame["a"].tolist()) == (encoding, ["Nariño", "Cúcuta"])


def test_a_shapefile_without_system_or_parts_is_refused(tmp_path, read):
    with pytest.raises(UnreadableFileError, match=r"^El archivo no dice su sistema"):
        read(zipped(tmp_path, (".shp", ".shx", ".dbf")))
    with pytest.raises(UnreadableFileError, match=r"^El ZIP debe traer"):
        boundaries._unpacked(zipfile.ZipFile(zipped(tmp_path, (".shp", ".shx"))), tmp_path)


def test_a_layer_that_is_not_there_is_refused(tmp_path, read):
    SHAPE.to_file(tmp_path / "x.gpkg")
    with pytest.raises(UnreadableFileError, match=r"Capas que trae: x\.$"):
        read(tmp_path / "x.gpkg", layer="y")


def test_too_many_vertices_are_refused(tmp_path, read, monkeypatch):
    monkeypatch.setattr(boundaries, "LIMITS", type(LIMITS)(vertices=1))
    SHAPE.to_file(tmp_path / "x.gpkg")
    with pytest.raises(UnreadableFileError, match=r"^Los contornos pasan de 1 vértices"):
        read(tmp_path / "x.gpkg")


def test_faults_of_geometry_are_found_by_feature(tmp_path, read):
    bow = shapely.Polygon([(-72, 7), (-71, 8), (-71, 7), (-72, 8)])
    gpd.GeoDataFrame({"a": [1, 2]}, geometry=[None, bow], crs=4686).to_file(tmp_path / "x.gpkg")
    result, _ = read(tmp_path / "x.gpkg")
    assert [(one["rule"], one["row"]) for one in result["findings"]] == [
        ("geometria_vacia", 1),
        ("geometria_invalida", 2),
    ]


def test_only_the_driver_asked_for_is_left_on():
    skipped = environment("GPKG")["OGR_SKIP"].split(",")
    assert "GPKG" not in skipped
    assert set(skipped) >= set(pyogrio.list_drivers()) - {"GPKG"}


@pytest.mark.parametrize("encoding", [b"UTF-3", b"rTF-8", b"UTF-7"])
def test_a_workbook_in_an_unheard_encoding_is_broken(tmp_path, encoding):
    path = tmp_path / "x.xlsx"
    sheet = b'<?xml version="1.0" encoding="%s"?><worksheet/>' % encoding
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", b"<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    assert done(tmp_path, "table", path) == {"refusal": refusals.BROKEN}


def test_a_parquet_with_a_spoiled_page_is_broken(tmp_path):
    path = tmp_path / "x.parquet"
    pd.DataFrame({"a": ["x", "y"] * 50}).to_parquet(path)
    content = bytearray(path.read_bytes())
    content[4:40] = b"\xff" * 36
    path.write_bytes(content)
    assert done(tmp_path, "table", path) == {"refusal": refusals.BROKEN}
