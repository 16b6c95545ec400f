"""What the view of programmes looks at, and how far each thing measured got there."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pandas as pd

from geodata.schema import TOTAL
from indicators.engine import Engine
from indicators.frameworks import (
    Framework,
    Line,
    Part,
    Progress,
    inside,
    of_sex,
    places_of,
    progress,
)
from indicators.scopes import SCOPES
from layouts.format import period_words
from layouts.text import in_language
from layouts.text.catalogue import Catalogue
from layouts.text.programme_words import PROGRAMME_WORDS, ProgrammeWords

NATION: Final = "00"
PATH: Final = "/programas"
RESULTS, CROSS, WHO, FOLLOW = "marcos", "cruce", "quien", "seguimiento"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the reader chose; empty words mean everything.

    Attributes:
        what: one of the views of programmes.
        programme, component: as addresses write them.
        axis, kind: of those who do something somewhere.
        group: of the people who are followed.
    """

    what: str = RESULTS
    programme: str = ""
    component: str = ""
    scope: str = ""
    department: str = ""
    municipality: str = ""
    sex: str = TOTAL
    axis: str = ""
    kind: str = ""
    group: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing measured, as far as the reader chose to see.

    Attributes:
        rows: of the chosen place and sex; empty where there are none.
        outside: whether all of it is outside the chosen scope.
        progress: of the rows together.
    """

    line: Line
    rows: pd.DataFrame
    outside: bool
    progress: Progress


@dataclass(frozen=True)
class ProgrammeView:
    """One question to the tables of programmes.

    Attributes:
        address: of the same view on this server, for what is downloaded.
        created: when the snapshot was made, ISO 8601.
    """

    engine: Engine
    texts: Catalogue
    chosen: Choice
    demo: bool
    address: str = PATH
    created: str = ""

    @property
    def words(self) -> ProgrammeWords:
        """Sentences of this view."""
        return PROGRAMME_WORDS[self.texts.language]

    @property
    def every(self) -> tuple[Framework, ...]:
        """All programmes."""
        return self.engine.frameworks

    @property
    def shown(self) -> tuple[Framework, ...]:
        """The chosen programme, or all of them."""
        wanted = self.chosen.programme
        return tuple(one for one in self.every if wanted in ("", one.key))

    @property
    def part(self) -> tuple[Framework, Part] | None:
        """The chosen component with its programme."""
        for one in self.shown if self.chosen.component else ():
            found = one.part(self.chosen.component)
            if found is not None:
                return one, found
        return None

    @cached_property
    def local(self) -> pd.Index:
        """Municipalities of the chosen scope, or the chosen municipality."""
        if self.chosen.municipality:
            return pd.Index([self.chosen.municipality])
        return self.engine.codes(self.chosen.scope, self.chosen.department)

    @cached_property
    def codes(self) -> frozenset[str]:
        """Territories whose results are of the chosen place."""
        local = [str(code) for code in self.local]
        if self.chosen.municipality:
            return frozenset(local)
        return frozenset([*local, *(code[:2] for code in local), NATION])

    def place_words(self) -> str:
        """The chosen place."""
        if self.chosen.municipality:
            return self.engine.name(self.chosen.municipality)
        if self.chosen.department:
            return self.engine.name(self.chosen.department)
        return in_language(SCOPES[self.chosen.scope].title, self.texts.language)

    def show(self, line: Line) -> Shown:
        """``line`` in the chosen place and of the chosen sex."""
        of = of_sex(line.rows, self.chosen.sex)
        here = of[inside(of, self.codes)]
        outside = here.empty and not self.chosen.municipality
        rows = of if outside else here
        return Shown(line, rows, outside and not rows.empty, progress(rows))

    def name_of(self, part: Part) -> str:
        """What a part is called."""
        return in_language(part.name, self.texts.language)

    def where(self, codes: str) -> str:
        """The territories of which one result speaks."""
        names = [self.engine.name(code) for code in places_of(codes)]
        if codes == NATION:
            return self.words.national.format(names[0])
        return self.words.together.format(listed(names, self.texts)) if len(names) > 1 else names[0]

    def when(self, line: Line) -> str:
        """The period of a line."""
        return period_words(line.word("period"), self.texts) or self.words.undated

    def holder(self, source_id: str) -> str:
        """Who could publish what a source does not."""
        if source_id not in self.engine.snapshot.sources.index:
            return ""
        return str(self.engine.source(source_id)["publisher"])

    def lines_of(self, framework: Framework) -> Iterator[tuple[Part | None, Shown]]:
        """What a programme measures with the part that it belongs to."""
        for part in framework.parts:
            yield from ((part, self.show(line)) for line in part.lines)
        yield from ((None, self.show(line)) for line in framework.loose)


def listed(names: list[str], texts: Catalogue) -> str:
    """``a, b y c``."""
    if len(names) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(names)
    *first, last = names
    # An English list joins with "and"; a Spanish one with "e" before the sound of i.
    word = "and" if texts.language == "en" else "e" if last[:1] in "IiÍí" else "y"
    return f"{', '.join(first)} {word} {last}"
