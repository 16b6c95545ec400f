"""Files made to harm, each a real one: the reader refuses them with a sentence and goes on.

Longer than a file should be, so that the whole list of what is defended is in one place.
"""

import http.server
import json
import os
import random
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import zipfile
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import shapely

from geodata.reading import refusals, sandbox, vector
from geodata.reading import workbook as workbook_reader
from geodata.reading.extract import extract
from geodata.reading.limits import LIMITS
from geodata.reading.raw import ReadOptions
from geodata.reading.refusals import UnreadableFileError, refuse
from geodata.reading.table import preview, read_table
from tests.dirty.formats import ODS_HEAD, compound, ods, table, xls

ROOT = Path(__file__).parents[2]
SHEET = "xl/worksheets/sheet1.xml"
FAR_CELL = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


@pytest.fixture
def workbook(tmp_path):
    """A clean workbook to spoil."""
    path = tmp_path / "libro.xlsx"
    table(["codigo", "valor"], ["54001", 10])(path)
    return path


def members(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def spoil(path, name, change):
    """Rewrite one member of an archive."""
    parts = members(path)
    parts[name] = change(parts[name])
    return pack(path, parts)


def refusal_of(path, reader=read_table):
    with pytest.raises(UnreadableFileError) as refused:
        reader(path)
    return str(refused.value)


def sheet_with(rows):
    return lambda xml: xml.replace(b"</sheetData>", rows.encode() + b"</sheetData>")


def test_the_clean_workbook_is_read(workbook):
    """Otherwise what follows proves nothing."""
    assert read_table(workbook).cells.to_numpy().tolist() == [["54001", "10"]]


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        (FAR_CELL, "XFD1048576"),
        ('<row r="1048576"><c r="A1048576"><v>1</v></c></row><row><c r="CAA3"><v>1</v></c></row>',
         "CAA3"),
        ('<row r="2000000"><c><v>1</v></c></row>', "A2000000"),
        ('<row r="9"><c r="ZZZ9" t="inlineStr"><is><t>x</t></is></c></row>', "ZZZ9"),
        ('<x:row r="1048576"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>', "XFD1048576"),
    ],
)  # fmt: skip
def test_a_value_in_a_far_cell_is_refused_and_named(workbook, rows, cell):
    spoil(workbook, SHEET, lambda xml: sheet_with(rows)(xml).replace(
        b"<worksheet ", b'<worksheet xmlns:x="http://x" '))  # fmt: skip
    expected = refuse(refusals.TOO_MANY_CELLS, sheet="Hoja1", limit=LIMITS.cells, cell=cell)
    assert refusal_of(workbook) == str(expected)


def test_a_formatted_but_empty_far_cell_is_harmless(workbook):
    spoil(workbook, SHEET, sheet_with('<row r="1048576"><c r="XFD1048576" s="0"/></row>'))
    assert read_table(workbook).cells.to_numpy().tolist() == [["54001", "10"]]


@pytest.mark.parametrize("reference", ["1A", "A-1", "AAAAAAAAAA1", "é4"])
def test_a_cell_that_is_nowhere_is_refused(workbook, reference):
    spoil(workbook, SHEET, sheet_with(f'<row r="4"><c r="{reference}"><v>1</v></c></row>'))
    assert refusal_of(workbook) == refusals.BROKEN


RAW_READER = """
import sys
from geodata.reading.worker import confine
confine()
import python_calamine
print("reading", flush=True)
python_calamine.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
"""


