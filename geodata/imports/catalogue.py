"""Which territory a word means: its code, a code that lost its zero, a retired code, a name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from types import MappingProxyType
from typing import Final

import pandas as pd

from geodata.imports.mended import Mend, Word
from geodata.imports.periods import period
from geodata.imports.words import plain
from geodata.schema import Level

NATION: Final = "00"
NATION_NAMES: Final = ("colombia", "nacional", "total nacional", "pais", "nacion")
BETWEEN: Final = "\x1f"
"""Separates a name from its department inside one word; no file contains it."""

INTEGER: Final = re.compile(r"(\d+)(?:\.0+)?")
POPULATED_PLACE: Final = re.compile(r"(\d{5})000")
"""Code of the seat of a municipality in the list of populated places."""

SHORT: Final[Mapping[int, int]] = MappingProxyType({1: 2, 4: 5})
"""Digits of a code that lost its zero, and the digits that it should have."""

SUGGESTIONS: Final = 3
YEAR_DIGITS: Final = 4
ALIASES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "bogota": "11001",
        "bogota d c": "11001",
        "bogota dc": "11001",
        "cucuta": "54001",
        "san jose de cucuta": "54001",
        "cartagena": "13001",
        "cartagena de indias": "13001",
        "santiago de cali": "76001",
        "cali": "76001",
    }
)
"""Names that files use for cities whose official name is another."""


@dataclass(frozen=True)
class Catalogue:
    """Territories by code and by name. ``table`` has the columns of ``geodata.schema``."""

    table: pd.DataFrame

    @cached_property
    def successors(self) -> Mapping[str, str]:
        """Code in force by every code; retired codes point to their successor."""
        codes = self.table["territory_code"]
        follows = self.table["successor"].fillna("")
        return dict(zip(codes, follows.where(follows != "", codes), strict=True))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Name by code."""
        return dict(zip(self.table["territory_code"], self.table["name"], strict=True))

    @cached_property
    def levels(self) -> Mapping[str, str]:
        """Level by code."""
        return dict(zip(self.table["territory_code"], self.table["level"], strict=True))

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for code, name in self.names.items():
            if self.successors[code] == code:
                found[plain(name)] = (*found.get(plain(name), ()), code)
        cities = {name: (code,) for name, code in ALIASES.items() if code in self.names}
        return cities | dict.fromkeys(NATION_NAMES, (NATION,)) | found

    @cached_property
    def _departments(self) -> Mapping[str, str]:
        rows = self.table[self.table["level"] == Level.DEPARTMENT]
        named = {
            plain(str(name)): str(code)
            for name, code in zip(rows["name"], rows["territory_code"], strict=True)
        }
        return named | {str(code): str(code) for code in rows["territory_code"]}

    def word(self, text: str) -> Word:
        """The territory that ``text`` means.

        Args:
            text: a code or a name. After ``BETWEEN`` may come its department; after another, the
                period of the figure: a retired code stands for the years when it was in force.
        """
        name, department, when = (*text.split(BETWEEN), "", "")[:3]
        number = INTEGER.fullmatch(name)
        if number:
            return self._code(number[1], when)
        if name.upper() in self.names:
            return Word(name.upper())
        return self._name(name, self._department(department))

    def was_in_force(self, code: str, when: str) -> bool:
        """Whether a retired ``code`` was still used in the year of ``when``."""
        until = self._ends.get(code, "")
        moment = period(when).value if until and when else ""
        return bool(moment) and moment[:YEAR_DIGITS] <= until[:YEAR_DIGITS]

    @cached_property
    def _ends(self) -> Mapping[str, str]:
        rows = self.table[self.table["successor"].fillna("") != ""]
        return dict(zip(rows["territory_code"], rows["valid_to"], strict=True))

    @property
    def retired(self) -> frozenset[str]:
        """Codes that have a successor."""
        return frozenset(self._ends)

    def _code(self, digits: str, when: str) -> Word:
        if self.was_in_force(digits, when):
            return Word(digits)
        if place := POPULATED_PLACE.fullmatch(digits):
            return self._known(place[1], Mend.TRIMMED)
        if digits in self.names:
            return self._known(digits, Mend.NONE)
        return self._known(digits.zfill(SHORT.get(len(digits), 0)), Mend.ZERO)

    def _known(self, code: str, mend: Mend) -> Word:
        successor = self.successors.get(code)
        if successor is None:
            return Word("", Mend.UNKNOWN)
        if successor != code:
            mend = Mend.SUCCESSOR
        detail = f"{self.names[successor]} ({successor})" if mend else ""
        return Word(successor, mend, detail)

    def _department(self, text: str) -> str:
        bare = text.removesuffix(".0")
        code = bare.zfill(2) if bare.isdigit() else plain(bare)
        return self._departments.get(code, "")

    def _name(self, name: str, department: str) -> Word:
        candidates = self._by_name.get(plain(name), ())
        inside = [c for c in candidates if c.startswith(department)] if department else candidates
        local = [code for code in inside if self._is_local(code)]
        chosen = local if len(local) == 1 and (department or len(inside) == 1) else inside
        if len(chosen) == 1:
            return Word(chosen[0], Mend.NAME, self._shown(chosen[0]))
        if chosen:
            return Word("", Mend.AMBIGUOUS, ", ".join(map(self._shown, chosen)))
        return Word("", Mend.UNKNOWN, self._like(name))

    def _is_local(self, code: str) -> bool:
        return self.levels[code] in (Level.MUNICIPALITY, Level.NON_MUNICIPAL)

    def _shown(self, code: str) -> str:
        row = self.levels[code]
        place = self._department_names.get(code[:2], "") if self._is_local(code) else row
        return f"{self.names[code]} ({code}, {place})" if place else f"{self.names[code]} ({code})"

    @cached_property
    def _department_names(self) -> Mapping[str, str]:
        return {code: name for code, name in self.names.items() if len(code) == len(NATION)}

    def _like(self, name: str) -> str:
        close = get_close_matches(plain(name), self._by_name, n=SUGGESTIONS)
        shown = ", ".join(self._shown(code) for near in close for code in self._by_name[near][:1])
        return f"¿Será {shown}?" if shown else ""
