from collections.abc import Iterator

from tqcheck.features.opposites import contradictions, may_contradict, may_tell
from tqcheck.model import Bead, Finding, rule
from tqcheck.model.needs import pair_that, source_word, target_word


@rule(
    severity="critical",
    mqm="accuracy/mistranslation",
    needs=(source_word(may_tell), target_word(may_tell), pair_that(may_contradict)),
)
def meaning_contradicted(bead: Bead) -> Iterator[Finding]:
    """A word says the opposite of the source, or another thing of its kind.

    Prices that rose must not fall, nor a daughter become a son, or noon evening. The words are
    those of a table, and nothing is flagged where any other word of the sentence may say the one or
    the other thing, or where only one of the two is denied.

    Flagged:
        fr: Les prix ont augmenté de 3 % en mars.
        en: Prices [[decreased]] by 3% in March.

        de: Das Gericht hat den Angeklagten freigesprochen.
        en: The court [[convicted]] the defendant.

        es: La reunión se celebrará la semana próxima.
        en: The meeting was held [[last week]].

        zh: 公司的出口去年增加了一倍。
        en: The company’s [[imports]] doubled last year.

        en: Visitors from the south-east came by train.
        fr: Les visiteurs du [[sud-ouest]] sont venus en train.
    Accepted:
        fr: Les prix ont augmenté de 3 % en mars.
        en: Prices were up 3% in March.

        de: Die Zahl der Unfälle ist gesunken, die der Toten gestiegen.
        en: Accidents decreased, but deaths increased.

        fr: Le ministre n’a pas refusé l’offre.
        en: The minister accepted the offer.

        es: La Casa Blanca no comentó la noticia.
        en: The White House did not comment on the news.

        ru: В прошлом году экспорт вырос.
        en: Exports rose last year.
    """
    if not bead.complete:
        return
    for found in contradictions(bead):
        message = f"“{found.target.text}” says another thing than “{found.source.text}”"
        yield Finding(message, target=found.target.span, source=found.source.span)
