"""Which rules may find anything in a pair of segments, by what they say they need."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from tqcheck.features.names import capitalised
from tqcheck.features.telling import Bits
from tqcheck.features.words import characters, form_set, tokens, word_set
from tqcheck.model import Bead, LanguageProfile, MissingFact, Pair, Rule
from tqcheck.model.needs import AnyOf, Need, Where

#: The pieces of a bead that needs are about.
_PIECES: dict[Where, Callable[[Bead], frozenset[str]]] = {
    Where.SOURCE_CHARACTERS: lambda bead: characters(bead.source),
    Where.TARGET_CHARACTERS: lambda bead: characters(bead.target),
    Where.SOURCE_WORDS: lambda bead: word_set(bead.source),
    Where.TARGET_WORDS: lambda bead: word_set(bead.target),
    Where.TARGET_TOKENS: lambda bead: frozenset(tokens(bead.target)),
    Where.COPIED_WORDS: lambda bead: form_set(bead.source) & form_set(bead.target),
    Where.LOST_NAMES: lambda bead: capitalised(bead.source) - capitalised(bead.target),
    Where.NEW_NAMES: lambda bead: capitalised(bead.target) - capitalised(bead.source),
}
_OF_TARGET = (
    Where.TARGET_CHARACTERS,
    Where.TARGET_WORDS,
    Where.TARGET_TOKENS,
    Where.NEW_NAMES,
)
#: Set whatever the texts are, for the rules that need nothing.
_ALWAYS = 1


def awake(pair: Pair, rules: Sequence[Rule]) -> Sequence[Rule]:
    """The rules that may find anything in a pair of one bead; all of them in one of several."""
    if len(pair.beads) != 1:
        return rules
    return _alarms(tuple(rules), pair.source.profile, pair.target.profile).woken(pair)


@lru_cache(maxsize=256)
def _alarms(rules: tuple[Rule, ...], source: LanguageProfile, target: LanguageProfile) -> "_Alarms":
    return _Alarms(rules, source, target)


def _bits_of(
    needs: Sequence[tuple[int, Need]], own: LanguageProfile, other: LanguageProfile
) -> Bits:
    """The bits of the needs that pieces meet."""

    def bits(piece: str) -> int:
        return sum(bit for bit, need in needs if _meets(piece, need, own, other))

    return Bits(bits)


def _meets(piece: str, need: Need, own: LanguageProfile, other: LanguageProfile) -> bool:
    assert need.tells is not None  # noqa: S101  only a need of a pair has none
    try:
        return need.tells(piece, own, other)
    except MissingFact:
        return True  # the rule says it better that it cannot run


def _holds(pair: Pair, holds: Callable[[Pair], bool]) -> bool:
    try:
        return holds(pair)
    except MissingFact:
        return True


class _Alarms:
    """What wakes some rules for one pair of languages."""

    def __init__(
        self, rules: Sequence[Rule], source: LanguageProfile, target: LanguageProfile
    ) -> None:
        needs = dict.fromkeys(need for rule in rules for any_of in rule.needs for need in any_of)
        bits = {need: _ALWAYS << number for number, need in enumerate(needs, 1)}
        self._of_pair = {bit: need.holds for need, bit in bits.items() if need.holds}
        self._all_of_pair = sum(self._of_pair)
        by_place = sorted(bits.items(), key=lambda entry: entry[0].where.name)
        self._of_pieces = [
            (
                _PIECES[where],
                _bits_of(
                    [(bit, need) for need, bit in group],
                    *((target, source) if where in _OF_TARGET else (source, target)),
                ),
            )
            for where, group in groupby(by_place, key=lambda entry: entry[0].where)
            if where in _PIECES
        ]
        self._rules = [
            (rule, *_masks(rule.needs, bits), self._to_ask(rule.needs, bits)) for rule in rules
        ]

    def _to_ask(self, needs: Sequence[AnyOf], bits: dict[Need, int]) -> list[tuple[int, list[int]]]:
        """The masks of the needs that only the pair can meet, or else pieces, each with those bits."""
        return [
            (sum(bits[need] for need in set(any_of)), [bits[need] for need in asked])
            for any_of in needs
            if (asked := [need for need in any_of if need.holds])
        ]

    def woken(self, pair: Pair) -> list[Rule]:
        (bead,) = pair.beads
        met = _ALWAYS
        for pieces, bits in self._of_pieces:
            met |= bits.of(pieces(bead))
        # What is asked of the pair is asked where all else holds: it is dearer.
        best = met | self._all_of_pair
        asked = _Asked(pair, self._of_pair)
        return [
            rule
            for rule, first, second, third, to_ask in self._rules
            if best & first
            and best & second
            and best & third
            and (not to_ask or all(met & mask or asked.any(bits) for mask, bits in to_ask))
        ]


class _Asked:
    """What a pair was asked, so that it is asked once."""

    def __init__(self, pair: Pair, holds: Mapping[int, Callable[[Pair], bool]]) -> None:
        self._pair = pair
        self._holds = holds
        self._answers: dict[int, bool] = {}

    def any(self, bits: Sequence[int]) -> bool:
        """Whether one of these holds."""
        return any(map(self._answer, bits))

    def _answer(self, bit: int) -> bool:
        answer = self._answers.get(bit)
        if answer is None:
            answer = self._answers[bit] = _holds(self._pair, self._holds[bit])
        return answer


def _masks(needs: Sequence[AnyOf], bits: dict[Need, int]) -> tuple[int, int, int]:
    """For each of three things that are needed the bits of which one must be set."""
    masks = [sum(bits[need] for need in set(any_of)) for any_of in needs]
    first, second, third = *masks, *[_ALWAYS] * (3 - len(masks))
    return first, second, third
