"""Findings of a file, in the words of whoever has it open."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pandas as pd

from geodata.findings import Finding, Severity
from geodata.imports.fields import Nature
from geodata.imports.kinds import Kind
from geodata.imports.rules import RULES
from geodata.imports.sentences import SENTENCES
from geodata.imports.shape import ORIGIN, VALUE, Shaped

LONGEST_VALUE: Final = 80
MOST_OF_A_RULE: Final = 1000
"""Findings of one rule that are spelled out; the rest are counted and can be downloaded."""

COLUMN_KEYS: Final = ("clave_repetida", "clave_repetida_nota")
"""Their detail is the place of another row."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Findings by place, turned into sentences only when somebody reads them.

    Attributes:
        found: what ``checking.check`` gives.
    """

    found: pd.DataFrame
    shaped: Shaped
    kind: Kind

    def all(self) -> Iterator[Finding]:
        """Every finding, in the order of the file."""
        return self._spelled(self._once(self.found))

    def shown(self) -> Iterator[Finding]:
        """The first of each rule and how many more there are."""
        found = self._once(self.found)
        rank = found.groupby("rule").cumcount()
        yield from self._spelled(found[rank < MOST_OF_A_RULE])
        for rule, size in found["rule"].value_counts().items():
            if size > MOST_OF_A_RULE:
                yield finding("demasiados_hallazgos", RULES[str(rule)].severity,
                              column=str(rule), detail=str(size - MOST_OF_A_RULE))  # fmt: skip

    def count(self, severity: Severity) -> int:
        """How many findings of ``severity`` there are."""
        rules = self._once(self.found)["rule"]
        return sum(RULES[str(rule)].severity is severity for rule in rules)

    def _once(self, found: pd.DataFrame) -> pd.DataFrame:
        """A constant is judged in every row and reported once."""
        constant = ~found["field"].isin({*self.shaped.headers, "", VALUE})
        repeated = found.duplicated(["rule", "field"]) & constant
        return found[~repeated]

    def _spelled(self, found: pd.DataFrame) -> Iterator[Finding]:
        columns = (found[name] for name in ("rule", "field", "n", "detail"))
        for rule, field, place, detail in zip(*columns, strict=True):
            yield self._finding(str(rule), str(field), int(place), str(detail))

    def _finding(self, rule: str, field: str, place: int, detail: str) -> Finding:
        cells = self.shaped.cells
        constant = field != "" and field not in self.shaped.headers and not self._melted(field)
        if rule in COLUMN_KEYS:
            detail = str(cells.index[int(detail)])
        return finding(
            rule,
            RULES[rule].severity,
            row=None if constant else int(cells.index[place]),
            column=f"--set {field}" if constant else self._header(field, place),
            value=self._value(field, place),
            detail=detail,
        )

    def _melted(self, field: str) -> bool:
        return ORIGIN in self.shaped.cells and field in (VALUE, "period", "indicator")

    def _header(self, field: str, place: int) -> str:
        if self._melted(field) and field not in self.shaped.headers:
            return str(self.shaped.cells[ORIGIN].iloc[place])
        return self.shaped.headers.get(field, "")

    def _value(self, field: str, place: int) -> str:
        entry = self.kind.field(field)
        if entry is None or entry.nature is Nature.PERSON:
            return ""
        return str(self.shaped.cells[field].iloc[place]).strip()[:LONGEST_VALUE]


def finding(  # noqa: PLR0913 - the parts of one sentence
    rule: str,
    severity: Severity,
    *,
    row: int | None = None,
    column: str = "",
    value: str = "",
    detail: str = "",
) -> Finding:
    """The sentence of ``rule`` about one cell, one column or the whole file."""
    words = SENTENCES[rule]
    return Finding(
        rule,
        severity,
        row,
        column,
        value,
        what_es=words.what_es.replace("{detail}", detail),
        remedy_es=words.remedy_es.replace("{detail}", detail).strip(),
        what_en=words.what_en.replace("{detail}", detail),
        remedy_en=words.remedy_en.replace("{detail}", detail).strip(),
    )
