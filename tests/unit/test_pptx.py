"""A deck as a file: native parts, sources on every slide, nothing hostile inside."""

import io
import zipfile
from datetime import date

import pytest
from pptx import Presentation

from geodata.exports.plain import plain
from geodata.exports.pptx import as_pptx
from layouts.slides import Chart, ChartKind, Deck, Picture, Series, Slide, Table

HOSTILE = "=cmd|' /C calc'!A0 <a:t> & \"\x07\x1b[31m\u202e\ud800 ]]>"
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15"
    b"\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\x00\x05\x00\x01\xff\x89\x99=\x1d\x00\x00"
    b"\x00\x00IEND\xaeB`\x82"
)


def deck(*slides, watermark=""):
    return Presentation(io.BytesIO(as_pptx(Deck("Prueba", "es", slides, watermark))))


def words(slide):
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


@pytest.fixture
def hostile():
    return Slide(
        HOSTILE, lines=(HOSTILE,), source=f"Fuente: {HOSTILE}", notes=HOSTILE, kick=HOSTILE,
        table=Table((HOSTILE,), ((HOSTILE,),)), map=Picture(PNG, HOSTILE),
        chart=Chart(ChartKind.BAR, [HOSTILE], (Series(HOSTILE, (1.0,)),), HOSTILE, 0, HOSTILE),
    )  # fmt: skip


def test_hostile_text_is_only_text(hostile):
    made = deck(hostile, watermark=HOSTILE)
    (slide,) = made.slides
    assert plain(HOSTILE) in slide.shapes.title.text
    assert "\x07" not in " ".join(words(slide))
    assert "\u202e" not in " ".join(words(slide))


def test_no_cell_of_the_sheet_behind_a_chart_is_a_formula(hostile):
    file = zipfile.ZipFile(io.BytesIO(as_pptx(Deck("Prueba", "es", (hostile,)))))
    sheets = [name for name in file.namelist() if name.endswith(".xlsx")]
    assert sheets
    for name in sheets:
        book = zipfile.ZipFile(io.BytesIO(file.read(name)))
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_every_slide_and_its_notes_say_the_source():
    made = deck(Slide("A", source="Fuente: DANE. Instantánea abc."), Slide("B", source="Fuente: x"))
    for slide, source in zip(made.slides, ("Fuente: DANE. Instantánea abc.", "Fuente: x"),
                             strict=True):  # fmt: skip
        assert source in words(slide)
        assert source in slide.notes_slide.notes_text_frame.text


def test_a_slide_is_wide_and_its_title_is_in_the_outline():
    made = deck(Slide("Desempleo", source="Fuente: DANE"))
    assert made.slide_width / made.slide_height == pytest.approx(16 / 9, rel=0.001)
    assert made.slides[0].shapes.title.text == "Desempleo"


def test_numbers_of_a_chart_stay_numbers_and_missing_ones_stay_missing():
    days = [date(2020, 1, 1), date(2020, 4, 1)]
    chart = Chart(ChartKind.LINE, days, (Series("GEIH", (12.6, None)),), "%", 1, "Serie")
    (slide,) = deck(Slide("Serie", chart=chart, source="Fuente: DANE")).slides
    (shape,) = (shape for shape in slide.shapes if shape.has_chart)
    assert list(shape.chart.plots[0].series[0].values) == [12.6, None]


def test_a_table_is_native_and_holds_its_cells():
    table = Table(("Rubro", "Valor"), (("TD", "12,6 %"),), (2, 1))
    (slide,) = deck(Slide("Tabla", table=table, source="Fuente: DANE")).slides
    (shape,) = (shape for shape in slide.shapes if shape.has_table)
    assert [[c.text for c in row.cells] for row in shape.table.rows] == [
        ["Rubro", "Valor"], ["TD", "12,6 %"],
    ]  # fmt: skip


def test_a_picture_says_what_it_shows():
    made = deck(Slide("Mapa", map=Picture(PNG, "El mapa de la frontera"), source="Fuente: DANE"))
    pictures = [shape for shape in made.slides[0].shapes if shape.name == "Mapa"]
    assert pictures[0]._element.nvPicPr.cNvPr.get("descr") == "El mapa de la frontera"


def test_synthetic_figures_are_marked_on_every_slide():
    made = deck(
        Slide("A", source="Fuente: x"), Slide("B", source="Fuente: x"), watermark="No citar"
    )
    assert all("No citar" in words(slide) for slide in made.slides)


@pytest.mark.parametrize("text", ["a\tb", "línea\nlínea", "ñandú 3,5 %"])
def test_plain_text_stays(text):
    assert plain(text) == text
