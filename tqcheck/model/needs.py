"""What a rule needs to find anything, so that it is not asked where it has nothing to say.

A corpus has millions of segments, and each rule is about few of them. A rule states what must stand
in the texts: a character, a word. Whoever has a pair of segments looks at each character and word
once, for all rules at a time.

A need may hold where the rule finds nothing; where it does not hold, the rule must find nothing,
whatever its options are.
"""

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tqcheck.model.language import LanguageProfile

if TYPE_CHECKING:
    from tqcheck.model.pair import Pair


class Where(Enum):
    """The pieces that a need is about: each is asked for on its own."""

    SOURCE_CHARACTERS = "a character of the source"
    TARGET_CHARACTERS = "a character of the target"
    SOURCE_WORDS = "a word of the source, as it is written"
    TARGET_WORDS = "a word of the target, as it is written"
    TARGET_TOKENS = "what stands between two spaces of the target, marks and all"
    COPIED_WORDS = "a word of both texts, case-folded"
    LOST_NAMES = "a word with a capital, or a part of one, that the source alone has"
    NEW_NAMES = "a word with a capital, or a part of one, that the target alone has"
    PAIR = "the pair"


#: (piece, language of its text, language of the other) → whether the piece tells something. It must
#: depend on nothing else, as the answer is remembered. Of copied words the source's comes first.
Tells: TypeAlias = Callable[[str, LanguageProfile, LanguageProfile], bool]


class Need(NamedTuple):
    """A kind of piece that wakes a rule; of a pair `holds` is asked."""

    where: Where
    tells: Tells | None = None
    holds: "Callable[[Pair], bool] | None" = None


#: One of these is enough.
AnyOf: TypeAlias = tuple[Need, ...]


def in_source(characters: str | Tells) -> AnyOf:
    """The source has one of these characters, or one that tells something."""
    return (Need(Where.SOURCE_CHARACTERS, _character(characters)),)


def in_target(characters: str | Tells) -> AnyOf:
    """The target has one of these characters, or one that tells something."""
    return (Need(Where.TARGET_CHARACTERS, _character(characters)),)


def source_word(tells: Tells) -> AnyOf:
    """The source has a word that tells something."""
    return (Need(Where.SOURCE_WORDS, tells),)


def target_word(tells: Tells) -> AnyOf:
    """The target has a word that tells something."""
    return (Need(Where.TARGET_WORDS, tells),)


def target_token(tells: Tells) -> AnyOf:
    """The target has something between two spaces, marks and all, that tells something."""
    return (Need(Where.TARGET_TOKENS, tells),)


def copied_word(tells: Tells) -> AnyOf:
    """Both texts have a word that tells something; it is asked for case-folded."""
    return (Need(Where.COPIED_WORDS, tells),)


def lost_name(tells: Tells) -> AnyOf:
    """The source has a word with a capital that tells something, and the target has not the same;
    of joined words the parts are asked for.
    """
    return (Need(Where.LOST_NAMES, tells),)


def new_name(tells: Tells) -> AnyOf:
    """The same the other way round."""
    return (Need(Where.NEW_NAMES, tells),)


def pair_that(holds: "Callable[[Pair], bool]") -> AnyOf:
    """The pair is as the function says, which must be cheap to ask."""
    return (Need(Where.PAIR, holds=holds),)


def _character(wanted: str | Tells) -> Tells:
    if not isinstance(wanted, str):
        return wanted
    characters = frozenset(wanted)
    return lambda piece, *_: piece in characters


def _several_beads(pair: "Pair") -> bool:
    return len(pair.beads) > 1 or not pair.beads[0].complete


def _has_markup(pair: "Pair") -> bool:
    return bool(pair.source.marks or pair.target.marks)


def _has_glossary(pair: "Pair") -> bool:
    return pair.glossary is not None


#: More than one segment that stands for another, or one alone.
SEVERAL_BEADS = pair_that(_several_beads)
MARKUP = pair_that(_has_markup)
GLOSSARY = pair_that(_has_glossary)
