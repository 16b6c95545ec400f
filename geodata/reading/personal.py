"""Personal data are refused: by what a header says, and by what its cells look like.

No finding repeats the datum: what a person sees is the row, the column and a mask.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import pandas as pd

from geodata.findings import Finding
from geodata.reading.notes import note
from geodata.reading.words import plain

_WORDS: Final = re.compile(r"[^a-z0-9]+")

_HEADERS: Final = {
    "nombre de una persona": re.compile(
        r"nombre completo|(primer|segundo|1er|2do|otros?) (nombre|apellido)|^nombres$|"
        r"\bapellidos?\b|full name|(first|last) name|surname|"
        r"nombres? (del? |de la |de los )?(beneficiari|participante|persona|migrante|titular|"
        r"usuari|representante|contacto|jef|encuestad|aprendiz|estudiante|emprendedor|"
        r"propietari)\w*|"
        r"^(beneficiari[oa]|razon social y nombre)$"
    ),
    "número de documento": re.compile(
        r"\b(cedula|cc|ced|pasaporte|passport|ppt|pep|rumv|dni|tarjeta de identidad)\b|"
        r"(num|numero|nro|no|n)? ?(de |del )?(documento|identificacion)( de)?( identidad)?"
        r"( (del?|de la) \w+)?$|^id(entification)? (number|card)|document number"
    ),
    "teléfono": re.compile(r"\b(tel|telefonos?|phone|celular(es)?|cel|movil|mobile|whatsapp)\b"),
    "correo electrónico": re.compile(r"\b(correos?|e ?mails?|mail)\b"),
    "dirección": re.compile(
        r"\b(direccion(es)?|domicilio|address)\b|lugar de residencia exact[oa]|nomenclatura"
    ),
}
_HARMLESS: Final = re.compile(
    r"^(tipo|clase|kind|type|con|sin|tiene|cuenta con|uso de|acceso a|numero de personas|porcentaje"
    r"|total|cantidad|tenencia) |"
    r"direccion (general|territorial|regional|seccional|ip|web|del viento)|"
    r"^documento (fuente|soporte|tecnico|conpes)|telefonia"
)
_CODES: Final = re.compile(
    r"\b(cod|codigo|code|divipola|dane|id(?= )|(?<= )id|llave|key|matricula|nit|"
    r"registro|expediente|ciiu|referencia|snies|territory|source)\b"
)
_QUANTITIES: Final = re.compile(
    r"\b(valor|value|total|poblacion|personas|monto|ventas|ingresos?|inversion|presupuesto|pib|cop|"
    r"pesos|usd|numero|cantidad|fecha|date|periodo|ano|area|km2|m2|hombres|mujeres|numerator|"
    r"denominator|recursos|costo|salario|activos|(19|20)\d\d)\b"
)
_EMAIL: Final = r"[\w.+-]+@[\w-]+\.[A-Za-z]{2,}"
_WRITTEN_PHONE: Final = (
    r"(?:^|\D)(?:\+?57[ -]?)?\(?3\d{2}\)?[ -]\d{3}[ -]?\d{2}[ -]?\d{2}(?:$|\D)|\+57 ?3\d{9}"
)
_PHONE_IN_WORDS: Final = (
    r"^(?!\S+$)(?:.*[A-Za-zÁÉÍÓÚáéíóúñ].*[\s:(])?3\d{9}(?:$|[\s.,;)](?:.*[A-Za-z].*)?)"
)
_WRITTEN_DOCUMENT: Final = (
    r"(?i)(?:^|[\s(,;])(?:c\.? ?c\.?|c[eé]dula|documento|identificaci[oó]n|pasaporte|"
    r"p\.?p\.?t\.?|rumv)"
    r"(?: de (?:ciudadan|extranjer)[ií]a)?(?: n[o°º]?\.?)?"
    r"[ :#]*\d{1,3}(?:[. ]?\d{3}){2,3}\b"
)
"""A word for a document and a number of six to ten digits behind it."""

_BARE_PHONE: Final = r"(?:57)?3\d{9}"
_STREET: Final = (
    r"(?i)\b(?:calle|cll?|carrera|cra|kra?|avenida|av|transversal|tv|diagonal|dg)\.? ?"
    r"\d+ ?[a-z]{0,3} ?(?:#|n[o°º]\.?) ?\d+"
)
_DOCUMENT: Final = r"\d{8,10}"
_DATE: Final = r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"

BARE_SHARE: Final = 0.5
"""Share of the cells that have to be bare ten-digit numbers for a column to be of telephones."""

DOCUMENT_SHARE: Final = 0.8
VARIED_SHARE: Final = 0.9
"""Documents fill their column and hardly repeat; codes and amounts do not do both."""

FEW_CELLS: Final = 3
"""With fewer cells a share says nothing."""


@dataclass(frozen=True, slots=True)
class _Hits:
    kind: str
    mask: pd.Series


def personal_findings(
    cells: pd.DataFrame, allowed: Collection[str] = (), codes: Collection[str] = ()
) -> tuple[Finding, ...]:
    """One error per column of personal data.

    Args:
        cells: text, as ``RawTable.cells``.
        allowed: headers whose content is public for this kind of file, such as the address of a
            centre that serves the public.
        codes: headers that hold a code known to the kind, which may look like a document.
    """
    findings = []
    for name in cells.columns:
        if name in allowed:
            continue
        kind = header_kind(str(name))
        if kind:
            findings.append(note("dato_personal_encabezado", column=str(name), kind=kind))
        elif hits := _content(cells[name], is_code=name in codes):
            findings.append(_content_finding(str(name), cells[name], hits))
    return tuple(findings)


def header_kind(header: str) -> str:
    """What personal datum a header announces, or ``""``."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)
    words = _WORDS.sub(" ", plain(apart)).strip()
    if _HARMLESS.search(words):
        return ""
    return next((kind for kind, said in _HEADERS.items() if said.search(words)), "")


