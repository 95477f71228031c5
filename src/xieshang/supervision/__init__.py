"""Democratic supervision and research: from a plan to visits, findings, and what became of them."""
