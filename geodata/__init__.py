"""Data of the dashboard: read, checked, pinned and measured at the edge."""
