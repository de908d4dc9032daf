import re
from collections.abc import Iterator

from tqcheck.features.names import LoneHead, lone_heads
from tqcheck.ledgers.countries import truncated_countries
from tqcheck.model import Bead, Finding, Fix, Pair, Segment, Span, rule

_WORD = re.compile(r"[^\W\d_](?:[^\W_]|\.(?=[^\W\d_]))*")


@rule(severity="major", mqm="accuracy/addition")
def name_fragment(pair: Pair) -> Iterator[Finding]:
    """The first word of a longer name stands alone, as debris.

    “The U.S.-led coalition United during the talks”: the name was rendered once, and a piece of a
    second rendering was left behind. Reported are words that need a partner (“United”, “Hong”)
    where the source has no such word by itself, and the sentence or its source shows the whole; and
    a line of one such word that translates nothing.

    Flagged:
        fr: Les chefs de la coalition dirigée par les États-Unis se sont réunis à Bagdad.
        en: The heads of the U.S.-led coalition [[United]] met in Baghdad.

        de: Die UN-Mission begann im Mai in Genf.
        en: The UN mission [[United]] began in Geneva in May.

        es: El avión salió de Kuala Lumpur con retraso.
        en: The plane left [[Kuala]] late.

        en: The US delegation left the hall.
        de: Die US-Delegation der [[Vereinigten]] verließ den Saal.

        de: Der Handel mit den Vereinigten Staaten und Polen nahm zu.
        en: Trade with the [[United]] and Poland increased.

        zh: 外长推迟了对韩国的访问。
        en: The foreign minister postponed a trip to [[South]].

        it: L’Arabia Saudita ha firmato.
        it: Il vertice è finito ieri sera a Riad.
        en: Saudi Arabia has signed.
        en: [[Saudi]]
        en: The summit ended last night in Riyadh.
    Accepted:
        fr: Les supporters de Manchester United ont sifflé les Américains.
        en: Manchester United fans booed the Americans.

        fr: United a battu Chelsea devant des Américains.
        en: Yesterday United beat Chelsea in front of Americans.

        de: Der Flug von United Airlines aus den USA landete.
        en: The United Airlines flight from the US landed.

        es: Los Emiratos y Estados Unidos firmaron en Hong Kong.
        en: The Emirates and the United States signed in Hong Kong.

        fr: L’Arabie saoudite et les Émirats ont promis du pétrole.
        en: Saudi and Emirati officials promised oil.

        ru: Войска Южной Кореи стоят у границы.
        en: The South keeps its troops on the border.
    """
    for bead in pair.complete_beads:
        yield from _in_sentence(bead)
    for bead in pair.beads:
        if bead.source.empty and (whole := _whole(bead.target, pair)):
            yield Finding(
                f"“{bead.target.text}” stands alone: it is a piece of “{whole}”",
                target=bead.target.span,
            )


def _whole(target: Segment, pair: Pair) -> str | None:
    """The name in the translation that a line of one word begins, and that begins with nothing else."""
    word = target.text
    if not word[:1].isupper() or not word.isalpha() or word.isupper():
        return None
    rests = set(re.findall(rf"\b{word}\b[ \u00a0]([^\W\d_]+)", pair.target.text))
    alone = all(rest[0].isupper() for rest in rests)
    return f"{word} {min(rests)}" if len(rests) == 1 and alone else None


def _in_sentence(bead: Bead) -> Iterator[Finding]:
    for head in lone_heads(bead.target):
        said = _said(head, bead.target)
        if _stands_alone(head, bead.source) or not _is_stray(head, bead, said):
            continue
        if said:
            start = head.span.start - bead.target.document.text[head.span.start - 1].isspace()
            yield Finding(
                f"“{head.text}” is left over: “{said}” has said it already",
                target=head.span,
                fix=Fix(Span(start, head.span.end), ""),
            )
        elif rest := _rest(head, bead.source):
            yield Finding(
                f"“{head.text}” stands alone: the source has “{head.text} {rest}”", target=head.span
            )
    for cut in truncated_countries(bead):
        yield Finding(
            f"“{cut.head.text}” stands alone: “{cut.source.text}” of the source is “{cut.form}”",
            target=cut.head.span,
            source=cut.source.span,
            fix=Fix(cut.head.span, cut.form),
        )


def _said(head: LoneHead, target: Segment) -> str | None:
    """What says the whole name elsewhere in the sentence."""
    wholes = (f"{head.text} {rest}" for rest in head.wholes)
    here = {match.group().replace(".", "") for match in _WORD.finditer(target.text)}
    others = (word for words in head.wholes.values() for word in sorted(words & here))
    return next((each for each in wholes if each in target.text), next(others, None))


def _rest(head: LoneHead, source: Segment) -> str | None:
    return next((rest for rest in head.wholes if rest.split()[-1] in source.text), None)


def _stands_alone(head: LoneHead, source: Segment) -> bool:
    """Whether the source has the word without any of its partners."""
    partners = "|".join(re.escape(rest) for rest in head.wholes)
    return re.search(rf"\b{head.text}\b(?![ \u00a0-](?:{partners}))", source.text) is not None


def _is_stray(head: LoneHead, bead: Bead, said: str | None) -> bool:
    """Whether the word is no part of another name: neither neighbour makes one with it.

    In another script the source's own “United” cannot be seen, so there the neighbours have to
    be a noun before it and a small word behind it.
    """
    before, after = head.before, head.after
    if before.lower() in bead.target.profile.function_words:
        before = before.lower()
    if before[:1].isupper() and before.replace(".", "") != said:
        return False
    if after[:1].isupper() and not (said and after in bead.source.text):
        return False
    if "Latn" in bead.source.profile.scripts:
        return bool(before or after)
    common = bead.target.profile.function_words
    return bool(before) and before.lower() not in common and (not after or after in common)
