"""One module per source: each reads one publication and names its bad cells."""
