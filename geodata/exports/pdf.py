"""Markup as PDF: tagged, with its language, its title and its own typeface; nothing is fetched."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from geodata.errors import UserFacingError

log = logging.getLogger(__name__)

VARIANT: Final = "pdf/ua-1"
"""For readers that speak: tags, language and title (ISO 14289-1)."""

NO_PANGO: Final = (
    "Falta Pango y sin él no se puede hacer el PDF: instálelo, por ejemplo con «make paper» o "
    "«apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0», y repita la orden."
)


class PaperError(UserFacingError):
    """The machine lacks what sets type on paper."""


def as_pdf(markup: str, sizes: Sequence[float], faces: Path, most_pages: int = 0) -> bytes:
    """Set ``markup`` on paper.

    Args:
        markup: a whole document; ``{size}`` in its style is the size of the type in points.
        sizes: sizes of type, the largest first: the first one that fits is used.
        faces: folder of the typefaces, the only files that may be read.
        most_pages: pages that it has to fit on; 0 for as many as it takes.

    Raises:
        PaperError: Pango is not installed.
    """
    weasyprint = _loaded()
    fetcher = _only(weasyprint, faces)
    for size in sizes:
        source = weasyprint.HTML(string=markup.replace("{size}", f"{size:g}"), url_fetcher=fetcher)
        document = source.render(pdf_variant=VARIANT)
        if not most_pages or len(document.pages) <= most_pages:
            log.info("Set at %s points", size)
            break
    made: bytes = document.write_pdf(pdf_variant=VARIANT)
    return made


def _loaded() -> Any:  # noqa: ANN401 - has no types
    """Weasyprint; it looks for Pango when it is loaded."""
    try:
        import weasyprint  # noqa: PLC0415 - only for paper
    except OSError as error:
        raise PaperError(NO_PANGO) from error
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    return weasyprint


def _only(weasyprint: Any, faces: Path) -> Any:  # noqa: ANN401 - as above
    """A fetcher that reads typefaces and pictures inside the document, and refuses all else."""

    class Fetcher(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:  # noqa: ANN401
            if not (url.startswith("data:image/") or _is_inside(url, faces)):
                raise weasyprint.urls.FatalURLFetchingError("Paper reads nothing from elsewhere.")
            return super().fetch(url, headers)

    return Fetcher(allowed_protocols=("data", "file"), allow_redirects=False)


def _is_inside(url: str, folder: Path) -> bool:
    parts = urlsplit(url)
    path = Path(unquote(parts.path)).resolve()
    return parts.scheme == "file" and path.is_relative_to(folder.resolve())
