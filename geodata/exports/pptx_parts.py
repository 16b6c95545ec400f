"""Parts of a slide: paragraphs, tables and charts, all native."""

import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Inches, Length, Pt

from geodata.exports.deck import Chart, ChartKind, Table
from geodata.exports.delimited import neutral
from geodata.exports.plain import plain

LEFT: Final = Inches(0.6)
WIDTH: Final = Inches(12.15)
BODY: Final = 22
"""Size of sentences that stand alone, in points."""

INK: Final = RGBColor(0x14, 0x23, 0x2B)
GREY: Final = RGBColor(0x44, 0x54, 0x5C)
LINE: Final = RGBColor(0xE0, 0xDA, 0xCF)
PAPER: Final = RGBColor(0xFF, 0xFF, 0xFF)
TEAL: Final = RGBColor(0x0B, 0x55, 0x60)
TEAL_PAPER: Final = RGBColor(0xE6, 0xF1, 0xF0)
AMBER: Final = RGBColor(0x9A, 0x54, 0x13)
AMBER_PAPER: Final = RGBColor(0xFF, 0xF6, 0xE8)
SERIES: Final = tuple(
    RGBColor.from_string(ink)
    for ink in ("0B5560", "8A4A12", "3A3F87", "7A2E5D", "4A5A62", "2A8288")
)
MUTED: Final = RGBColor(0x8C, 0xC2, 0xBF)
LANGUAGES: Final[Mapping[str, str]] = MappingProxyType({"es": "es-CO", "en": "en-GB"})
BOLD: Final = re.compile(r"\*\*(.+?)\*\*")
BEYOND: Final = 1.3
"""An axis reaches so much further than its lowest value: its label has room."""
NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""Table style of PowerPoint without lines and fills: the ones here are drawn cell by cell."""
ROW: Final = Inches(0.36)
CELLS: Final = ((4, 16.0), (7, 14.0), (10_000, 12.5))
"""Up to so many rows, so many points of the type of a table."""


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a slide."""

    left: Length
    top: Length
    width: Length
    height: Length


@dataclass(frozen=True, slots=True)
class Look:
    """How words look: points, language, colour, weight, side, and points under each line."""

    size: float
    language: str
    ink: RGBColor = INK
    bold: bool = False
    align: Any = None
    space: float = 0


def write(frame: Any, lines: Sequence[str], look: Look) -> None:
    """Write a paragraph for each line into an empty frame; ``**`` makes words bold."""
    frame.margin_left = frame.margin_right = 0
    for i, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if i == 0 else frame.add_paragraph()
        paragraph.alignment = look.align
        paragraph.space_after = Pt(look.space)
        for j, piece in enumerate(BOLD.split(plain(line))):
            if piece:
                _run(paragraph, piece, replace(look, bold=look.bold or bool(j % 2)))


def _run(paragraph: Any, text: str, look: Look) -> None:
    run = paragraph.add_run()
    run.text = text.replace("\n", " ")
    run.font.size, run.font.bold = Pt(look.size), look.bold
    run.font.color.rgb = look.ink
    run._r.get_or_add_rPr().set("lang", LANGUAGES[look.language])


