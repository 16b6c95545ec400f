"""Where a fetch may go: https, the source's own hosts, and nowhere else."""

import re
from dataclasses import dataclass
from typing import Final

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from geodata.connectors.contract import Connector, FetchError

LOOPBACK: Final = ("127.0.0.1", "localhost", "[::1]")
CLIMBING: Final = re.compile(r"(^|/|%2f|%5c|\\)(\.|%2e){2}(/|%2f|%5c|\\|$)", re.IGNORECASE)
PORTS: Final = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True)
class Reach:
    """The places one fetch may visit, each an origin with the folder below which it must stay."""

    title: str
    places: tuple[tuple[str, str], ...]

    @property
    def secure(self) -> bool:
        """Whether any place needs certificates; a server of one's own machine may do without."""
        return any(origin.startswith("https:") for origin, _ in self.places)

    def require(self, address: str) -> None:
        """Check an address before it is visited.

        Raises:
            FetchError: it is elsewhere, is not https, or carries a user name.
        """
        try:
            url = parse_url(address)
        except LocationParseError:
            raise self._elsewhere("una dirección que no se entiende") from None
        path = url.path or "/"
        here = any(
            _origin(url) == origin and path.startswith(folder) for origin, folder in self.places
        )
        if not here or not _secure(url) or url.auth or CLIMBING.search(path):
            raise self._elsewhere(url.host or "una dirección que no se entiende")

    def _elsewhere(self, where: str) -> FetchError:
        return FetchError(
            f"{self.title} remite a {where}, fuera de los sitios admitidos o sin conexión segura; "
            "no se guardó nada."
        )


def reach(connector: Connector, base: str) -> Reach:
    """The connector's own places; only the origin of ``base`` when that is another one.

    Raises:
        FetchError: ``base`` is not an https address without user name.
    """
    own = tuple(_place(entry) for entry in (f"{connector.host}/", *connector.also))
    try:
        url = parse_url(base)
    except LocationParseError:
        url = Url()
    if not url.host or not _secure(url) or url.auth or url.query or url.fragment:
        raise FetchError(
            "La dirección debe empezar por https:// y no llevar usuario, contraseña ni parámetros."
        )
    theirs = ((_origin(url), "/"),)
    return Reach(connector.title, own if own[:1] == theirs else theirs)


def _place(entry: str) -> tuple[str, str]:
    host, _, folder = entry.partition("/")
    return f"https://{host}:443", f"/{folder}"


def _origin(url: Url) -> str:
    scheme = url.scheme or ""
    return f"{scheme}://{url.host}:{url.port or PORTS.get(scheme, 0)}"


def _secure(url: Url) -> bool:
    return url.scheme == "https" or (url.scheme == "http" and url.host in LOOPBACK)
