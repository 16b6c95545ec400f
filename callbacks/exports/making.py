"""Makes a file of any kind, telling how far it is."""

from callbacks.exports.batch import Heard, batch
from callbacks.exports.kinds import Kind
from callbacks.exports.kit import kit
from callbacks.exports.maker import Made, Maker


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
    return maker.make(kind, path, query)
