"""The ficha of a place: a municipality, a department or the border, on one page and one sheet."""
