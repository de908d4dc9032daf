from collections.abc import Iterator

from tqcheck.features.copies import is_copy
from tqcheck.features.excerpt import excerpt
from tqcheck.features.language import is_plainly_in, language_of, may_be_in, third_language
from tqcheck.features.likeness import may_be_like
from tqcheck.features.words import units, words
from tqcheck.languages import profile
from tqcheck.model import Bead, Finding, Kind, Pair, Segment, rule
from tqcheck.model.needs import pair_that

_JOINED = 2
#: A sentence that has one in so many words from the source is quoted from there.
_COPIED = 2


def _is_doubtful(pair: Pair) -> bool:
    """Whether a second look is needed to say in which language a translation is."""
    bead = pair.beads[0]
    tags = pair.target.profile.tag, pair.source.profile.tag
    return not is_plainly_in(bead.target, *tags) or may_be_like(bead)


@rule(severity="critical", mqm="accuracy/untranslated", needs=(pair_that(_is_doubtful),))
def language_wrong(bead: Bead, *, fewest: int = 4) -> Iterator[Finding]:
    """A whole sentence of the translation is not in the translation's language.

    An engine that gives up returns its input, and a reader who does not know the language
    loses the sentence. The sentence counts where its function words or its letters tell its
    language, and where the source's sentence is in the source's language, or where it is the
    source's sentence once more. Lines of less than `fewest` words are names, credits and labels,
    and are left alone.

    Flagged:
        fr: Le ministre recevra les délégués vendredi. Il n’a pas dit où.
        en: [[Le ministre recevra les délégués vendredi.]] He did not say where.

        en: The judge did not answer. He left before the end of the hearing.
        de: Der Richter antwortete nicht. [[He left before the end of the hearing.]]

        es: El tren llega tarde. Se abrió la planta nueva ayer.
        pt: O trem chega tarde. [[Se abrió la planta nueva ayer.]]

        ru: Завод открылся вчера. Рабочие впервые увидели новый цех.
        en: The plant opened yesterday. [[Рабочие впервые увидели новый цех.]]
        zh: 她说，很多人来得太晚。他们走了三天的路。
        en: [[« Beaucoup sont arrivés trop tard », dit-elle.]] They had walked for three days.
    Accepted:
        fr: Le festival « Les Nuits de la lecture » commence jeudi.
        en: The “Les Nuits de la lecture” festival begins on Thursday.

        fr: Photo Lucien Barthomeuf, Agence France-Presse
        en: Photo Lucien Barthomeuf, Agence France-Presse

        fr: « Make love, not war », chantait la foule.
        fr: We shall overcome some day.
        en: “Make love, not war,” the crowd sang.
        en: We shall overcome some day.
    """
    source, target = bead.source.profile, bead.target.profile
    languages = (source.tag, target.tag)
    if source.tag == target.tag:
        return
    found = False
    for sentence in _sentences(bead):
        third = _third(bead, sentence, languages) if len(words(sentence)) >= fewest else None
        if third:
            text, name = excerpt(sentence.text), profile(third).name
            yield Finding(f"“{text}” is in {name}, not in {target.name}", target=sentence.span)
            found = True
    for sentence in _sentences(bead) if source.has("scripts") and target.has("scripts") else ():
        if (
            len(units(sentence)) >= fewest
            and may_be_in(sentence, *languages)
            and language_of(sentence, languages) == source.tag
            and language_of(bead.source, languages) in (source.tag, None)
        ):
            text = excerpt(sentence.text)
            yield Finding(
                f"“{text}” is in {source.name}, not in {target.name}", target=sentence.span
            )
            found = True
    if not found and is_copy(bead, fewest):
        text = excerpt(bead.target.text)
        yield Finding(f"“{text}” is the source’s sentence once more", target=bead.target.span)


def _third(bead: Bead, sentence: Segment, languages: tuple[str, str]) -> str | None:
    """The third language of a sentence that the source has not got in it."""
    language = third_language(sentence, (languages[1], languages[0]))
    if language is None or sentence.kind is not Kind.SENTENCE:
        return None
    if language_of(bead.source, (languages[0], language)) == language:
        return None
    source = {word.text.casefold() for word in words(bead.source)}
    copied = sum(word.text.casefold() in source for word in words(sentence))
    return language if _COPIED * copied < len(words(sentence)) else None


def _sentences(bead: Bead) -> tuple[Segment, ...]:
    """The sentences of the target, each on its own where the bead joins several."""
    if bead.shape[1] < _JOINED:
        return (bead.target,)
    segments = bead.target.document.segments
    return tuple(segment for segment in segments if bead.target.holds(segment.span))
