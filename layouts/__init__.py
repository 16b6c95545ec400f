"""Pictures and words: pure functions from results to components, payloads and sentences."""
