"""Slides of a place: tables and sentences out of the sections of its page, and their sources."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dash.development.base_component import Component

from layouts.format import period_words
from layouts.place import PlaceKind
from layouts.profile import PERSONS, Profile
from layouts.provenance import source_words
from layouts.slides import Slide, Table, source_line
from layouts.text.export_words import EXPORT_WORDS, ExportWords
from layouts.written import Grid, grids_in, sentences_in

LONGEST_CELL: Final = 110
CHARACTERS: Final = 128
"""Of one row of a table over its whole width."""
MOST_LINES: Final = 19
"""Of a table with a sentence over it."""
EVERY_ROW: Final = 0.45
"""Lines that the room around a row takes."""
LONGEST_NOTE: Final = 2400


def words_of(profile: Profile) -> ExportWords:
    """Sentences of exports in the language of a place."""
    return EXPORT_WORDS[profile.view.texts.language]


def kick(profile: Profile) -> str:
    """Over the title: what kind of place it is, its name and its code."""
    kind = profile.words.kinds[profile.place.kind]
    if profile.place.kind is PlaceKind.BORDER:
        return f"{kind} · {profile.name}"
    return f"{kind} · {profile.name} · {profile.code}"


def sourced(profile: Profile, source_ids: Iterable[str], cut_off: str = "") -> str:
    """The source line of figures of a place, by the ids of their publications."""
    view = profile.view
    ids = dict.fromkeys(one for joined in source_ids for one in joined.split("|") if one)
    known = [source_words(view.engine.source(one), view.texts) for one in ids]
    return told_by(profile, known, cut_off)


def told_by(profile: Profile, publications: Sequence[str], cut_off: str = "") -> str:
    """The source line of figures of a place, by their publications in words."""
    view = profile.view
    snapshot = str(view.engine.snapshot.snapshot_id)
    return source_line(publications, filters(profile), cut_off, snapshot, view.texts.language)


def periods(profile: Profile, known: Iterable[str]) -> str:
    """Periods in words, each once."""
    texts = profile.view.texts
    return "; ".join(dict.fromkeys(period_words(period, texts) for period in known if period))


def filters(profile: Profile) -> list[str]:
    """What the figures of a place are limited to, in words."""
    view = profile.view
    texts = view.texts
    chosen = [
        texts.sexes[view.sex] if view.sex != "total" else "",
        f"{view.sector} · {texts.sections[view.sector]}" if view.sector != "total" else "",
    ]
    return [profile.name, *(words for words in chosen if words)]


def trimmed(cell: str) -> str:
    """A cell that fits: cut at a word, with an ellipsis."""
    if len(cell) <= LONGEST_CELL:
        return cell
    return cell[:LONGEST_CELL].rsplit(" ", 1)[0].rstrip(" .,;") + "…"


@dataclass(frozen=True, slots=True)
class Part:
    """Columns of a table of the page that a slide has room for, and their widths."""

    columns: Sequence[int]
    widths: Sequence[float]

    def of(self, grid: Grid) -> Table:
        """The first rows of a table, as many as fit."""
        head = self._cells(grid.head)
        kept = list[tuple[str, ...]]()
        lines = self._lines(head)
        for row in grid.rows:
            cells = self._cells(row)
            lines += self._lines(cells)
            if lines > MOST_LINES:
                break
            kept.append(cells)
        return Table(head, tuple(kept), tuple(self.widths))

    def _cells(self, row: Sequence[str]) -> tuple[str, ...]:
        return tuple(trimmed(row[column]) for column in self.columns)

    def _lines(self, cells: Sequence[str]) -> float:
        """Lines that the tallest cell of a row takes."""
        widths = self.widths or [1.0] * len(cells)
        room = [CHARACTERS * width / sum(widths) for width in widths]
        tallest = max(-(-len(cell) // max(1, int(r))) for cell, r in zip(cells, room, strict=True))
        return max(1, tallest) + EVERY_ROW


def rest_of(grid: Grid, table: Table, profile: Profile) -> str:
    """How many rows only the notes and the page have; empty for none."""
    rest = len(grid.rows) - len(table.rows)
    return words_of(profile).rest.format(rest) if rest > 0 else ""


def in_notes(grids: Iterable[Grid]) -> str:
    """Tables in plain lines: what the slide has no room for is at hand for whoever speaks."""
    lines = [" · ".join(cell for cell in row if cell) for grid in grids for row in grid.rows]
    told, used = list[str](), 0
    for line in lines:
        used += len(line)
        if used > LONGEST_NOTE:
            break
        told.append(line)
    return "\n".join(told)


@dataclass(frozen=True, slots=True)
class Heading:
    """What a slide of a place has whatever it shows: its title, and its source line."""

    title: str
    source: str


def table_slide(section: Component, heading: Heading, profile: Profile, part: Part) -> Slide:
    """A slide of the first table of a section, or of the sentences that say why there is none."""
    grids = grids_in(section)
    if not grids:
        lines = tuple(sentences_in(section))
        return Slide(heading.title, lines=lines, source=heading.source, kick=kick(profile))
    made = grid_slide(grids[0], heading, profile, part)
    return replace(made, notes="\n\n".join([*sentences_in(section), made.notes]))


def grid_slide(grid: Grid, heading: Heading, profile: Profile, part: Part, lead: str = "") -> Slide:
    """A slide of a table with a sentence over it; all its rows are in the notes."""
    table = part.of(grid)
    lines = (lead, rest_of(grid, table, profile))
    return Slide(
        heading.title,
        lines=tuple(line for line in lines if line),
        table=table,
        source=heading.source,
        notes=in_notes([grid]),
        kick=kick(profile),
    )


def member_sources(profile: Profile) -> list[str]:
    """Publications behind the migrants of the municipalities of a larger place."""
    figures = profile.view.engine.figures(PERSONS).chosen()
    mine = figures[figures["territory_code"].isin(profile.place.members)]
    return [str(one) for one in mine["source_id"].unique()]
