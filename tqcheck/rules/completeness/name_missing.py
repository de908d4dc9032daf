from collections.abc import Iterator

from tqcheck.ledgers.later_mentions import later_mentions
from tqcheck.ledgers.lone_names import lone_names
from tqcheck.ledgers.lost_surnames import lost_surnames
from tqcheck.ledgers.missed_names import may_miss_a_name
from tqcheck.model import Finding, Pair, Span, rule
from tqcheck.model.needs import pair_that


def _may_be_told(pair: Pair) -> bool:
    return may_miss_a_name(pair.beads[0])


@rule(severity="major", mqm="accuracy/omission/entity", needs=(pair_that(_may_be_told),))
def name_missing(pair: Pair) -> Iterator[Finding]:
    """A name of the source stands nowhere in the translation.

    Who said it, and where it happened, is gone. Translators do put “he” or “the city” for a name
    that was just mentioned, so a single word is left alone where a pronoun stands in the sentence, a
    name of several where it was told before and a pronoun stands as far on, as is a name that the
    translation has elsewhere, or another name in its place. A single word has to be nothing but a
    name in the source's language, or the family name of somebody whom the source has introduced.
    Places are left alone inside other names, and where “it” or “the country” may stand for them.

    Flagged:
        fr: Selon [[Ravenscroft]], le budget est voté.
        en: According to, the budget is voted.

        es: Larry vivía en su querida ciudad de [[Torrecampo]].
        en: Larry lived in the beloved hometown.

        zh: [[Wojtkowski]] 星期一公布了新的计划。
        en: The new plan was published on Monday.

        pl: Wczoraj wieczorem [[Zbigniew Wojtkowski]] wygrał wyścig w swoim mieście.
        en: Yesterday evening won the race in his town.

        de: Seine Expertin [[Ngozi Adebayo]] aus Nigeria erklärte, die Lage sei besser.
        de: Die Lage bleibt schwierig.
        en: Its expert from Nigeria said the situation was better.
        en: The situation remains difficult.
        de: Der Prozess begann. Die Zeugin Nasrin Chalaf weinte.
        de: Er las lange vor. Das Gericht schwieg dazu.
        de: „Er kannte uns“, hatte [[Chalaf]] gesagt.
        en: The trial began. The witness Nasrin Khalaf wept.
        en: He read for a long time. The court was silent.
        en: “He knew us,” the witness had said.

        ru: Об этом сообщил журналист [[Мехмет Йылдыз]].
        en: The journalist reported this.

        es: La jueza [[María Tordesillas]] archivó el caso.
        en: The judge closed the case.

        fr: L’avocate Solène Karvajian plaide mardi.
        fr: Le procès dure. Le juge attend.
        fr: Pour sa part, Mme [[Karvajian]] se dit confiante.
        en: The lawyer Solène Karvajian will plead on Tuesday.
        en: The trial goes on. The judge is waiting.
        en: For her part, the lawyer is confident.

        de: In [[Duisburg]] begann gestern der Prozess.
        en: The trial began yesterday.

        hi: [[जर्मनी]] ने लंदन में एक बड़ा समझौता किया।
        en: A major agreement was reached in London yesterday.

        ja: この島々は[[フランス]]と関係が深い。
        en: The islands have close relations with the east.

        ar: واتهم وزير الصحة [[هيثم محمد إبراهيم]] القوات بمنع القوافل.
        en: The health minister accused the forces of stopping the convoys.
    Accepted:
        fr: Ravenscroft a présenté le budget.
        en: She presented the budget.

        en: The biologist Ana Quintela led the study. “It was luck,” Quintela admitted.
        fr: La biologiste Ana Quintela a dirigé l’étude. « C’était de la chance », a reconnu la chercheuse.

        de: Der Zug nach Peking hielt in Mailand.
        en: The train to Beijing stopped in Milan.

        de: Die National Science Foundation (NSF) fördert das Projekt.
        en: The NSF funds the project.

        fr: La Coupe de la Ligue d’Écosse reprend samedi.
        en: The Betfred Cup resumes on Saturday.

        de: Das letzte Abenteuer von Johnny Hartmann hat nette Momente.
        en: There are nice moments in the latest JH outing.

        ru: Представитель Госдепартамента выступил.
        en: A spokesman of the State Department spoke.
    """
    told: set[Span] = set()
    for lone in lone_names(pair):
        if lone.targets:
            continue
        for name in lone.sources:
            if name.sure and not lone.is_referred_to(name):
                told.add(name.span)
                yield Finding(f"“{name.text}” stands nowhere in the translation", source=name.span)
    for name in lost_surnames(pair):
        if not any(name.span.overlaps(span) for span in told):
            told.add(name.span)
            yield Finding(
                f"“{name.text}”, whom the source names, is not named here", source=name.span
            )
    for mention in later_mentions(pair):
        if not (mention.target or any(mention.source.overlaps(span) for span in told)):
            yield Finding(
                f"“{mention.form}”, as the translation has it elsewhere, is not said here",
                source=mention.source,
            )
