"""What fields are called, in both languages: the words of the document are declared once."""

from dataclasses import dataclass
from typing import Any

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from geodata.schema import Column
from layouts.text.api_words import COLUMN_WORDS

ENGLISH = "x-english"
"""Carries the English sentence beside ``description`` until the document is written."""


def said(es: str, en: str, **rules: Any) -> Any:  # noqa: ANN401 - what pydantic takes and gives
    """A field with its description in both languages."""
    return Field(description=es, json_schema_extra={ENGLISH: en}, **rules)


def several(es: str, en: str, *, most: int) -> Any:  # noqa: ANN401 - see ``said``
    """A field of one to ``most`` values, or none where it is not asked for."""
    return said(es, en, default=(), min_length=1, max_length=most)


@dataclass(frozen=True, slots=True)
class OneOf:
    """Annotates a text that must be one of ``words``."""

    words: tuple[str, ...]

    def __get_pydantic_core_schema__(
        self, _source: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """The rule, as pydantic takes it."""
        return core_schema.literal_schema(list(self.words))


def column_field(column: Column) -> tuple[Any, Any]:
    """Type and description of a column of ``geodata.schema``, as pydantic takes them."""
    words = COLUMN_WORDS[column.name]
    kinds: dict[str, Any] = {"number": float, "whole": int, "flag": bool}
    kind = kinds.get(column.kind, str)
    rules: dict[str, Any] = {ENGLISH: words.en}
    allowed: list[str | None] = [word for word in column.allowed if word]
    if allowed:
        rules["enum"] = allowed if column.required else [*allowed, None]
    whole = kind if column.required else kind | None
    return whole, Field(description=words.es, json_schema_extra=rules)
