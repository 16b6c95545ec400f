"""The sheets of all municipalities of a department in one archive, on as many cores as there are.

The figures are read here, once for all; paper is set by processes beside, which know no figures.
"""

import io
import os
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from callbacks.exports.kinds import Kind
from callbacks.exports.maker import ExportError, Made, Maker, Subject
from geodata.exports.press import Press
from layouts import paper
from layouts.place import PlaceKind, department, municipality
from layouts.text.export_words import EXPORT_WORDS

if TYPE_CHECKING:
    from concurrent.futures import Future

Heard = Callable[[int, int], None]
"""Told how many are done and of how many; may raise to stop."""

MOST_HELPERS: Final = 2
WAITING: Final = 6
"""Sheets that wait to be set: more would only take memory."""


def batch(maker: Maker, path: str, query: str, heard: Heard) -> Made:
    """The archive of the department of an address.

    Raises:
        ExportError: the address is of no department.
    """
    subject = maker.subject(path, query)
    place = subject.asked.place
    if place is None or place.kind is PlaceKind.BORDER:
        raise ExportError(EXPORT_WORDS[subject.selection.idioma].no_department)
    whole = department(place.code[:2], subject.desk.engine)
    codes = [str(code) for code in whole.members]
    heard(0, len(codes))
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as file:
        for done, (code, body) in enumerate(_sheets(maker, codes, subject, query), start=1):
            file.writestr(_name(code, subject), body)
            heard(done, len(codes))
    return Made(archive.getvalue(), f"fichas-{whole.code}.zip")


def _sheets(
    maker: Maker, codes: list[str], subject: Subject, query: str
) -> Iterator[tuple[str, bytes]]:
    """Code and PDF of each municipality, in order."""
    waiting: list[tuple[str, Future[bytes]]] = []
    with Press(max(1, min(MOST_HELPERS, os.cpu_count() or 1))) as press:
        for code in codes:
            asked = _markup(maker, code, subject, query)
            made = press.submit(asked.markup, asked.sizes, paper.FACES, asked.most_pages)
            waiting.append((code, made))
            if len(waiting) >= WAITING:
                first, oldest = waiting.pop(0)
                yield first, oldest.result()
        for first, oldest in waiting:
            yield first, oldest.result()


def _markup(maker: Maker, code: str, subject: Subject, query: str) -> paper.Paper:
    asked = maker.subject(municipality(code).path, query)
    return paper.sheet(maker.profile(asked), subject.watermark)


def _name(code: str, subject: Subject) -> str:
    """A file name that every system takes: ``ficha-54001-san-jose-de-cucuta.pdf``."""
    name = unicodedata.normalize("NFKD", subject.desk.engine.name(code))
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in name.lower()
                    if not unicodedata.combining(c))  # fmt: skip
    return f"{Kind.FICHA}-{code}-{plain.strip('-')}.pdf"
