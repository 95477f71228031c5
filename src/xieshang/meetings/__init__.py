"""Meetings planned, held and recorded: who is asked, who came, what was said and decided."""
