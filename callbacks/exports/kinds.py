"""What can be exported, by the word of the command and of the address."""

from collections.abc import Mapping
from enum import StrEnum, unique
from typing import Final


@unique
class Kind(StrEnum):
    """One kind of file."""

    PPTX = "pptx"
    """The deck of a place."""
    FICHA = "ficha"
    """Its ficha on one sheet."""
    PDF = "pdf"
    """Its ficha whole, with its map, nothing folded."""
    PNG = "png"
    SVG = "svg"
    """The map of a view."""
    MESA = "mesa"
    """The running order of a roundtable as slides."""
    MESA_PDF = "mesa-pdf"
    """The same on paper."""
    KIT = "maletin"
    """A folder of pages and figures that needs neither server nor network."""
    BATCH = "fichas"
    """The sheets of all municipalities of a department."""


TYPES: Final[Mapping[str, str]] = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "zip": "application/zip",
}
"""Media types by the ending of a file."""

OPTIONS: Final[Mapping[str, str]] = {
    "export": "hace un archivo y termina: pptx, ficha, pdf, png, svg, mesa, mesa-pdf, maletin o "
    "fichas",
    "territory": "municipio (54874), departamento (54) o frontera",
    "out": "archivo o carpeta del archivo",
    "query": "lo elegido, como en la dirección: espacio=demostracion&indicador=vacantes",
}
"""Words of the command line, and what each means."""
