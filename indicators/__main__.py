"""Write the reference of the figures: ``cat tests/spec/*.py | python -m indicators``."""

import sys

from indicators.describe import document

if __name__ == "__main__":
    sys.stdout.write(document(sys.stdin.read()))
