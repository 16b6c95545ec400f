"""From a file that somebody has to rows of a snapshot: kinds, rules, preview, publication."""
