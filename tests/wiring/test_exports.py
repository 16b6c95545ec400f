"""Files of a place: their words are those of its page, and what cannot be made is said."""

import io
import re

import pikepdf
import pypdfium2
import pytest
from pptx import Presentation

from app import ROOT
from callbacks.exports.command import Order, export, place_path
from callbacks.exports.kinds import Kind
from callbacks.exports.maker import ExportError, Maker
from callbacks.exports.making import made_of
from callbacks.exports.roundtable import roundtable
from callbacks.fichas import Fichas
from callbacks.mesas import Mesas
from geodata.map_file import MapFile
from layouts.ficha.page import sentences
from layouts.ficha.work import gaps
from layouts.format import numbers
from layouts.mesa.scenes import all_shown
from layouts.mesa.slides import source_of
from layouts.text import LANGUAGES
from layouts.text.export_words import EXPORT_WORDS
from layouts.written import grids_in, sentences_in, text_of

VILLA = "/municipio/54874"
DEMO = "espacio=demostracion"


@pytest.fixture(scope="session")
def maker(pages):
    today, default = "2026-11-28", MapFile.of(ROOT / "data" / "geometry")
    mesas = Mesas(pages.desks, default, today=today)
    return Maker(pages.desks, Fichas(pages.desks, today=today), default, mesas)


def presentation(maker, path, query=""):
    return Presentation(io.BytesIO(maker.make(Kind.PPTX, path, query).body))


def editable(made):
    """Words of every text box and table of a deck."""
    told = []
    for shape in (shape for slide in made.slides for shape in slide.shapes):
        if shape.has_text_frame:
            told += [p.text for p in shape.text_frame.paragraphs]
        if shape.has_table:
            told += [cell.text for row in shape.table.rows for cell in row.cells]
    return told


@pytest.mark.parametrize("path", [VILLA, "/municipio/44430", "/departamento/54", "/frontera"])
@pytest.mark.parametrize("query", ["", DEMO, f"idioma=en&{DEMO}"])
def test_the_sentences_of_the_page_are_editable_text(maker, path, query):
    profile = maker.profile(maker.subject(path, query))
    told = editable(presentation(maker, path, query))
    said = [text_of(one) for one in sentences(profile)]
    squeezed = [text_of(text) for text in told]
    assert said
    assert all(sentence in squeezed for sentence in said)


def test_a_deck_in_english_keeps_the_word_that_a_source_begins_with(maker):
    made = presentation(maker, VILLA, "idioma=en")
    lines = [next(s.text_frame.text for s in slide.shapes if s.name == "Fuente")
             for slide in made.slides]  # fmt: skip
    assert all(line.startswith("Fuente / Source") for line in lines)


@pytest.mark.parametrize("query", ["", DEMO])
def test_every_slide_says_source_and_snapshot_and_so_do_its_notes(maker, query):
    snapshot = maker.subject(VILLA, query).desk.store.snapshot_id
    for slide in presentation(maker, VILLA, query).slides:
        (line,) = [shape.text_frame.text for shape in slide.shapes if shape.name == "Fuente"]
        assert line.startswith("Fuente")
        assert snapshot in line
        assert line in slide.notes_slide.notes_text_frame.text


def test_numbers_of_the_tables_are_those_of_the_page(maker):
    profile = maker.profile(maker.subject(VILLA, DEMO))
    told = editable(presentation(maker, VILLA, DEMO))
    write = numbers(profile.view.texts)
    points = [f"{write(gap.told.points, 1)}\N{NO-BREAK SPACE}pp" for gap in gaps(profile)]
    assert points
    assert points[0] in told


def test_charts_are_native_and_hold_the_numbers_of_the_screen(maker):
    profile = maker.profile(maker.subject(VILLA, DEMO))
    figure, marks = profile.known["migrantes_por_mil"], profile.marks["migrantes_por_mil"]
    decimals = figure.indicator.decimals
    charts = [shape.chart for slide in presentation(maker, VILLA, DEMO).slides
              for shape in slide.shapes if shape.has_chart]  # fmt: skip
    values = [round(figure.value, decimals), *(round(mark.value, decimals) for mark in marks)]
    assert values in [list(chart.plots[0].series[0].values) for chart in charts]


def test_a_place_without_figures_gets_honest_slides(maker):
    told = " ".join(editable(presentation(maker, "/municipio/94001")))
    assert EXPORT_WORDS["es"].no_gap in told
    assert "nadie publica" in told
    assert not re.search(r"\bnan\b|None|\{", told)


def pages_of(body):
    with opened(body) as made:
        return len(made), "\n".join(page.get_textpage().get_text_range() for page in made)


def opened(body):
    return pypdfium2.PdfDocument(body)


@pytest.mark.parametrize(("path", "query"), [(VILLA, ""), ("/municipio/54001", DEMO)])
def test_a_ficha_is_one_sheet_with_the_sentences_of_its_page(maker, path, query):
    profile = maker.profile(maker.subject(path, query))
    count, words = pages_of(maker.make(Kind.FICHA, path, query).body)
    flat = re.sub(r"[\s\u00ad\ufffe\u2010-]+", "", words)
    assert count == 1
    for sentence in sentences(profile):
        assert re.sub(r"[\s\u00ad\ufffe\u2010-]+", "", text_of(sentence)) in flat


