"""What an answer, or the lack of one, means for whoever asked: one sentence each."""

from typing import Final

from geodata.connectors.contract import FetchError

OK: Final = 200
TOO_MANY_REQUESTS: Final = 429
PASSING: Final = frozenset({TOO_MANY_REQUESTS, 500, 502, 503, 504})
"""Answers after which it is worth trying again."""

REFUSED: Final = frozenset({401, 403})
GONE: Final = frozenset({404, 410})
NO_CHANGE: Final = "no se guardó nada"
LATER: Final = f"{NO_CHANGE}: repita la orden más tarde."


class PassingError(FetchError):
    """Trouble that may be over in a moment."""

    def __init__(self, sentence: str, wait_seconds: float | None = None) -> None:
        """``wait_seconds``: how long the source asks to wait; ``None`` when it does not say."""
        super().__init__(sentence)
        self.wait_seconds = wait_seconds


def busy(title: str, status: int, wait_seconds: float | None) -> PassingError:
    """The server cannot answer now."""
    said = "está saturado" if status == TOO_MANY_REQUESTS else "está fallando"
    sentence = f"El servidor de {title} {said} (código {status}); {LATER}"
    return PassingError(sentence, wait_seconds)


def refused(title: str, status: int) -> FetchError:
    """The server does not give the file."""
    if status in REFUSED:
        said = "rechaza las descargas automáticas"
    elif status in GONE:
        said = "ya no está en esa dirección"
    else:
        said = "respondió algo inesperado"
    return FetchError(
        f"{title} {said} (código {status}); {NO_CHANGE}: descargue el archivo a mano "
        "e impórtelo, o indique otra dirección con --address."
    )


def other_content(title: str, found: str) -> FetchError:
    """The server gives something else."""
    page = " (¿un portal de acceso a internet?)" if found == "text/html" else ""
    kind = found or "sin tipo"
    return FetchError(
        f"{title} respondió con contenido «{kind}»{page} en lugar de los datos; {NO_CHANGE}."
    )


def offline(title: str) -> PassingError:
    """Nobody answers the call."""
    return PassingError(
        f"No hay conexión con el servidor de {title}; {NO_CHANGE}: revise la red y repita la orden."
    )


def stalled(title: str, seconds: float) -> PassingError:
    """The server falls silent."""
    said = f"dejó de responder durante {seconds:.0f} segundos"
    return PassingError(f"El servidor de {title} {said}; {LATER}")


def cut(title: str) -> PassingError:
    """The answer ends before its end."""
    return PassingError(f"La respuesta de {title} llegó cortada; {LATER}")


def untrusted(title: str) -> FetchError:
    """The server cannot prove who it is."""
    return FetchError(f"El certificado del servidor de {title} no es válido; {NO_CHANGE}.")


def too_large(title: str, most_bytes: int) -> FetchError:
    """More bytes than admitted."""
    most = f"{most_bytes / 1e6:.1f}".replace(".", ",")
    return FetchError(f"{title} ocupa más de los {most} MB admitidos; {NO_CHANGE}.")


def too_long(title: str, seconds: float) -> FetchError:
    """More time than admitted."""
    return FetchError(
        f"{title} tardó más de {seconds:.0f} segundos en total; {NO_CHANGE}: repita la orden con "
        "una conexión mejor."
    )


def long_wait(title: str, seconds: float) -> FetchError:
    """The server asks for more patience than there is."""
    return FetchError(f"El servidor de {title} pide esperar {seconds:.0f} segundos; {LATER}")


def endless(title: str) -> FetchError:
    """Redirects or pages without end."""
    return FetchError(f"{title} remite de un sitio a otro o no termina de entregar; {NO_CHANGE}.")