def add_table(page: Any, table: Table, room: Area, language: str) -> None:
    """A table at the top of ``room``; whoever made it knows how many rows fit."""
    rows, columns = len(table.rows) + 1, len(table.head)
    height = Emu(min(int(ROW) * rows, int(room.height)))
    shape = page.shapes.add_table(rows, columns, room.left, room.top, room.width, height)
    shape.name = "Tabla"
    made = shape.table
    shape._element.graphic.graphicData.tbl.tblPr.find(qn("a:tableStyleId")).text = NO_STYLE
    made.horz_banding = False
    for column, width in zip(made.columns, _widths(table, room), strict=True):
        column.width = width
    size = next(points for most, points in CELLS if len(table.rows) <= most)
    for i, cells in enumerate((table.head, *table.rows)):
        made.rows[i].height = Emu(int(height) // rows)
        for j, text in enumerate(cells):
            align = PP_ALIGN.RIGHT if j in table.numbers else PP_ALIGN.LEFT
            _cell(made.cell(i, j), text, Look(size, language, bold=i == 0, align=align))


def _widths(table: Table, room: Area) -> list[Length]:
    shares = table.widths or (1.0,) * len(table.head)
    return [Emu(int(room.width * share / sum(shares))) for share in shares]


def _cell(cell: Any, text: str, look: Look) -> None:
    cell.fill.solid()
    cell.fill.fore_color.rgb = TEAL_PAPER if look.bold else PAPER
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_top = cell.margin_bottom = Pt(1.5)
    write(cell.text_frame, [text], look)
    cell.margin_left = cell.margin_right = Pt(5)
    cell.text_frame.word_wrap = True
    edges = cell._tc.get_or_add_tcPr()
    line = etree.fromstring(
        '<a:lnB xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" w="6350">'
        '<a:solidFill><a:srgbClr val="E0DACF"/></a:solidFill></a:lnB>'
    )
    edges.insert(0, deepcopy(line))


def add_chart(page: Any, chart: Chart, room: Area, language: str) -> None:
    """A chart that fills ``room``; its sheet of numbers travels inside the file."""
    data = CategoryChartData(number_format=_format(chart.decimals))
    data.categories = [neutral(plain(c)) if isinstance(c, str) else c for c in chart.categories]
    for series in chart.series:
        data.add_series(neutral(plain(series.name)), series.values)
    kind = XL_CHART_TYPE.BAR_CLUSTERED if chart.kind is ChartKind.BAR else (
        XL_CHART_TYPE.LINE_MARKERS
    )  # fmt: skip
    shape = page.shapes.add_chart(kind, room.left, room.top, room.width, room.height, data)
    shape.name = "Gráfico"
    shape._element.nvGraphicFramePr.cNvPr.set("descr", plain(chart.words))
    made = shape.chart
    made.font.size, made.font.color.rgb = Pt(13), INK
    made.has_title = False
    made.has_legend = len(chart.series) > 1
    if made.has_legend:
        made.legend.position = XL_LEGEND_POSITION.BOTTOM
        made.legend.include_in_layout = False
    _axes(made, chart)
    (_bars if chart.kind is ChartKind.BAR else _lines)(made, chart)
    for text in made._chartSpace.iter(qn("a:defRPr")):
        text.set("lang", LANGUAGES[language])


def _format(decimals: int) -> str:
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _axes(made: Any, chart: Chart) -> None:
    values, names = made.value_axis, made.category_axis
    values.minimum_scale = min(0.0, *_known(chart), 0.0) * BEYOND
    values.major_gridlines.format.line.color.rgb = LINE
    values.format.line.fill.background()
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = (
        _format(0), False,
    )  # fmt: skip
    values.has_title = True
    values.axis_title.text_frame.text = plain(chart.unit)
    run = values.axis_title.text_frame.paragraphs[0].runs
    for one in run:
        one.font.size, one.font.bold, one.font.color.rgb = Pt(12), False, GREY
    names.format.line.color.rgb = GREY
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.has_major_gridlines = False
    if chart.kind is ChartKind.BAR:
        names.reverse_order = True
        values.visible = False
        values.has_major_gridlines = False
    else:
        names.tick_labels.number_format, names.tick_labels.number_format_is_linked = "yyyy", False
        _by_year(made)


def _by_year(made: Any) -> None:
    """A label a year on an axis of true time; a line goes on over dates of other lines."""
    axis = made.category_axis._element
    for name, value in (("baseTimeUnit", "months"), ("majorUnit", "1"), ("majorTimeUnit", "years")):
        for old in axis.findall(qn(f"c:{name}")):
            axis.remove(old)
        axis.append(axis.makeelement(qn(f"c:{name}"), {"val": value}))
    for blanks in made._chartSpace.iter(qn("c:dispBlanksAs")):
        blanks.set("val", "span")


def _known(chart: Chart) -> list[float]:
    return [v for series in chart.series for v in series.values if v is not None]


def _bars(made: Any, chart: Chart) -> None:
    plot = made.plots[0]
    plot.gap_width = 45
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = _format(chart.decimals), False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END
    labels.font.size, labels.font.bold = Pt(14), True
    for number, series in enumerate(plot.series):
        series.format.fill.solid()
        alone = len(chart.series) == 1 and chart.marked is not None
        series.format.fill.fore_color.rgb = MUTED if alone else SERIES[number % len(SERIES)]
        if alone:
            point = series.points[chart.marked]
            point.format.fill.solid()
            point.format.fill.fore_color.rgb = TEAL


def _lines(made: Any, _chart: Chart) -> None:
    """One line for each series, never joined over a gap."""
    for number, series in enumerate(made.plots[0].series):
        ink = SERIES[number % len(SERIES)]
        series.smooth = False
        series.format.line.color.rgb, series.format.line.width = ink, Pt(2.25)
        series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 6
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = ink
        series.marker.format.line.color.rgb = ink
