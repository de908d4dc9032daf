import re
from collections.abc import Iterator

from tqcheck.features.encoding import LOST, damaged_words, may_be_damaged, may_follow_damage
from tqcheck.model import Bead, Finding, Fix, rule
from tqcheck.model.needs import in_target


@rule(
    severity="major",
    mqm="linguistic-conventions/character-encoding",
    needs=(in_target(may_be_damaged), in_target(may_follow_damage)),
)
def encoding_damaged(bead: Bead) -> Iterator[Finding]:
    """A word was decoded wrongly, or lost a character on the way.

    Text that passes through several programs is read in the wrong encoding by one of them. The
    word can no longer be read, searched or quoted.

    Flagged:
        fr: La ligne passe par Briançon, en Savoie.
        en: The line runs through [[BrianÃ§on]], in Savoy.

        de: Das Werk des Unternehmens brannte.
        en: The [[companyâ€™s]] plant burned; the [[plantвЂ™s]] owner wept.

        en: Stay away from damaged dams.
        de: Halten Sie sich von beschädigten [[D�mmen]] fern.

        en: The café is open.
        fr: Le [[caf√©]] est ouvert.

        zh: 中国很大。
        en: China ([[ä¸­å›½]]) is large.

        ru: Москва ждёт.
        en: Moscow ([[РњРѕСЃРєРІР°]]) is waiting.
    Accepted:
        fr: « À Étaples, l’Âge d’or », dit-il : CAFÉ» ÃO.
        en: “In Étaples, the Âge d’or,” he said: CAFÉ» ÃO.

        en: The João of São Paulo, in Québec, at 5 °C – “naïve”, Ångström…
        pt: O João de São Paulo, no Quebec, a 5 °C – “ingênuo”, AÇÃO, IRMÃ, Ångström…

        uk: Рівне, Ріка, Вінниця, Гїрник, СІЗО.
        ru: Рёв, Ровно, Винница, Гїрник, СЃ.

        de: Das Zeichen � steht für ein verlorenes.
        en: The sign � stands for a lost one.

        en: Æneas, naïve façade, coöperate, Dvořák, Łódź, Þórr, ½ × ¼ ± 3 §§.
        fr: Énée, façade naïve, coopérer, Dvořák, Łódź, Þórr, ½ × ¼ ± 3 §§.
    """
    source = bead.source.text
    for damage in damaged_words(bead.target):
        lost = re.search(LOST, damage.text)
        if damage.text in source or (lost and lost.group() in source):
            continue
        reads = f", and reads “{damage.repaired}”" if damage.repaired else ""
        yield Finding(
            f"“{damage.text}” was decoded wrongly{reads}",
            target=damage.span,
            fix=Fix(damage.span, damage.repaired, safe=True) if damage.repaired else None,
        )
