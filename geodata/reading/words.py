"""Words that say what a row or a column is: totals, notes, dimensions, territories."""

import re
import unicodedata
from typing import Final

_YEAR: Final = re.compile(r"(19|20)\d\d(p|pr)?([-–/ ].*)?")
_NUMBER: Final = re.compile(r"[-−(]?\$?\s*\d[\d.,\s\u00a0\u202f]*%?\)?")
_TOTAL: Final = re.compile(
    r"(sub|gran |gran-)?total(es)?( (general|nacional|pais|colombia|departamental|municipal|"
    r"departamento|de|del|por)\b.*| [a-z .,()]+)?:?"
)
_WHOLE_TOTAL: Final = re.compile(r"(gran total|(sub)?total (general|nacional|pais|colombia)\b.*):?")
_ALONE: Final = ("total", "totales", "subtotal", "total:", "subtotal:")
_NOTE: Final = re.compile(
    r"(fuentes?|notas?|elabor(o|ado|acion)|actualiza(do|cion)|fecha de (corte|actualizacion)|"
    r"observaci(on|ones)|source|notes?|cv|p|pr)( [^:]{0,40})?:.*|nota \d.*|\(\d\).*|\*+ ?[^ ].*"
)
_DIMENSION: Final = re.compile(
    r"(sex|genero|gender|grupo|group|population|poblacion_?g|sector|seccion|rama|edad|age|area|zona|"
    r"clase|nivel|level|indicador|indicator|periodo|period|ano|year|trimestre|mes|unidad|unit|"
    r"categoria|tipo|kind|estrato|serie|quality|calidad)"
)
_TERRITORY: Final = re.compile(
    r"(municip|departamen|depto|dpto|territor|ciudad|dominio|nombre|name|pais|region|provincia)"
)


def plain(text: str) -> str:
    """Lower case, without accents or doubled spaces: how words are compared."""
    apart = unicodedata.normalize("NFKD", text)
    letters = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(letters.lower().split())


def is_data(text: str) -> bool:
    """A number that is not a year: what a header never holds."""
    return bool(_NUMBER.fullmatch(text.strip())) and not _YEAR.fullmatch(text.strip())


def is_total(text: str) -> bool:
    """``Total``, ``Subtotal``, ``TOTAL NACIONAL``, ``Total Antioquia``."""
    return bool(_TOTAL.fullmatch(plain(text)))


def is_whole_total(text: str, *, alone: bool) -> bool:
    """A total of everything; the bare word only counts in a cell that leads its row."""
    word = plain(text)
    return bool(_WHOLE_TOTAL.fullmatch(word)) or (alone and word in _ALONE)


def is_note(text: str) -> bool:
    """``Fuente: DANE``, ``Nota: …``, ``* Cifras provisionales``."""
    likely = ":" in text or text[0] in "(*nN"
    return likely and bool(_NOTE.fullmatch(plain(text)))


def is_dimension(header: str) -> bool:
    """A column where «total» is a value like another."""
    return bool(_DIMENSION.match(plain(header)))


def is_territory(header: str) -> bool:
    """A column of names of places, where «total» names a sum of rows."""
    return bool(_TERRITORY.search(plain(header)))
