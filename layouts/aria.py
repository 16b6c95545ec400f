"""Accessibility attributes, which Dash takes under names that Python cannot spell."""

from typing import Any


def aria(**attributes: str) -> dict[str, Any]:
    """``aria(label="Mapa")`` as the keyword argument ``aria-label``."""
    return {f"aria-{name}": value for name, value in attributes.items()}
