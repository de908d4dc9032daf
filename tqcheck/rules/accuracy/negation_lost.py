from collections.abc import Iterator

from tqcheck.features.negations import may_deny
from tqcheck.features.polarity import contradiction
from tqcheck.model import Bead, Finding, rule
from tqcheck.model.needs import source_word


@rule(severity="critical", mqm="accuracy/mistranslation", needs=(source_word(may_deny),))
def negation_lost(bead: Bead) -> Iterator[Finding]:
    """The source says no, and the translation says yes.

    The reader learns the opposite of what happened. The word that the source denies is looked for
    in the translation: what “accept” and some hundred words more are called in the two languages,
    and words of one origin (“tolerieren”, “tolerate”). Nothing is flagged where the translation has
    any word near it that may say no in its own way (“fail”, “without”, “unlikely”, “few”), where
    the source’s negation is one of another kind (“not only”, “not without”), or in a question.

    Flagged:
        fr: La Hongrie n’acceptera pas cette décision, a dit le ministre.
        en: Hungary [[will accept]] this decision, the minister said.

        ru: Мой клиент не знал о происхождении этих предметов.
        en: My client [[knew]] about the origin of these items.

        zh: 芬兰总理强调，该国不会提供军事援助。
        en: The Finnish prime minister stressed that his country [[would provide]] military aid.

        ja: 市長は辞任を発表しなかった。
        en: The mayor [[announced]] his resignation.

        ko: 회사는 그 요구를 수용하지 않았다.
        en: The company [[accepted]] the demand.

        cs: Ministr zprávu nepotvrdil.
        en: The minister [[confirmed]] the report.

        tr: Belediye başkanı soruları yanıtlamadı.
        en: The mayor [[answered]] the questions.
    Accepted:
        ja: 切符は三枚しか残っていない。
        en: Only three tickets remain.

        fr: Le maire n’a pas répondu, et il ne l’a pas fait exprès.
        en: The mayor failed to answer, and it was unintentional.

        de: Nicht nur der Hafen, auch der Flughafen ist geschlossen.
        en: Both the harbour and the airport are closed.

        es: No había más que dos testigos.
        en: There were only two witnesses.

        ru: Компания не согласна с решением суда.
        en: The company disagrees with the court’s ruling.
    """
    _ = bead.target.profile.negative_words
    if not bead.complete:
        return
    found = contradiction(bead.source, bead.target)
    if found:
        yield Finding(
            f"the source says “{found.negation.text}”, and the translation does not say no",
            target=found.affirmed,
            source=found.negation.span,
        )
