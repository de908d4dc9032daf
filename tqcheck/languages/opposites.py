"""Reads the tables of words that say the opposite of each other."""

from tqcheck.languages.tables import column, has_table

#: What marks a form that has other meanings, too.
DOUBTFUL = "?"


def opposites(language: str) -> dict[str, tuple[str, ...]]:
    """Pole → the forms of a language that tell it, by `languages/opposites.<language>.tsv`; no
    poles without a table. `pt-BR` reads the table `pt`.

    A pole is written behind its group ("rise-fall/rise"): what a word of one pole says is not what
    a word of another pole of the group says. The English table has forms for every pole.
    """
    tag = language.split("-")[0]
    table = f"opposites.{tag}"
    return column(table, tag) if has_table(table) else {}
