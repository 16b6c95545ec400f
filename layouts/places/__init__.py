"""The view of productive units and centres: sentence, filters, list, map, card, figures."""
