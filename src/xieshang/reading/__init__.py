"""How offices write numbers, money and days, read without guessing. Pure: no Django, no clock."""
