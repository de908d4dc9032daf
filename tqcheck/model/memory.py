"""Facts that are computed when first asked for, and kept with the object they are about."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Protocol, TypeVar


class Remembering(Protocol):
    """An object with a memory: a passage, a document, a pair."""

    @property
    def memory(self) -> dict[Hashable, Any]: ...


Subject = TypeVar("Subject", bound=Remembering)
Value = TypeVar("Value")


def remembered(fact: Callable[[Subject], Value]) -> Callable[[Subject], Value]:
    """Make a function of one object compute its value once per object.

    What nobody asks for costs nothing, and nothing has to be wired: whoever needs the
    fact calls the function.
    """

    @wraps(fact)
    def ask(subject: Subject) -> Value:
        memory = subject.memory
        try:
            value: Value = memory[fact]
        except KeyError:
            value = memory[fact] = fact(subject)
        return value

    return ask
