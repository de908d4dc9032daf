from collections.abc import Iterator

from tqcheck.features.negations import may_deny
from tqcheck.features.polarity import contradiction
from tqcheck.model import Bead, Finding, rule
from tqcheck.model.needs import target_word


@rule(severity="critical", mqm="accuracy/mistranslation", needs=(target_word(may_deny),))
def negation_added(bead: Bead) -> Iterator[Finding]:
    """The translation says no, and the source says yes.

    The reader learns the opposite of what happened. The word that the translation denies is looked
    for in the source, as `negation-lost` does the other way round. Nothing is flagged where the
    source has any word near it that may say no in its own way (“without”, “hardly”, “refuse”),
    or in a question.

    Flagged:
        fr: Le gouvernement a accepté cette proposition mardi soir.
        en: The government did [[not]] accept this proposal on Tuesday evening.

        en: The government supports the proposal of the commission.
        de: Die Regierung unterstützt den Vorschlag der Kommission [[nicht]].

        es: La empresa confirmó ayer la venta de la fábrica.
        en: The company has [[not]] confirmed the sale of the factory yesterday.
    Accepted:
        fr: Le maire a refusé de répondre aux questions.
        en: The mayor would not answer questions.

        en: The visitors left without paying.
        de: Die Besucher gingen und zahlten nicht.

        ru: Он едва знал этого человека.
        en: He did not really know this man.
    """
    _ = bead.source.profile.negative_words
    if not bead.complete:
        return
    found = contradiction(bead.target, bead.source)
    if found:
        yield Finding(
            f"the translation says “{found.negation.text}”, and the source does not say no",
            target=found.negation.span,
            source=found.affirmed,
        )
