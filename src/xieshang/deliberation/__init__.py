"""Many people weigh statements on one question, and what they agree on becomes visible."""
