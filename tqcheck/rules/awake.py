"""Which rules may find anything in a pair of segments, by what they say they need."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from tqcheck.features.names import capitalised
from tqcheck.features.telling import Bits
from tqcheck.features.words import characters, form_set, tokens, word_set
from tqcheck.model import Bead, LanguageProfile, MissingFact, Pair, Rule
from tqcheck.model.needs import Need, Where

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


def awake(pair: Pair, rules: Sequence[Rule]) -> Sequence[Rule]:
    """The rules that may find anything in a pair of one bead; all of them in one of several."""
    if len(pair.beads) != 1:
        return rules
    return _alarms(tuple(rules), pair.source.profile, pair.target.profile).woken(pair)


@lru_cache(maxsize=256)
def _alarms(rules: tuple[Rule, ...], source: LanguageProfile, target: LanguageProfile) -> "_Alarms":
    return _Alarms(rules, source, target)


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
    """What wakes some rules for one pair of languages: a bit for each thing that rules need."""

    def __init__(
        self, rules: Sequence[Rule], source: LanguageProfile, target: LanguageProfile
    ) -> None:
        wanted = dict.fromkeys(frozenset(any_of) for rule in rules for any_of in rule.needs)
        bits = {any_of: 1 << number for number, any_of in enumerate(wanted)}
        #: Need → the bits of all that it meets.
        meets: dict[Need, int] = {}
        for any_of, bit in bits.items():
            for need in any_of:
                meets[need] = meets.get(need, 0) | bit
        self._of_pieces = []
        for where, pieces in _PIECES.items():
            needs = [(met, need) for need, met in meets.items() if need.where is where]
            sides = (target, source) if where in _OF_TARGET else (source, target)
            if needs:
                self._of_pieces.append((pieces, _bits_of(needs, *sides)))
        #: Bit → what the pair is asked where no piece sets it.
        self._to_ask = {
            bit: tuple(need.holds for need in any_of if need.holds)
            for any_of, bit in bits.items()
            if any(need.holds for need in any_of)
        }
        self._askable = sum(self._to_ask)
        self._rules = [
            (rule, sum({bits[frozenset(any_of)] for any_of in rule.needs})) for rule in rules
        ]

    def woken(self, pair: Pair) -> list[Rule]:
        (bead,) = pair.beads
        met = 0
        for pieces, bits in self._of_pieces:
            met |= bits.of(pieces(bead))
        # What is asked of the pair is asked where all else holds: it is dearer.
        never = ~(met | self._askable)
        asked: dict[Callable[[Pair], bool], bool] = {}
        found = []
        for rule, wanted in self._rules:
            if wanted & never:
                continue
            open_bits = wanted & ~met
            while open_bits:
                bit = open_bits & -open_bits
                if not self._any_holds(pair, bit, asked):
                    never |= bit
                    break
                met |= bit
                open_bits ^= bit
            else:
                found.append(rule)
        return found

    def _any_holds(self, pair: Pair, bit: int, asked: dict[Callable[[Pair], bool], bool]) -> bool:
        """Whether one of the things holds that would set a bit; each is asked once a pair."""
        for holds in self._to_ask[bit]:
            if holds not in asked:
                asked[holds] = _holds(pair, holds)
            if asked[holds]:
                return True
        return False


def _bits_of(
    needs: Sequence[tuple[int, Need]], own: LanguageProfile, other: LanguageProfile
) -> Bits:
    """The bits that pieces set."""

    def bits(piece: str) -> int:
        met = 0
        for each, need in needs:
            # What another need has set is not asked for again.
            if each & ~met and _meets(piece, need, own, other):
                met |= each
        return met

    return Bits(bits)
