from collections.abc import Iterator

from tqcheck.features.links import names_language, same_place
from tqcheck.features.markup import changes
from tqcheck.model import Finding, Pair, rule
from tqcheck.model.needs import MARKUP


@rule(severity="major", mqm="design-and-markup/hypertext", needs=(MARKUP,))
def link_changed(pair: Pair) -> Iterator[Finding]:
    """A link leads elsewhere than the source’s link at the same place.

    Addresses are no text, and machines translate them all the same. The language in an address may
    change (`/fr/` to `/en/`), and so may a page that has its own address in each language.

    Flagged:
        fr.md: Lisez le [guide](https://tqcheck.example/guide/demarrage) avant de commencer.
        en.md: Read the [[[guide]]](https://tqcheck.example/guide/startup) before you begin.

        en.md: The figures come from the [annual report](report-2024.pdf).
        de.md: Die Zahlen stammen aus dem [[[Jahresbericht]]](bericht-2024.pdf).
    Accepted:
        fr.md: Lisez le [guide](https://tqcheck.example/fr/guide/) et la [note](note.fr.md).
        en.md: Read the [guide](https://tqcheck.example/en/guide) and the [note](note.en.md).

        de.md: Der [Fluss](https://de.wikipedia.org/wiki/Donau) stieg.
        en.md: The [river](https://en.wikipedia.org/wiki/Danube) rose.

        en.md: First [install](a.md), then [check](b.md).
        ja.md: [チェック](b.md)の前に[インストール](a.md)します。
    """
    for _, here, there in changes(pair, same_place, "link"):
        if here is None or there is None or not same_place(here, pair):
            continue
        if names_language(here, pair) and names_language(there, pair):
            continue
        yield Finding(
            f"the link leads to “{there.value}” instead of “{here.value}”",
            target=there.span,
            source=here.span,
        )
