"""The grid of rows: an empty AG Grid, and what the browser fills it with.

Only the page of Datos has it; see ``layouts.document``. The browser attaches columns and rows
itself (``assets/mirador/grid.mjs``), so that no function travels as text.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import dash_ag_grid as dag

from geodata.exports.sheet import Nature
from layouts import ids
from layouts.rows.columns import Filtered, RowColumn
from layouts.rows.table import Table
from layouts.text import in_language
from layouts.text.data_words import DataWords

BUNDLE: Final = "dash_ag_grid"
"""Part of the address of the grid's scripts."""

ROW_PX: Final = 34
THEME: Final = (
    "themeQuartz.withParams({backgroundColor:'var(--card)',foregroundColor:'var(--ink)',"
    "textColor:'var(--ink)',headerTextColor:'var(--ink-2)',headerBackgroundColor:'var(--paper)',"
    "borderColor:'var(--line)',accentColor:'var(--teal)',oddRowBackgroundColor:'var(--card)',"
    "rowHoverColor:'var(--teal-0)',inputBackgroundColor:'var(--card)',"
    "inputBorder:'solid 1px var(--control-line)',inputTextColor:'var(--ink)',"
    "menuBackgroundColor:'var(--card)',menuTextColor:'var(--ink)',"
    "inputPlaceholderTextColor:'var(--ink-3)',subtleTextColor:'var(--ink-2)',"
    "chromeBackgroundColor:'var(--paper)',fontFamily:'inherit',fontSize:13,headerFontSize:12,"
    "wrapperBorderRadius:2,borderRadius:2,spacing:6})"
)
"""The colours of the page by name, so that the grid follows the theme."""


def empty_grid(words: DataWords) -> dag.AgGrid:
    """The grid before the browser fills it."""
    return dag.AgGrid(
        id=ids.Data.GRID,
        columnSize=None,
        style={"height": "100%", "width": "100%"},
        dashGridOptions={
            "theme": {"function": THEME},
            "localeText": dict(words.locale),
            "rowHeight": ROW_PX,
            "ensureDomOrder": True,
            "enableCellTextSelection": True,
            "suppressColumnVirtualisation": True,
            "accentedSort": True,
            "suppressMovableColumns": False,
        },
        className="grid",
    )


def grid_data(table: Table) -> dict[str, Any]:
    """Columns and rows for the browser. All rows travel: filtering shows fewer of them."""
    columns = shown_columns(table)
    return {
        "columns": [_column(column, table) for column in columns],
        "rows": _rows(table, columns),
        "language": table.asked.view.texts.language,
        "words": {
            "rows": table.asked.writer.words.rows,
            "one": table.asked.writer.words.one_row,
            "of": table.asked.writer.words.rows_of,
            "all": table.asked.writer.words.all_words,
            "open": table.asked.writer.words.proof_open,
            "label": table.asked.writer.words.grid,
        },
    }


def shown_columns(table: Table) -> list[RowColumn]:
    """Columns of the grid: those that differ between rows."""
    return [c for c in table.kind.columns if c.width and c.key not in table.kind.fixed]


def _column(column: RowColumn, table: Table) -> dict[str, Any]:
    language = table.asked.view.texts.language
    kinds = {Filtered.TEXT: "text", Filtered.NUMBER: "number"}
    return {
        "key": column.key,
        "title": in_language(column.title, language),
        "meaning": in_language(column.meaning, language),
        "width": column.width,
        "number": column.nature is Nature.NUMBER,
        "filter": kinds.get(column.filtered, ""),
        "shown": column.shown,
        "sorted": column.sorted,
    }


def _rows(table: Table, columns: Sequence[RowColumn]) -> list[Mapping[str, Any]]:
    """The rows with what the grid shows, sorts by or filters by, and no more."""
    keys = {key for c in columns for key in (c.key, c.shown, c.sorted) if key}
    keys |= {c.key for c in table.kind.columns if c.filtered is Filtered.WORDS}
    keys |= {"cifra", "estado_clave"}
    return [{key: row[key] for key in keys if row.get(key) is not None} for row in table.whole]
