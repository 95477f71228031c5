"""How people come to an account: an office gives it to them."""

from allauth.account.adapter import DefaultAccountAdapter


class OfficeAccounts(DefaultAccountAdapter):
    """Nobody signs up alone; an office opens the account of a person it knows."""

    def is_open_for_signup(self, request):
        return False
