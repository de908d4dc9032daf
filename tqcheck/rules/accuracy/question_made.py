import re
from collections.abc import Iterator

from tqcheck.features.marks import mark_counts
from tqcheck.features.sentence_ends import sentence_end
from tqcheck.features.vocabulary import common_words
from tqcheck.features.words import unspaced
from tqcheck.model import Bead, Finding, Segment, rule
from tqcheck.model.needs import in_target

_OPENING = re.compile(r"[:.!?…\n]+")
_CLAUSE = re.compile(r"[,،，、;；:：]|\s[-–—]\s")
#: How a statement ends; the class of an abbreviation’s stop is "~".
_STATED = (".", "!", "…", "~")
_MARKS = "¿¡?？؟“”„«»\"'’)( \u00a0\u202f"


@rule(severity="major", mqm="accuracy/mistranslation", needs=(in_target("?？؟"),))
def question_made(bead: Bead, *, shortest: int = 4) -> Iterator[Finding]:
    """A statement of the source is a question in the translation.

    What somebody says becomes what somebody doubts. Only questions that ask for yes or no
    count: those with a question word are often written as statements, and a tag of less than
    `shortest` words behind a comma (“right?”) asks nothing. Where the source has a question
    mark, or no mark at its end, nothing is flagged.

    Flagged:
        de: Sie kündigte an, dass die Schau 2021 wieder stattfindet.
        en: Did she announce that the show will take place again in 2021[[?]]

        zh: 月薪超过五千元，让她越来越有动力。
        en: Does the monthly salary of more than 5,000 yuan make her more motivated[[?]]
    Accepted:
        fr: Qui paiera ? Le conseil se tait.
        en: Who will pay? The council says nothing.

        ar: هل سيعود الوزير؟
        en: Will the minister come back?

        de: Er fragte, wer das bezahlt.
        en: He asked: Who will pay for it?

        en: You will get an app like this one, okay.
        es: Vas a tener una aplicación como esta, ¿de acuerdo?
    """
    end = sentence_end(bead.target)
    if end.shape != "?" or sentence_end(bead.source).shape not in _STATED:
        return
    if not (mark_counts(bead.source)["?"] or _asks_otherwise(bead.target, shortest)):
        yield Finding("the source states what the translation asks", target=end.span)


def _asks_otherwise(target: Segment, shortest: int) -> bool:
    """Whether a question asks for more than yes or no, or is a tag behind a statement."""
    asking, text = target.profile.question_words, target.text
    if unspaced(text):
        return any(word in text for word in asking) or _size(_CLAUSE.split(text)[-1]) < shortest
    clauses = _CLAUSE.split(_OPENING.split(text.strip(_MARKS))[-1])
    last = clauses[-1].split()
    openings = last[:2] if len(clauses) == 1 else []
    if any(word.strip(_MARKS).casefold() in asking for word in openings):
        return True
    if not len(clauses) > 1 or len(last) >= shortest:
        return False
    tags = target.profile.question_tags | common_words(target.profile)
    return all(word.strip(_MARKS).casefold() in tags for word in last)


def _size(text: str) -> float:
    return len(text.strip(_MARKS)) / 2
