"""What a user's glossary says: one thing, and what languages call it."""

from functools import cached_property
from hashlib import blake2b
from typing import NamedTuple

from tqcheck.model.language import MissingFact


class Term(NamedTuple):
    """A word or phrase of one language; `forbidden` where it is not to be used."""

    language: str
    text: str
    forbidden: bool = False


class Concept(NamedTuple):
    """The terms for one thing, the preferred one of each language first.

    One that is `kept` stays as it is in every translation.
    """

    terms: tuple[Term, ...]
    kept: bool = False


class Glossary:
    """The concepts of one or several files, in their order."""

    def __init__(self, concepts: tuple[Concept, ...] = ()) -> None:
        self.concepts = concepts

    @cached_property
    def digest(self) -> str:
        """What tells this glossary from any other."""
        return blake2b(repr(self.concepts).encode(), digest_size=8).hexdigest()

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The tags of its terms, sorted."""
        return tuple(sorted({term.language for one in self.concepts for term in one.terms}))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Glossary) and self.concepts == other.concepts

    def __hash__(self) -> int:
        return hash(self.digest)

    def __bool__(self) -> bool:
        return bool(self.concepts)


class MissingTerms(MissingFact):
    """A glossary has nothing to say of two languages."""

    def __init__(self, glossary: Glossary, source: str, target: str) -> None:
        others = ", ".join(glossary.languages)
        LookupError.__init__(
            self, f"the glossary has no terms for {source} and {target}, only for {others}"
        )