def _content_finding(name: str, texts: pd.Series, hits: _Hits) -> Finding:
    first = int(hits.mask.index[int(hits.mask.to_numpy().argmax())])
    return note(
        "dato_personal_contenido", first, name, masked(str(texts[first])),
        kind=hits.kind, count=int(hits.mask.sum()),
    )  # fmt: skip


def masked(text: str) -> str:
    """Enough to find the cell, too little to know the person: ``a…`` and its length in dots."""
    return f"{text.strip()[:1]}{'•' * min(len(text.strip()) - 1, 12)}"


def _content(texts: pd.Series, *, is_code: bool) -> _Hits | None:
    """What the cells look like: one e-mail or written telephone is enough, bare digits are not."""
    for kind, pattern, hint in (
        ("correo electrónico", _EMAIL, "@"),
        ("teléfono", _WRITTEN_PHONE, "3"),
        ("teléfono", _PHONE_IN_WORDS, "3"),
        ("número de documento", _WRITTEN_DOCUMENT, ""),
        ("dirección", _STREET, ""),
    ):
        mask = _containing(texts, pattern, hint)
        if mask.any():
            return _Hits(kind, mask)
    header = _WORDS.sub(" ", plain(str(texts.name)))
    if is_code or _CODES.search(header) or _QUANTITIES.search(header):
        return None
    return _digits(texts[texts != ""])


def _containing(texts: pd.Series, pattern: str, hint: str) -> pd.Series:
    """Where a pattern occurs; it is only tried on different texts that hold ``hint``."""
    unique = pd.Series(texts.unique(), dtype="str")
    likely = unique[unique.str.len().gt(6) & unique.str.contains(hint, regex=False)]
    found = set(likely[likely.str.contains(pattern)])
    return texts.isin(found)


def _digits(texts: pd.Series) -> _Hits | None:
    if len(texts) < FEW_CELLS:
        return None
    bare = texts.str.replace(r"[\s.-]", "", regex=True)
    phones = bare.str.fullmatch(_BARE_PHONE)
    if phones.mean() >= BARE_SHARE and _varied(bare[phones]):
        return _Hits("teléfono", phones)
    documents = bare.str.fullmatch(_DOCUMENT) & ~bare.str.fullmatch(_DATE)
    if documents.mean() >= DOCUMENT_SHARE and _varied(bare[documents]):
        return _Hits("número de documento", documents)
    return None


def _varied(texts: pd.Series) -> bool:
    return bool(texts.nunique() >= VARIED_SHARE * len(texts))
