"""Honest notices about the link that was opened."""

from collections.abc import Sequence

import pandas as pd

from layouts.text.catalogue import Catalogue


def notice_sentences(
    dropped: Sequence[tuple[str, str]],
    replaced: Sequence[tuple[str, str]],
    names: pd.Series,
    texts: Catalogue,
    *,
    demo_missing: bool,
) -> tuple[str, ...]:
    """One sentence per thing that the reader asked for and does not get.

    Args:
        dropped: field and value of what was not understood.
        replaced: retired code and the code that follows it.
        names: territory names by code.
        texts: sentences of the language.
        demo_missing: the demonstration workspace was asked for and is not prepared.
    """
    sentences = [
        texts.replaced_code.format(old=old, name=names[new], new=new) for old, new in replaced
    ]
    if dropped:
        items = (texts.dropped_item.format(field=field, value=value) for field, value in dropped)
        sentences.append(texts.dropped.format(", ".join(items)))
    if demo_missing:
        sentences.append(texts.demo_missing)
    return tuple(sentences)
