"""Whether a small word with nothing behind it can be the end of a clause: "the house he lives in"."""

import re

from tqcheck.model import LanguageProfile

#: What parts a clause from another; so many words before may tell how it ends; its words.
_PARTING, _FAR, _WORDS = '.;:!?"“(', 6, re.compile(r"[\w’']+")
#: So few words may be all of an invitation.
_FEWEST = 3
#: Endings of participles, which take such words along.
_PARTICIPLES = ("ed", "en")
#: Marks behind which the sentence goes on.
_INNER = frozenset(",”")
#: A blank before a mark, as no English text has it.
_TORN = re.compile(r" [.,]")


def is_bound(profile: LanguageProfile, text: str, gap: re.Match[str]) -> bool:
    """Whether a gap behind a small word can be no end of a clause: nothing before in the sentence
    lets one end so ("which", "to", "he"), and, where the word is an adverb, too, no verb takes it.
    """
    first, *second = gap.group().split()
    start = max(text.rfind(mark, 0, gap.start()) for mark in _PARTING) + 1
    before = [
        word.lower().replace("'", "’") for word in _WORDS.findall(text[start : gap.start()])[-_FAR:]
    ]
    if not before or not profile.stranding_words.isdisjoint(before):
        return False
    bound = first in profile.bound_prepositions
    # "Hop in, …"
    loose = first in profile.loose_prepositions and len(before) >= _FEWEST
    loose = loose and not _takes_a_particle(profile, before[-1])
    behind = text[gap.end() : gap.end() + 2]
    if second:
        # "the cities of and Santorini", but "the price of and demand for"
        joined = second[0] in profile.bound_joints and behind[1:].isupper()
        return (joined and (bound or loose)) or (bound and second[0] in profile.finite_words)
    if gap.group()[-1] + behind == " .":
        return (bound or first in profile.loose_prepositions) and len(_TORN.findall(text)) == 1
    if behind[:1] in _INNER:
        return bound or loose
    # "the end of.", but "taken care of."
    last = not text[gap.end() :].strip('.”" ')
    return (
        last and first in profile.final_prepositions and not _takes_a_particle(profile, before[-1])
    )


def _takes_a_particle(profile: LanguageProfile, word: str) -> bool:
    return word in profile.particle_verbs or word.endswith(_PARTICIPLES)
