"""``make export``: one file, from a terminal, without a server or a browser."""

from dataclasses import dataclass
from pathlib import Path

from callbacks.exports.kinds import Kind
from callbacks.exports.maker import ExportError, Made, Maker
from callbacks.exports.making import made_of
from layouts.place import PlaceKind


@dataclass(frozen=True, slots=True)
class Order:
    """What a command asks for.

    Attributes:
        kind: see ``Kind``.
        territory: five digits of a municipality, two of a department, or ``frontera``.
        out: file or folder.
        query: as in the address of a view, such as ``espacio=demostracion&indicador=vacantes``.
    """

    kind: str
    territory: str
    out: str
    query: str = ""


def export(order: Order, var: Path, data: Path) -> Path:
    """Make the file and write it; where it is.

    Raises:
        UserFacingError: one sentence on what is wrong with the order.
    """
    kind = _kind(order.kind)
    if not order.territory:
        raise ExportError(
            "Falta el territorio: añada TERRITORY=54874 (municipio), TERRITORY=54 (departamento) "
            "o TERRITORY=frontera."
        )
    maker = Maker.over(var, data)
    path = place_path(order.territory)
    return _write(made_of(kind, maker, path, order.query, _quiet), order.out)


def _kind(name: str) -> Kind:
    try:
        return Kind(name)
    except ValueError as error:
        known = ", ".join(Kind)
        raise ExportError(f"No se exporta «{name[:40]}»: KIND puede ser {known}.") from error


def place_path(territory: str) -> str:
    """Address of the ficha of a territory, by how many digits its code has."""
    if territory == PlaceKind.BORDER:
        return f"/{PlaceKind.BORDER}"
    kind = PlaceKind.DEPARTMENT if len(territory) == 2 else PlaceKind.MUNICIPALITY  # noqa: PLR2004
    return f"/{kind}/{territory.replace('/', '')}"


def _quiet(_done: int, _of: int) -> None:
    """Nobody listens at a terminal."""


def _write(made: Made, out: str) -> Path:
    target = Path(out or made.name)
    place = target / made.name if target.is_dir() or out.endswith("/") else target
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(made.body)
    except OSError as error:
        raise ExportError(
            f"No se puede escribir {place}: compruebe OUT y que la carpeta admita archivos."
        ) from error
    return place
