"""What a column of an import may be: its kind, its headers, its words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum, unique
from types import MappingProxyType
from typing import Final

NO_WORDS: Final[Mapping[str, str]] = MappingProxyType({})


@unique
class Nature(StrEnum):
    """How the cells of a column are understood."""

    TERRITORY = "territorio"
    DEPARTMENT = "departamento"
    PLACE_NAME = "nombre de territorio"
    INDICATOR = "indicador"
    PERIOD = "periodo"
    SECTOR = "sector"
    WORD = "palabra"
    SOURCE = "fuente"
    PERSON = "seudónimo"
    TEXT = "texto"
    NUMBER = "número"
    COUNT = "conteo"
    LONGITUDE = "longitud"
    LATITUDE = "latitud"


NUMBERS: Final = (Nature.NUMBER, Nature.COUNT, Nature.LONGITUDE, Nature.LATITUDE)
PLAIN: Final = (*NUMBERS, Nature.TEXT)
"""Judged cell by cell; every other nature is judged once for each distinct word."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column that a kind of file may have.

    Attributes:
        name: column of the table that it fills.
        headers: ways of writing its header, compared without accents or punctuation.
        required: an empty cell is an error, and so is the absence of the column unless there is a
            ``default``.
        default: what stands in every row when the file has no such column.
        words: word of the table by each way of writing it, for a ``WORD``.
        present: the file must have the column, though cells may be empty.
        joined: several words may share a cell, separated by ``|``.
        example: cell of the template.
    """

    name: str
    nature: Nature
    headers: tuple[str, ...]
    meaning: str
    example: str = ""
    required: bool = False
    default: str = ""
    words: Mapping[str, str] = field(default_factory=lambda: NO_WORDS)
    joined: bool = False
    present: bool = False

    @property
    def allowed(self) -> tuple[str, ...]:
        """The words of the table, in order; empty when any text will do."""
        return tuple(dict.fromkeys(self.words.values()))

    @property
    def is_plain(self) -> bool:
        """Whether cells are judged one by one, as numbers or free text."""
        return self.nature in PLAIN

    @property
    def is_number(self) -> bool:
        """Whether cells become numbers."""
        return self.nature in NUMBERS
