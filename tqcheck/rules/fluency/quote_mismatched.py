from collections.abc import Iterator

from tqcheck.features.quotes import OPENING, Mismatched, mismatched
from tqcheck.model import Finding, Fix, Pair, rule
from tqcheck.model.needs import in_target


@rule(severity="minor", mqm="linguistic-conventions/punctuation", needs=(in_target(OPENING),))
def quote_mismatched(pair: Pair) -> Iterator[Finding]:
    """A quotation opens with one kind of mark and closes with another.

    Engines copy one mark from the source and write the other in the target's way. A paragraph counts
    where these two marks alone have no partner; a text that writes so more than once, or whose
    source does, is left alone.

    Flagged:
        uk: Вона, як казала, «вивчила трави раніше за літери».
        en: She, as she put it, [[«]]learned the grasses before the letters”.

        fr: « Je ne me suis pas retournée », dit-elle.
        de: „Ich habe mich nicht umgedreht[["]], sagte sie.

        en: “You were booking cruises,” the judge said.
        es: «Usted reservaba cruceros[[”]], dijo la jueza.

        ru: «Техника готова, людей не хватает», — сказал он.
        en: “The machinery is ready[[»]], we lack people,” he said.

        fr: « Au moins, tu respires », dit-il.
        de: [[«]]Wenigstens du bekommst Luft“, sagte er.
    Accepted:
        de: „Ich habe mich nicht umgedreht", sagte sie.
        en: “I did not turn round,” she said.

        fr: « Oui », dit-elle. « Non », dit-il.
        de: „Ja", sagte sie.
        de: „Nein", sagte er.

        en: “He called it ‘too dear’,” she said. “I agree.”
        de: „Er nannte es ‚zu teuer‘“, sagte sie. „Das finde ich auch.“

        fr: « Nous avons attendu.
        fr: Maintenant nous partons », dit-elle.
        en: “We have waited.
        en: “Now we are leaving,” she said.
    """
    found = [marks for block in pair.target.blocks if (marks := mismatched(block))]
    if len(found) == 1 and not any(map(mismatched, pair.source.blocks)):
        yield _finding(pair, found[0])


def _finding(pair: Pair, marks: Mismatched) -> Finding:
    """The mark that is not the first of the target's language, or the last one of the two."""
    text, profile = pair.target.text, pair.target.profile
    opening, closing = text[slice(*marks.opening)], text[slice(*marks.closing)]
    first, last = profile.quotes[0] if profile.has("quotes") else ("", "")
    wrong, partner = marks.closing, last if opening == first else ""
    if closing == last and opening != first:
        wrong, partner = marks.opening, first
    fix = Fix(wrong, "" if marks.closed else partner, safe=True) if partner else None
    return Finding(
        f"the quotation opens with “{opening}” and closes with “{closing}”", target=wrong, fix=fix
    )
