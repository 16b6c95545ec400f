"""Makes a file of any kind, telling how far it is."""

from typing import Final

from callbacks.exports.batch import Heard, batch
from callbacks.exports.kinds import Kind
from callbacks.exports.kit import kit
from callbacks.exports.maker import Made, Maker
from callbacks.exports.roundtable import on_paper, slides

OF_A_MESA: Final = {Kind.MESA: slides, Kind.MESA_PDF: on_paper}


def made_of(kind: Kind, maker: Maker, path: str, query: str, heard: Heard) -> Made:
    """The file of an address.

    Args:
        kind: of file.
        maker: makes what it holds.
        path: of a view.
        query: what was chosen.
        heard: told how far it is; may raise to stop.

    Raises:
        ExportError: the address names no place, or asks for what does not exist.
    """
    if kind is Kind.BATCH:
        return batch(maker, path, query, heard)
    if kind is Kind.KIT:
        return kit(maker, path, query, heard)
    if kind in OF_A_MESA:
        return OF_A_MESA[kind](maker, path, query)
    return maker.make(kind, path, query)
