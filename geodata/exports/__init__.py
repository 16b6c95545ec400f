"""Files of a table that a person takes away: the same rows in every format."""
