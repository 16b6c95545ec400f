"""Decks: what a view says, slide by slide, from the very parts that its page is made of."""
