"""Whether a request that changes something comes from our own page."""

from urllib.parse import urlsplit

from flask import request


def own_page(purpose: str) -> bool:
    """Whether it is ours: browsers add the origin, and only our page adds the header."""
    origin = request.headers.get("Origin")
    return request.headers.get("X-Mirador") == purpose and (
        origin is None or urlsplit(origin).netloc == request.host
    )
