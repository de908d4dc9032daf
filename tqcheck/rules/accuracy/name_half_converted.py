from collections.abc import Iterator

from tqcheck.features.figures import may_be_a_figure
from tqcheck.features.known_names import is_borne_otherwise
from tqcheck.features.leftovers import is_foreign_letter
from tqcheck.features.romanisation import Relation, may_be_respelt
from tqcheck.ledgers.exonyms import may_have_a_mixed_place
from tqcheck.ledgers.figures import How, misnamed
from tqcheck.ledgers.half_places import half_places
from tqcheck.ledgers.names import (
    Mention,
    is_half_converted,
    may_be_respelt_here,
    mended,
    names_in_two_scripts,
    respelt_names,
)
from tqcheck.ledgers.origins import is_foreign_given_name, may_be_unconverted, unconverted
from tqcheck.ledgers.told_names import may_name_a_place
from tqcheck.model import Finding, Fix, Pair, rule
from tqcheck.model.needs import (
    copied_word,
    in_target,
    lost_name,
    pair_that,
    source_word,
    target_word,
)


def _may_be_half(pair: Pair) -> bool:
    return may_have_a_mixed_place(pair) or any(map(may_be_respelt_here, pair.beads))


_NEEDED = (
    source_word(may_be_a_figure)
    + source_word(may_name_a_place)
    + source_word(is_foreign_given_name)
    + target_word(may_be_unconverted)
    + copied_word(is_borne_otherwise)
    + lost_name(may_be_respelt)
    + in_target(is_foreign_letter),
    source_word(may_be_a_figure)
    + source_word(is_foreign_given_name)
    + target_word(may_be_unconverted)
    + copied_word(is_borne_otherwise)
    + in_target(is_foreign_letter)
    + pair_that(_may_be_half),
)


@rule(severity="major", mqm="accuracy/mistranslation/entity", needs=_NEEDED)
def name_half_converted(pair: Pair) -> Iterator[Finding]:
    """A name from another script is spelt half in the source's way and half in the target's.

    Each language spells Arabic, Russian or Persian names for its own readers: French `Chia
    al-Soudani` is English `Shia al-Sudani`. A translation that respells one part of a name and
    leaves another has made up a spelling that nobody uses and no search finds. A spelling that was
    left as a whole is not reported here: many people write themselves so.

    Flagged:
        fr: Le ministre Bachar Choukeir a signé.
        en: Minister [[Bashar Choukeir]] signed.

        fr: Le général Abdel Fattah al-Bourhane a refusé.
        en: General [[Abdel Fattah al-Burhane]] refused.

        fr: Le chef du gouvernement Mohamed Taoufik Chaker est à Rome.
        en: The head of government [[Mohamed Tawfik Shaker]] is in Rome.

        de: Der Trainer Wolodymyr Kowaltschuk sprach zuerst.
        en: Coach [[Volodymyr Kowaltschuk]] spoke first.

        fr: Mikhaïl Gorbatchev et Andreï Mourachko ont signé.
        en: [[Mikhail Gorbatchev]] and [[Andrei Mourachko]] signed.

        ru: Конструктор Евгения Щукина показала прибор.
        en: The designer [[Yevgenia Щукина]] showed the device.

        es: Voló de Madrid a Adís Abeba.
        en: He flew from Madrid to [[Addis Abeba]].
    Accepted:
        fr: Le ministre Bachar Choukeir a signé.
        en: Minister Bashar Shukeir signed.

        fr: Le directeur Youssef Chamloukhi ne viendra pas.
        en: The director, Youssef Shamloukhi, will not come.

        fr: La Nigériane Chiamaka Adeyemi a gagné.
        en: The Nigerian Chiamaka Adeyemi won.

        fr: Alassane Ouattara a reçu Mohamed Bazoum.
        en: Alassane Ouattara received Mohamed Bazoum.

        fr: Le juge Michel Charki a lu la sentence.
        en: Judge Michel Charki read the sentence.

        de: Der Trainer Wolfgang Schulz sprach mit Wladimir Jaschin.
        en: Coach Wolfgang Schulz spoke with Vladimir Yashin.
    """
    for span in names_in_two_scripts(pair):
        text = pair.target.text[slice(*span)]
        yield Finding(f"“{text}” is written in two scripts", target=span)
    for known in misnamed(pair):
        if known.how is How.HALF:
            text = pair.target.text[slice(*known.target)]
            yield Finding(
                f"“{text}” mixes two spellings: in {pair.target.profile.name} it is “{known.form}”",
                target=known.target,
                source=known.source,
                fix=Fix(known.target, known.form),
            )
    for half_place in half_places(pair):
        yield Finding(
            f"“{half_place.target.text}” mixes two languages: in {pair.target.profile.name}"
            f" it is “{half_place.form}”",
            target=half_place.target.span,
            source=half_place.source,
            fix=Fix(half_place.target.span, half_place.form),
        )
    for half in unconverted(pair):
        if half.half:
            text = pair.target.text[slice(*half.target)]
            yield Finding(
                f"“{text}” mixes two spellings: the last word is left as in {pair.source.profile.name}",
                target=half.target,
                source=half.source,
            )
    for mention in respelt_names(pair):
        if is_half_converted(pair, mention):
            text = pair.target.text[slice(*mention.target_span)]
            fix = mended(pair, mention)
            yield Finding(
                f"“{text}” mixes two spellings: {_parts(mention, pair)}",
                target=mention.target_span,
                source=mention.source_span,
                fix=Fix(mention.target_span, fix) if fix else None,
            )


def _parts(mention: Mention, pair: Pair) -> str:
    source, target = pair.source.profile.name, pair.target.profile.name
    by_relation = {
        relation: "”, “".join(
            word.text
            for word, became in zip(mention.target, mention.relations, strict=True)
            if became is relation
        )
        for relation in Relation
    }
    if half := by_relation[Relation.HALF]:
        return f"in “{half}” one part is respelt for {target}, another left as in {source}"
    converted, kept = by_relation[Relation.CONVERTED], by_relation[Relation.KEPT]
    return f"“{converted}” is respelt for {target}, “{kept}” is left as in {source}"
