from collections.abc import Iterator

from tqcheck.features.markup import marks
from tqcheck.features.protected import is_protected
from tqcheck.features.vocabulary import common_words, has_vocabulary, is_known
from tqcheck.features.words import words
from tqcheck.model import Bead, Finding, Kind, LanguageProfile, Mark, Passage, rule
from tqcheck.model.needs import MARKUP

#: One in so many words is the source's language's alone.
_SHARE = 3


@rule(severity="major", mqm="accuracy/untranslated", needs=(MARKUP,))
def link_text_untranslated(bead: Bead) -> Iterator[Finding]:
    """The words of a link were left in the source’s language.

    A machine that keeps links whole keeps their words, too. It counts where they stand so in a link
    of the source, where a small word among them is one that only the source’s language has, and
    where one in three and more is such a word: names, titles and code may stay.

    Flagged:
        fr.md: Lisez d’abord [la marche à suivre](debut.md) et le [guide](guide.md).
        en.md: First read [[[la marche à suivre]]](debut.md) and the [guide](guide.md).

        en.md: The figures are in [the yearly overview](report.md).
        de.md: Die Zahlen stehen in [[[the yearly overview]]](report.md).
    Accepted:
        fr.md: Voyez [Le Monde diplomatique](https://monde.example) et [`tqcheck init`](init.md).
        en.md: See [Le Monde diplomatique](https://monde.example) and [`tqcheck init`](init.md).

        en.md: It runs on [Visual Studio Code](https://code.example) and [Stack Overflow](https://so.example).
        de.md: Es läuft mit [Visual Studio Code](https://code.example) und [Stack Overflow](https://so.example).
    """
    theirs = marks(bead.target, "link")
    if not theirs:
        return
    source, target = bead.source.profile, bead.target.profile
    apart = not set(source.scripts) & set(target.scripts)
    if source.tag == target.tag or not has_vocabulary(source):
        return
    if not (apart or has_vocabulary(target)):
        return
    ours = {_text(bead.source, mark).casefold(): mark for mark in marks(bead.source, "link")}
    for mark in theirs:
        text = _text(bead.target, mark)
        if " " in text and text.casefold() in ours and _is_left(bead.target, mark, source, target):
            yield Finding(
                f"the link text “{text}” was left untranslated",
                target=mark.span,
                source=ours[text.casefold()].span,
            )


def _text(passage: Passage, mark: Mark) -> str:
    return passage.document.text[slice(*mark.span)]


def _is_left(
    passage: Passage, mark: Mark, source: LanguageProfile, target: LanguageProfile
) -> bool:
    link = Passage(passage.document, mark.span, Kind.SENTENCE)
    found = [word.text for word in words(link) if not is_protected(link, word.span)]
    small = [word for word in found if word.islower()]
    nouns = source.has("capitalised_nouns") and source.capitalised_nouns
    if len(small) < 2 or (not nouns and len(small) * 2 < len(found)):
        return False  # a name, a title
    alone = common_words(source) - common_words(target)
    only = [
        word
        for word in small
        if word in alone or (is_known(source, word) and not is_known(target, word))
    ]
    if not set(source.scripts) & set(target.scripts):
        only = [word for word in small if is_known(source, word)]
    known = all(is_known(source, word) for word in small)
    return known and bool(only) and _SHARE * len(only) >= len(found)
