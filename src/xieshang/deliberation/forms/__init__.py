"""What is asked of those who hold a deliberation, and of those who take part."""

from .opening import InvitedForm, OpeningForm, Times
from .stating import CardForm, HandOnForm, Mending, Stating
from .voting import About, Ballot

__all__ = [
    "About",
    "Ballot",
    "CardForm",
    "HandOnForm",
    "Mending",
    "InvitedForm",
    "OpeningForm",
    "Stating",
    "Times",
]
