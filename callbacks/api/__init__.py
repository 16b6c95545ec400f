"""The HTTP API ``/api/v1``: read only, described by ``/api/v1/openapi.json``."""

from callbacks.api.routes import register

__all__ = ["register"]
