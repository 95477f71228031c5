"""How often residents may try what needs no account."""

from xieshang.site.tries import Limit

# A code has 79 bits: nobody guesses it in any number of tries. The limit of one number is wide,
# so that nobody can shut another out who only misread a letter.
CODES_HERE = Limit("codes-here", 10, 15 * 60)
CODES_OF_ONE = Limit("codes-of-one", 30, 15 * 60)
RAISED_HERE = Limit("raised-here", 20, 3600)
PICTURES_HERE = Limit("pictures-here", 60, 3600)
ADDRESSES_HERE = Limit("addresses-here", 10, 3600)
