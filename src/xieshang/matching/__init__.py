"""Which Chinese texts are near duplicates. Pure: no Django, no clock, nothing random."""
