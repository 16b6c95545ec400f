"""The view of programmes: results frameworks, who does what where, follow-up."""
