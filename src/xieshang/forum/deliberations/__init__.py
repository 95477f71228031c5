"""Taking part in a deliberation, with or without an account, and reading what came of it."""
