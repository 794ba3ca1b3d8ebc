"""Who a document is about, who wrote it, and who did what: Patient, RelatedPerson, Device and Provenance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from diary import __version__
from diary.domain.extract import Extract
from diary.domain.people import PERSON, Basis
from diary.exchange.fhir import codes
from diary.exchange.fhir.elements import Element, Ids, concept, instant, narrative, reference, words
from diary.words import say
from diary.words.dates import plain_day

PROGRAM = "Alongside"


@dataclass(frozen=True, slots=True)
class People:
    """Those who have a part in a document, by what refers to them. Carers go by their relationship, never by name."""

    extract: Extract
    ids: Ids

    @property
    def patient(self) -> Element:
        """The person the diary is about."""
        return reference(self.ids.of("patient"))

    @property
    def program(self) -> Element:
        """What computed a total."""
        return reference(self.ids.of("device"))

    def carer(self, recorder: str) -> Element:
        """Somebody else who wrote in the diary."""
        return reference(self.ids.of("carer", recorder))

    def relationship(self, recorder: str) -> str:
        """Who a carer is to the person, in their words; empty where nobody said so."""
        known = self.extract.recorders.get(recorder)
        return words(known.relationship) if known and recorder != PERSON else ""

    def who_said(self, recorder: str, basis: Basis) -> Element:
        """Whose answer it is: the person's own, whoever typed it, or what a carer noticed."""
        return self.patient if basis.is_own else self.carer(recorder)


def patient(people: People, *, with_name: bool, with_birth_date: bool) -> Element:
    """The person; without a name or a date of birth unless they want them on it."""
    person = people.extract.person
    name = words(person.name) if with_name else ""
    born = person.born_on if with_birth_date else None
    lines = [name or say("The person whom the diary is about")]
    if born is not None:
        lines.append(say("Born on {day}", day=plain_day(born)))
    return {
        "resourceType": "Patient",
        "id": people.ids.of("patient"),
        "text": narrative(lines),
        **({"name": [{"text": name}]} if name else {}),
        **({"birthDate": born.isoformat()} if born else {}),
    }


def carer(people: People, recorder: str) -> Element:
    """A carer by their relationship."""
    called = people.relationship(recorder) or say("carer")
    return {
        "resourceType": "RelatedPerson",
        "id": people.ids.of("carer", recorder),
        "text": narrative([called]),
        "patient": people.patient,
        "relationship": [concept(called)],
    }


def program(people: People) -> Element:
    """This program."""
    return {
        "resourceType": "Device",
        "id": people.ids.of("device"),
        "text": narrative([f"{PROGRAM} {__version__}"]),
        "deviceName": [{"name": PROGRAM, "type": "user-friendly-name"}],
        "version": [{"value": __version__}],
    }


def written_down(people: People, recorder: str, targets: Sequence[Element], at: datetime) -> Element:
    """That a carer wrote down what the person said."""
    agents = [(codes.AUTHOR, people.patient), (codes.ENTERER, people.carer(recorder))]
    return _provenance(people, targets, agents, at, say("The person said it, and a carer wrote it down."))


def noticed(people: People, recorder: str, targets: Sequence[Element], at: datetime) -> Element:
    """That a carer wrote what they noticed."""
    agents = [(codes.AUTHOR, people.carer(recorder))]
    return _provenance(people, targets, agents, at, say("A carer wrote what they noticed."))


def added_up(people: People, target: Element, at: datetime) -> Element:
    """That a total was computed by this program."""
    return _provenance(people, [target], [(codes.ASSEMBLER, people.program)], at, say("The program added it up."))


def _provenance(
    people: People, targets: Sequence[Element], agents: Iterable[tuple[Element, Element]], at: datetime, said: str
) -> Element:
    ids = [target["id"] for target in targets]
    return {
        "resourceType": "Provenance",
        "id": people.ids.of("provenance", *ids),
        "text": narrative([said]),
        "target": [reference(id_) for id_ in ids],
        "recorded": instant(at),
        "agent": [{"type": concept(part["display"], part), "who": who} for part, who in agents],
    }
