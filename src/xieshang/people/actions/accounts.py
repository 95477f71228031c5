"""Giving people their accounts, and what they keep in them."""

import secrets

from django.contrib.auth.hashers import make_password
from django.db import transaction

from xieshang.audit.actions import fingerprint, seal
from xieshang.reading.characters import LEGIBLE

from ..models import Person, SavedView


def system() -> Person:
    """Who acts where no person does: the machine itself. Nobody can sign in as it."""
    return stand_in("system", "系统")


def resident() -> Person:
    """Who stands for everybody without an account, who may stay nameless. Nobody signs in as it."""
    return stand_in("resident", "群众")


def stand_in(username: str, name: str) -> Person:
    """One of those who are nobody's account; made once, whoever asks first."""
    facts = {"name": name, "is_active": False, "password": make_password(None)}
    person, _made = Person.objects.get_or_create(username=username, defaults=facts)
    return person


@transaction.atomic
def open_account(
    username: str, name: str, *, by: Person, operator: bool = False
) -> tuple[Person, str | None]:
    """The account of that name; with a new password if it was opened just now, else None."""
    known = Person.objects.filter(username=username).first()
    if known:
        return known, None
    person = Person(username=username, name=name, is_staff=operator, is_superuser=operator)
    person.set_password(password := new_password())
    person.save()
    seal(by, "open-account", person, username=username, operator=operator)
    return person, password


@transaction.atomic
def reset_password(person: Person, *, by: Person) -> str:
    """Give an account a new password, and return it: it is kept nowhere in clear."""
    person.set_password(password := new_password())
    person.save(update_fields=["password"])
    seal(by, "reset-password", person)
    return password


def new_password() -> str:
    """Sixteen letters in groups of four, to be read aloud: 79 bits."""
    groups = ("".join(secrets.choice(LEGIBLE) for _letter in range(4)) for _group in range(4))
    return "-".join(groups)


@transaction.atomic
def save_view(list_: str, name: str, query: str, *, by) -> SavedView:
    """Keep a list under a name; the same name again takes the place of the first."""
    view, _made = SavedView.objects.update_or_create(
        person=by, list=list_, name=name, defaults={"query": query}
    )
    seal(by, "save-view", view, list=list_, name=fingerprint(name))
    return view


@transaction.atomic
def drop_view(view: SavedView, *, by) -> None:
    """Forget a view."""
    seal(by, "drop-view", view, list=view.list)
    view.delete()