def test_without_the_scan_the_reader_dies_and_the_death_becomes_a_sentence(workbook):
    spoil(workbook, SHEET, sheet_with(FAR_CELL))
    command = [sys.executable, "-c", RAW_READER, str(workbook)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.stdout == "reading\n"
    assert ended.returncode == -signal.SIGABRT
    assert sandbox.death(ended.returncode) == refusals.OUT_OF_MEMORY


def test_too_much_cpu_becomes_a_sentence():
    busy = (
        "from geodata.reading import limits, worker\n"
        "object.__setattr__(limits.LIMITS, 'cpu_seconds', 1)\n"
        "worker.confine()\n"
        "while True: pass"
    )
    ended = subprocess.run([sys.executable, "-c", busy], cwd=ROOT, check=False)
    assert ended.returncode == -signal.SIGXCPU
    assert sandbox.death(ended.returncode) == refusals.OUT_OF_TIME


def test_too_much_time_becomes_a_sentence(workbook, monkeypatch):
    monkeypatch.setattr(sandbox, "LIMITS", replace(LIMITS, wall_seconds=0.01))
    assert refusal_of(workbook) == refusals.OUT_OF_TIME


def test_an_unknown_death_is_a_broken_file():
    assert sandbox.death(1) == refusals.BROKEN


def test_a_bomb_is_not_unpacked(workbook):
    pack(workbook, {**members(workbook), "xl/media/nada.bin": bytes(60 * 1024**2)})
    assert workbook.stat().st_size < 200_000
    assert refusal_of(workbook) == refusals.BOMB


def test_an_archive_of_too_many_members_is_refused(workbook):
    pack(workbook, {**members(workbook), **{f"x/{n}": b"" for n in range(LIMITS.members)}})
    assert refusal_of(workbook) == refusals.BOMB


def central(path, name, change):
    """Change the entry of ``name`` in the list at the end of an archive."""
    content = bytearray(path.read_bytes())
    at = content.rfind(b"PK\x01\x02", 0, content.rfind(name.encode()))
    change(content, at)
    path.write_bytes(content)


def test_an_archive_that_lies_about_a_size_is_broken(workbook):
    spoil(workbook, SHEET, lambda xml: xml + b" " * 5_000_000)

    def lie(content, at):
        content[at + 24 : at + 28] = (100).to_bytes(4, "little")

    central(workbook, SHEET, lie)
    assert refusal_of(workbook) == refusals.BROKEN


def test_an_encrypted_member_is_refused(workbook):
    def lock(content, at):
        content[at + 8] |= 1

    central(workbook, SHEET, lock)
    assert refusal_of(workbook) == refusals.ENCRYPTED


@pytest.mark.parametrize(
    "name", ["../../fuera.txt", "/etc/cron.d/x", "..\\win.txt", "C:/x.txt", "xl/../../x"]
)
def test_a_member_that_leaves_its_folder_is_refused(workbook, name):
    pack(workbook, {**members(workbook), name: b"x"})
    assert refusal_of(workbook) == refusals.UNSAFE_MEMBER


def test_a_link_in_an_archive_is_refused(workbook):
    link = zipfile.ZipInfo("xl/enlace")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(workbook, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert refusal_of(workbook) == refusals.UNSAFE_MEMBER


XXE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE a [<!ENTITY a "ja"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'


@pytest.mark.parametrize("doctype", [XXE, LAUGHS, "<!DOCTYPE worksheet>"])
@pytest.mark.parametrize(
    "member", [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"]
)
def test_a_doctype_is_refused_in_every_member(workbook, doctype, member):
    spoil(workbook, member, lambda xml: xml.replace(b"?>", f"?>{doctype}".encode(), 1))
    assert refusal_of(workbook) == refusals.DOCTYPE


def test_a_doctype_hidden_in_utf_16_is_refused(workbook):
    hidden = f'<?xml version="1.0" encoding="UTF-16"?>{XXE}<a>&x;</a>'.encode("utf-16")
    spoil(workbook, SHEET, lambda _: hidden)
    assert refusal_of(workbook) == refusals.DOCTYPE


def test_a_doctype_in_an_ods_is_refused(tmp_path):
    path = tmp_path / "x.ods"
    ods(["a", "b"], head=ODS_HEAD.replace("?>", f"?>{XXE}", 1))(path)
    assert refusal_of(path) == refusals.DOCTYPE


def test_repeated_cells_of_an_ods_are_counted_before_they_are_unrolled(tmp_path, monkeypatch):
    """In this process, with the fast reader out of reach."""
    monkeypatch.delattr(workbook_reader.calamine, "CalamineWorkbook")
    path = tmp_path / "x.ods"
    cell = (
        '<table:table-cell table:number-columns-repeated="16384" office:value-type="float"'
        ' office:value="1"/>'
    )
    ods(["a", "b"], [cell])(path)
    expected = refuse(refusals.TOO_MANY_CELLS, sheet="Hoja1", limit=LIMITS.cells, cell="XFD2")
    assert refusal_of(path, lambda path: extract(path, ReadOptions())) == str(expected)


def test_a_merge_over_the_whole_sheet_costs_nothing(workbook):
    merge = b'<mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells></worksheet>'
    spoil(workbook, SHEET, lambda xml: xml.replace(b"</worksheet>", merge))
    assert read_table(workbook).cells.to_numpy().tolist() == [["54001", "10"]]


HTML = "<html><body><table><tr><td>54001</td></tr></table></body></html>"
LYING_NAMES = {
    "encriptado.xlsx": (compound("EncryptedPackage", b"x"), refusals.ENCRYPTED),
    "pagina.xls": (HTML.encode(), refusals.HTML),
    "pagina.xlsx": (b"\xef\xbb\xbf\r\n <!DOCTYPE html><html>", refusals.HTML),
    "xml2003.xls": (b'<?xml version="1.0"?><Workbook/>', refusals.XML_SPREADSHEET),
    "acrobat.csv": (b"%PDF-1.7\n", refusals.UNKNOWN),
    "vacio.csv": (b"", refusals.EMPTY),
    "blancos.csv": (b"\n\n  \n", refusals.EMPTY),
    "separadores.csv": (b",,\n,,\n", refusals.EMPTY),
    "roto.xlsx": (b"PK\x03\x04" + bytes(100), refusals.BROKEN),
    "roto.xls": (compound("Workbook", b"\x09\x08\xff\xff"), refusals.BROKEN),
    "roto.parquet": (b"PAR1" + bytes(64) + b"PAR1", refusals.BROKEN),
    "nulos.csv": (b"a,b\n1,\x002\n", refusals.NUL.format(row=2)),
    "comillas.csv": (b'a,b\n1,"2\n3,4\n', refusals.BAD_QUOTES.format(row=2)),
    "mal_cerradas.csv": (b'a,b\n1,"x"y,z\n', refusals.BAD_QUOTES.format(row=2)),
    "hondo.csv": (b'{"a":' + b"[" * 200_000, refusals.BAD_QUOTES.format(row=1)),
    "dos.csv": (b"a,b\nC\x81cuta,1\n", refusals.UNDECODABLE.format(encoding="cp1252")),
}


@pytest.mark.parametrize("name", LYING_NAMES)
def test_a_file_that_is_not_what_it_says_is_refused(tmp_path, name):
    content, sentence = LYING_NAMES[name]
    (tmp_path / name).write_bytes(content)
    assert refusal_of(tmp_path / name) == sentence


def test_random_bytes_behind_every_signature_give_a_sentence(tmp_path):
    noise = random.Random(7).randbytes(20_000)  # noqa: S311 - no secret
    for number, head in enumerate((b"PK\x03\x04", b"PAR1", bytes.fromhex("d0cf11e0a1b11ae1"))):
        path = tmp_path / str(number)
        path.write_bytes(head + noise)
        assert refusal_of(path) == refusals.BROKEN


def test_a_truncated_workbook_is_broken(workbook):
    workbook.write_bytes(workbook.read_bytes()[:-100])
    assert refusal_of(workbook) == refusals.BROKEN


def test_a_binary_workbook_is_named(workbook):
    parts = members(workbook)
    pack(workbook, {**parts, "xl/workbook.bin": b"x"})
    assert refusal_of(workbook) == refusals.BINARY_WORKBOOK


def test_an_archive_of_something_else_is_unknown(tmp_path):
    assert refusal_of(pack(tmp_path / "x.xlsx", {"a.txt": b"x"})) == refusals.UNKNOWN


def test_a_workbook_without_its_sheet_is_broken(workbook):
    parts = members(workbook)
    del parts[SHEET]
    assert refusal_of(pack(workbook, parts)) == refusals.BROKEN


def test_a_sheet_that_is_not_there_is_answered_with_those_that_are(workbook):
    with pytest.raises(UnreadableFileError, match=r"«X»\. Elija una de estas: Hoja1\.$"):
        read_table(workbook, ReadOptions(sheet="X"))


def test_a_header_of_five_million_columns_is_refused(tmp_path):
    path = tmp_path / "ancho.csv"
    path.write_bytes(b"a," * 5_000_000 + b"\n1,2\n")
    expected = refuse(refusals.LONG_LINE, row="1", limit=LIMITS.line_characters)
    assert refusal_of(path) == str(expected)


def test_too_many_columns_in_a_bearable_line_are_refused(tmp_path):
    path = tmp_path / "ancho.csv"
    path.write_text(",".join(f"c{n}" for n in range(LIMITS.columns + 1)) + "\n")
    assert refusal_of(path) == str(refuse(refusals.TOO_MANY_COLUMNS, limit=LIMITS.columns))


def test_too_many_rows_are_refused(tmp_path):
    path = tmp_path / "largo.csv"
    path.write_bytes(b"a,b\n" + b"1,2\n" * LIMITS.rows)
    assert refusal_of(path) == str(refuse(refusals.TOO_MANY_ROWS, limit=LIMITS.rows))


@pytest.mark.parametrize("reader", [read_table, preview, vector.read_boundaries])
def test_a_file_beyond_the_size_is_not_even_opened(tmp_path, reader):
    path = tmp_path / "enorme.csv"
    path.touch()
    os.truncate(path, LIMITS.file_bytes + 1)
    assert refusal_of(path, reader) == str(refuse(refusals.TOO_BIG, limit=200))


def test_a_file_that_is_gone_is_a_sentence(tmp_path):
    assert refusal_of(tmp_path / "nada.csv") == refusals.ABSENT


def test_a_name_is_never_an_address():
    assert refusal_of(Path("http://127.0.0.1/x.csv")) == refusals.ABSENT


def test_lists_in_a_parquet_are_refused_by_column(tmp_path):
    pq.write_table(pa.table({"a": [[1], [2]]}), tmp_path / "x.parquet")
    assert refusal_of(tmp_path / "x.parquet") == refusals.NESTED.format(column="a")


def test_the_name_of_a_file_decides_nothing(tmp_path):
    path = tmp_path / "; rm -rf $(x) ñ.xlsx"
    path.write_text("codigo,valor\n54001,10\n")
    assert read_table(path).cells.to_numpy().tolist() == [["54001", "10"]]


def test_an_old_workbook_is_read_in_the_same_process(tmp_path):
    xls(["codigo", "valor"], ["54001", 10])(tmp_path / "x")
    found = read_table(tmp_path / "x")
    assert found.cells.loc[2].tolist() == ["54001", "10"]
    assert found.typed == {"valor"}


def test_nothing_is_left_behind(workbook, tmp_path, monkeypatch):
    folder = tmp_path / "temporal"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    read_table(workbook)
    spoil(workbook, SHEET, sheet_with(FAR_CELL))
    refusal_of(workbook)
    assert list(folder.iterdir()) == []


def test_the_worker_knows_nothing_of_the_server(monkeypatch, workbook):
    monkeypatch.setenv("PYTHONSTARTUP", "x")
    monkeypatch.setenv("MIRADOR_SECRET", "x")
    seen = {}
    run = subprocess.run
    monkeypatch.setattr(
        subprocess, "run", lambda *a, **k: seen.update(k["env"]) or run(*a, **k)
    )  # fmt: skip
    read_table(workbook)
    assert "MIRADOR_SECRET" not in seen
    assert "PYTHONSTARTUP" not in seen


# Boundary files


@pytest.fixture
def visits():
    """Addresses asked of a server of ours, and its port."""
    asked = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield asked, server.server_address[1]
        server.shutdown()


def virtual(source):
    return (
        f'<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>{source}</SrcDataSource>'
        "</OGRVRTLayer></OGRVRTDataSource>"
    )


POINT = {"type": "Feature", "properties": {"a": 1},
         "geometry": {"type": "Point", "coordinates": [-72, 7]}}  # fmt: skip


def geojson(path, features=(POINT,), **more):
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features, **more}))
    return path


def test_a_virtual_file_named_geojson_is_refused(tmp_path):
    path = tmp_path / "mapa.geojson"
    path.write_text(virtual("/etc/passwd"))
    assert refusal_of(path, vector.read_boundaries) == refusals.NOT_BOUNDARIES


@pytest.mark.parametrize("driver", vector.DRIVERS[:2])
def test_a_virtual_file_that_gets_past_the_first_bytes_is_not_followed(tmp_path, visits, driver):
    asked, port = visits
    path = tmp_path / "mapa"
    path.write_text(virtual(f"/vsicurl/http://127.0.0.1:{port}/secreto.csv"))
    task = {"path": str(path), "driver": driver,
            "options": {"layer": "", "crs": "", "encoding": ""}}  # fmt: skip
    with pytest.raises(UnreadableFileError) as refused:
        sandbox.parsed("boundaries", task, vector.environment(driver)).__enter__()
    assert str(refused.value) == refusals.BROKEN
    assert asked == []


def test_a_worker_with_other_drivers_refuses_to_work(tmp_path):
    task = {"path": str(geojson(tmp_path / "m")), "driver": "GeoJSON",
            "options": {"layer": "", "crs": "", "encoding": ""}}  # fmt: skip
    with pytest.raises(UnreadableFileError) as refused:
        sandbox.parsed("boundaries", task).__enter__()
    assert str(refused.value) == refusals.NOT_BOUNDARIES


LINK = "import pyogrio, sys; pyogrio.read_info('GeoJSON:' + sys.argv[1])"


def test_a_coordinate_system_by_link_calls_nobody(tmp_path, visits):
    """The map library alone does call; this is why the worker has a proxy that nobody answers."""
    asked, port = visits
    crs = {"type": "link", "properties": {"href": f"http://127.0.0.1:{port}/crs"}}
    path = geojson(tmp_path / "m.geojson", crs=crs)
    subprocess.run([sys.executable, "-c", LINK, str(path)], env={}, check=False)
    assert asked == ["/crs"]
    asked.clear()
    vector.read_boundaries(path)
    assert asked == []


def test_json_without_bottom_is_broken(tmp_path):
    path = tmp_path / "hondo.geojson"
    path.write_text('{"type":"FeatureCollection","features":' + "[" * 200_000)
    assert refusal_of(path, vector.read_boundaries) == refusals.BROKEN


def test_too_many_features_are_refused(tmp_path):
    path = geojson(tmp_path / "m.geojson", [POINT] * (LIMITS.features + 1))
    expected = refuse(refusals.TOO_MANY_FEATURES, limit=LIMITS.features)
    assert refusal_of(path, vector.read_boundaries) == str(expected)


def shapefile(folder, encoding="cp1252", crs=4686, cpg=None):
    """Bytes of the parts of a Shapefile by suffix."""
    frame = gpd.GeoDataFrame(
        {"nombre": ["Nariño"]}, geometry=[shapely.box(-78, 1, -77, 2)], crs=crs
    )
    frame.to_file(folder / "m.shp", encoding=encoding)
    parts = {part.suffix: part.read_bytes() for part in folder.glob("m.*")}
    parts.pop(".cpg", None)
    return parts | ({".cpg": cpg} if cpg else {})


def zipped(path, parts, stem="MGN/m"):
    return pack(path, {f"{stem}{suffix}": content for suffix, content in parts.items()})


@pytest.mark.filterwarnings("ignore:'crs' was not provided")
@pytest.mark.parametrize(
    ("encoding", "cpg"),
    [("cp1252", None), ("utf-8", None), ("utf-8", b"UTF-8"), ("cp1252", b"1252")],
)
def test_the_texts_of_a_shapefile_are_read_by_the_rule(tmp_path, encoding, cpg):
    path = zipped(tmp_path / "m.zip", shapefile(tmp_path, encoding, cpg=cpg))
    found = vector.read_boundaries(path)
    assert found.frame["nombre"].tolist() == ["Nariño"]
    assert (found.encoding, found.crs) == (encoding, "EPSG:4686")


def test_a_shapefile_that_leaves_its_folder_is_refused(tmp_path):
    path = zipped(tmp_path / "m.zip", shapefile(tmp_path), stem="../../m")
    assert refusal_of(path, vector.read_boundaries) == refusals.UNSAFE_MEMBER


def test_a_shapefile_without_a_part_is_refused(tmp_path):
    parts = shapefile(tmp_path)
    del parts[".dbf"]
    path = zipped(tmp_path / "m.zip", parts)
    assert refusal_of(path, vector.read_boundaries) == refusals.SHAPE_PARTS


def test_a_virtual_file_in_a_zip_is_not_looked_at(tmp_path):
    path = pack(tmp_path / "m.zip", {"m.vrt": virtual("/etc/passwd")})
    assert refusal_of(path, vector.read_boundaries) == refusals.NOT_BOUNDARIES


def test_a_missing_coordinate_system_is_asked_and_an_answer_used(tmp_path):
    parts = shapefile(tmp_path)
    del parts[".prj"]
    path = zipped(tmp_path / "m.zip", parts)
    assert refusal_of(path, vector.read_boundaries) == refusals.NO_CRS
    found = vector.read_boundaries(path, vector.VectorOptions(crs="EPSG:4686"))
    assert found.crs == "EPSG:4686"
    assert found.frame.crs.to_string() == "EPSG:4326"
    wrong = vector.VectorOptions(crs="http://127.0.0.1/crs")
    assert refusal_of(path, lambda path: vector.read_boundaries(path, wrong)) == refusals.NO_CRS


def test_layers_are_named_and_faults_of_geometry_are_found(tmp_path):
    path = tmp_path / "m.gpkg"
    bow = shapely.Polygon([(-72, 7), (-71, 8), (-71, 7), (-72, 8)])
    frame = gpd.GeoDataFrame({"a": [1, 2]}, geometry=[bow, None], crs=4686)
    frame.to_file(path, layer="uno")
    frame.to_file(path, layer="dos")
    found = vector.read_boundaries(path)
    assert found.layers == ("uno", "dos")
    assert [(f.rule, f.row) for f in found.findings] == [
        ("capas_sin_leer", None),
        ("geometria_invalida", 1),
        ("geometria_vacia", 2),
    ]
    absent = vector.VectorOptions(layer="tres")
    expected = refusals.NO_LAYER.format(layers="uno, dos")
    assert refusal_of(path, lambda path: vector.read_boundaries(path, absent)) == expected


def test_metres_taken_for_degrees_are_found(tmp_path):
    far = {**POINT, "geometry": {"type": "Point", "coordinates": [4_900_000, 2_100_000]}}
    found = vector.read_boundaries(geojson(tmp_path / "m.geojson", [far]))
    assert [(f.rule, f.row) for f in found.findings] == [("coordenadas_imposibles", 1)]


def test_a_flatgeobuf_is_read(tmp_path):
    path = tmp_path / "m.fgb"
    gpd.GeoDataFrame({"a": [1]}, geometry=[shapely.Point(-72, 7)], crs=4326).to_file(path)
    assert vector.read_boundaries(path).frame["a"].tolist() == [1]
