"""Asking at a door as if nothing else had ever been asked, and seeing what is written."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from django.test import Client

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


def browser_of(person) -> Client:
    browser = Client()
    if person:
        browser.force_login(person)
    return browser


def asked(browser, method: str, address: str, body):
    """The answer, as if nothing had been asked before and nothing after; its stream is read."""
    with transaction.atomic():
        answer = getattr(browser, method)(address, body)
        transaction.set_rollback(True)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer


@contextmanager
def writes() -> Iterator[list[str]]:
    """What is written meanwhile, but for the session, in which a note may lie for the next page."""
    written: list[str] = []

    def watch(execute, sql, params, many, context):
        if sql.lstrip().upper().startswith(WRITES) and "django_session" not in sql:
            written.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield written


def text_of(answer) -> str:
    return "" if answer.streaming else answer.content.decode(errors="replace")
