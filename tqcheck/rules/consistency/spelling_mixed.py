from collections import Counter
from collections.abc import Iterator

from tqcheck.features.variants import is_variant, schools, variants
from tqcheck.model import Finding, Fix, Pair, rule
from tqcheck.model.needs import target_word


@rule(severity="minor", mqm="style/inconsistent-style", needs=(target_word(is_variant),))
def spelling_mixed(pair: Pair, *, times: float = 3) -> Iterator[Finding]:
    """A word is spelt as in another country than the rest of the text.

    British or American, European or Brazilian: a text keeps to one. Flagged is the spelling of
    the few, where the words of the other are `times` as many; and of a word that stands there in
    both ways, the rarer one. Names keep their spelling: what has a capital is left alone.

    Flagged:
        fr: Le centre a reconnu la couleur. Le comportement des voisins l’honore. Le théâtre est fermé.
        en: The centre recognised the colour. The [[behavior]] of the neighbours does it honour. The theatre is closed.

        de: Die Organisation verteidigt das Gesetz. Eine zweite Organisation schweigt.
        en: The organisation defends the law. A second [[organization]] is silent.

        en: In fact, the economic contact with the idea was direct. The academic fact is known.
        pt: De facto, o contacto económico com a ideia foi directo. O facto [[acadêmico]] é conhecido.
    Accepted:
        fr: Le centre a reconnu la couleur. Le Centre Lincoln l’honore.
        en: The centre recognised the colour. The Lincoln Center does it honour.

        de: Die Organisation erkannte die Farbe.
        en: The organization recognized the colour.
    """
    found = variants(pair.target)
    if len({each.school for each in found}) < 2:
        return
    told, forms = schools(found), Counter((each.pair, each.school) for each in found)
    first = {each.pair: each.school for each in reversed(found)}
    for each in found:
        for school, written in each.others.items():
            mine, theirs = forms[each.pair, each.school], forms[each.pair, school]
            twice = theirs > mine or (theirs == mine and first[each.pair] == school)
            few = each.telling and told[school] >= times * told[each.school]
            if twice or few:
                yield Finding(
                    f"“{each.text}” is “{written}” elsewhere in this text"
                    if twice
                    else f"“{each.text}” is {each.school}, and this text is {school}: “{written}”",
                    target=each.span,
                    fix=Fix(each.span, written),
                )
                break
