"""Text in, claims out: every figure a text states, and whether the records prove it."""
