"""What a person is to a matter: each role by the one question that tells of it."""

from xieshang.lifecycle.table import Role


def as_author(matter, person) -> set[Role]:
    return {Role.AUTHOR} if person.pk == matter.raised_by_id else set()


def as_asked(matter, person) -> set[Role]:
    """What somebody is who was asked to sign along."""
    answer = matter.signatures.filter(person=person).values_list("answer", flat=True).first()
    return {"asked": {Role.ASKED}, "agreed": {Role.COSIGNER}}.get(answer or "", set())


def as_signer(matter, person) -> set[Role]:
    return {Role.SIGNER} if person.pk in matter.signers() else set()


def as_office(matter, person) -> set[Role]:
    return {Role.OFFICE} if person.keeps(matter.committee_id) else set()


def as_unit(matter, person) -> set[Role]:
    answers = matter.assignments.live().filter(unit__clerks=person).exists()
    return {Role.UNIT} if answers else set()


# Role → the one question that tells of it; two roles that one question tells of are asked once.
HOLDING = {
    Role.AUTHOR: as_author,
    Role.ASKED: as_asked,
    Role.COSIGNER: as_asked,
    Role.SIGNER: as_signer,
    Role.OFFICE: as_office,
    Role.UNIT: as_unit,
}
