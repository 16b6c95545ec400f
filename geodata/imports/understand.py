"""What each distinct word of a column means. Every word is looked at once, however many rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from geodata.imports import words
from geodata.imports.catalogue import BETWEEN
from geodata.imports.context import Context
from geodata.imports.fields import Field, Nature
from geodata.imports.mended import Mend, Word
from geodata.imports.periods import period
from geodata.imports.words import plain
from geodata.schema import Sex

JOIN: Final = "|"
EITHER: Final = "m"
"""Men beside ``F``, women beside ``H``; alone it may be either."""

Reader = Callable[[str], Word]


def understand(field: Field, context: Context, texts: Sequence[str]) -> list[Word]:
    """The meaning of each of ``texts``, the distinct words of one column.

    Args:
        field: what the column is.
        context: what exists already.
        texts: as the file writes them; a department may follow a territory after ``BETWEEN``.
    """
    read = READERS[field.nature](field, context)
    if field.words is words.SEXES:
        read = _one_letter(read, frozenset(map(plain, texts)))
    return [_one(text.strip(), field, read) for text in texts]


def _one(text: str, field: Field, read: Reader) -> Word:
    if not text.partition(BETWEEN)[0].strip():
        return Word(field.default, Mend.DEFAULT if field.default else Mend.NONE)
    return _several(text, read) if field.joined and JOIN in text else read(text)


def _several(text: str, read: Reader) -> Word:
    parts = [read(part.strip()) for part in text.split(JOIN)]
    wrong = [part for part in parts if not part.value]
    mended = [part for part in parts if part.mend and part.mend is not Mend.SYNONYM]
    if wrong:
        return replace(wrong[0], value="")
    first = mended[0] if mended else Word("")
    return replace(first, value=JOIN.join(part.value for part in parts))


def _one_letter(read: Reader, all_words: frozenset[str]) -> Reader:
    if EITHER not in all_words or "f" in all_words:
        return read
    meant = Word(Sex.WOMEN.value, Mend.SYNONYM) if "h" in all_words else Word("", Mend.AMBIGUOUS)
    return lambda text: meant if plain(text) == EITHER else read(text)


def _territory(_field: Field, context: Context) -> Reader:
    return context.catalogue.word


def _as_written(_field: Field, _context: Context) -> Reader:
    return Word


def _indicator(_field: Field, context: Context) -> Reader:
    return _among({plain(key): key for key in context.indicators})


def _vocabulary(field: Field, _context: Context) -> Reader:
    return _among(field.words)


def _among(known: Mapping[str, str]) -> Reader:
    def read(text: str) -> Word:
        found = known.get(plain(text), "")
        return Word(found, Mend.NONE if found == text else Mend.SYNONYM if found else Mend.UNKNOWN)

    return read


def _sector(field: Field, _context: Context) -> Reader:
    named = _among(field.words)

    def read(text: str) -> Word:
        section = words.section_of(text.removesuffix(".0").zfill(2))
        return Word(section, Mend.TRIMMED, section) if section else named(text)

    return read


def _period(_field: Field, _context: Context) -> Reader:
    return period


def _source(_field: Field, context: Context) -> Reader:
    return lambda text: Word(text) if text in context.sources else Word("", Mend.UNKNOWN)


READERS: Final[Mapping[Nature, Callable[[Field, Context], Reader]]] = MappingProxyType(
    {
        Nature.TERRITORY: _territory,
        Nature.DEPARTMENT: _as_written,
        Nature.PLACE_NAME: _as_written,
        Nature.INDICATOR: _indicator,
        Nature.PERIOD: _period,
        Nature.SECTOR: _sector,
        Nature.WORD: _vocabulary,
        Nature.SOURCE: _source,
        Nature.PERSON: _as_written,
    }
)