def test_paper_is_tagged_and_knows_its_language_and_its_name(maker):
    body = maker.make(Kind.FICHA, VILLA, "").body
    with pikepdf.open(io.BytesIO(body)) as made:
        assert made.Root.MarkInfo.Marked
        assert str(made.Root.Lang) == "es"
        assert "/StructTreeRoot" in made.Root
        with made.open_metadata() as facts:
            assert "Villa del Rosario" in str(facts.get("dc:title"))
            assert str(facts.get("pdfuaid:part")) == "1"


def test_the_whole_ficha_has_its_map_and_unfolds_what_the_page_folds(maker):
    profile = maker.profile(maker.subject(VILLA, ""))
    body = maker.make(Kind.PDF, VILLA, "").body
    count, words = pages_of(body)
    assert count > 1
    with pikepdf.open(io.BytesIO(body)) as made:
        assert any(len(page.get_images()) for page in made.pages)
    assert not re.search(r"Ver \d+ más", words)
    missing = profile.missing[-1]
    assert missing.title.es.split()[0] in words


@pytest.mark.parametrize("kind", [Kind.FICHA, Kind.PDF])
def test_synthetic_paper_says_so_on_every_page(maker, kind):
    with opened(maker.make(kind, VILLA, DEMO).body) as made:
        for page in made:
            assert "sintéticas" in page.get_textpage().get_text_range()


def test_a_map_is_drawn_of_the_view_as_it_is(maker):
    svg = maker.make(Kind.SVG, "/", "indicador=tasa_desocupacion&ambito=pais").body.decode()
    assert "Desocupación" in svg
    assert "Todo el país" in svg


@pytest.mark.parametrize(
    ("path", "query", "sentence"),
    [
        ("/municipio/99999", "", r"No hay un lugar con el código «99999»"),
        (VILLA, "corte=abcdef123456", r"La instantánea abcdef123456 ya no existe"),
        (VILLA, "indicador=nada", r"No se entiende «indicador=nada»"),
        (VILLA, "corte=abcdef123456&idioma=en", r"Snapshot abcdef123456 no longer exists"),
    ],
)
def test_what_cannot_be_made_is_one_sentence(maker, path, query, sentence):
    with pytest.raises(ExportError, match=sentence):
        maker.make(Kind.PPTX, path, query)


@pytest.mark.parametrize(
    ("order", "sentence"),
    [
        (Order("docx", "54874", ""), r"No se exporta «docx»: KIND puede ser pptx"),
        (Order("pptx", "", ""), r"Falta el territorio: añada TERRITORY=54874"),
    ],
)
def test_a_wrong_command_is_one_sentence(order, sentence, tmp_path):
    with pytest.raises(ExportError, match=sentence):
        export(order, tmp_path, ROOT / "data")


@pytest.mark.parametrize(
    ("territory", "path"),
    [("54874", VILLA), ("54", "/departamento/54"), ("frontera", "/frontera")],
)
def test_a_territory_is_a_place_by_its_digits(territory, path):
    assert place_path(territory) == path


def test_a_section_is_read_as_the_page_shows_it(maker):
    from layouts.ficha.centres import centres_section  # noqa: PLC0415

    section = centres_section(maker.profile(maker.subject(VILLA, "")))
    grids = grids_in(section)
    assert grids[0].head[0] == "Centro"
    assert any("Estado al" in sentence for sentence in sentences_in(section))


def test_both_languages_have_the_same_words():
    es, en = (EXPORT_WORDS[language] for language in LANGUAGES)
    for name in ("kinds", "browser", "whys"):
        assert getattr(es, name).keys() == getattr(en, name).keys()
    assert set(es.kinds) == set(Kind)


def squeezed(text):
    """Words without spaces and hyphens: paper parts them where a line ends."""
    return re.sub(r"[\s\u00a0\u00ad\u2010-]+", "", text)


def words_of(made):
    """All words of a file, as somebody who opens it could copy them."""
    if made.ending == "pptx":
        return squeezed(" ".join(editable(Presentation(io.BytesIO(made.body)))))
    pages = pypdfium2.PdfDocument(made.body)
    return squeezed(" ".join(page.get_textpage().get_text_range() for page in pages))


@pytest.mark.parametrize("kind", [Kind.MESA, Kind.MESA_PDF])
def test_the_running_order_is_a_file_with_the_words_of_its_show(maker, kind):
    made = made_of(kind, maker, "/mesa", f"{DEMO}&municipio=54874", lambda _done, _of: None)
    assert made.name.startswith("mesa-54874.")
    said = words_of(made)
    view = roundtable(maker, maker.subject("/mesa", f"{DEMO}&municipio=54874"))
    for shown in all_shown(view, view.order):
        assert squeezed(shown.title) in said
        assert squeezed(source_of(shown, view)) in said
        for line in shown.lines:
            assert squeezed(line.replace("**", "")) in said
