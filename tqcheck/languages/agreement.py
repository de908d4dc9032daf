"""Reads the tables of words that agree with each other."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

from tqcheck.languages.tables import has_table, lines

#: What a word may be, as the language's table has it: "m", "fp". What is of several ends with "p".
Classes: TypeAlias = frozenset[str]

#: What words of a table do, or say of others. Only `determiner` and `noun` are in each.
ROLES = {
    # A noun and what stands before it.
    "determiner": "opens the phrase of a noun and agrees with it",
    "number": "counts a noun, as a determiner or behind one",
    "digits": "says by the sign # what figures count",
    "adjective": "may stand between a determiner and a noun",
    "adjective-ending": "ends a word that may stand there",
    "noun": "is a noun, and no verb",
    "noun-ending": "ends a noun",
    "mass": "is a noun without a plural",
    "ending": "makes other forms of nouns",
    "verb-form": "makes other forms of verbs",
    "never": "is no noun, though endings make it",
    "no-noun": "is no noun, though it has a plural and no other forms",
    "quantity": "counts what a link follows: “dozens of”",
    "quantity-link": "links a quantity to what it counts",
    "part": "counts some of a whole: “one of the”",
    "whole": "stands before a whole, or before what is known",
    "before": "may stand before a determiner that is a pronoun then",
    "before-name": "makes a name of a number behind it: “page”",
    "relative": "is a pronoun, too, behind a comma or a verb",
    "relative-link": "may stand before a relative pronoun",
    "joint": "joins words for one noun, or two nouns",
    "follower": "follows the end of a phrase, where nouns stand side by side",
    "elision": "is written together with a determiner: “d’un”",
    # A subject and its verb.
    "article": "opens a subject; else determiners do",
    "single": "opens the subject of one thing alone, whatever noun follows",
    "approximation": "stands before a number: “at least”",
    "pronoun": "is a subject",
    "joined": "is a subject with what opens its clause: “qu’il”",
    "demonstrative": "is a subject, but no pronoun whose verb may be a noun",
    "existential": "stands for a subject behind the verb: “there is”",
    "copula": "may say what a name is",
    "naming": "follows a name and such a verb: “Cats is a musical”",
    "person-plural": "is no family name, though names end so",
    "several": "shows that such a subject is of several",
    "degree": "makes a question or a comparison of many: “how many”",
    "person-pronoun": "stands between a noun and any verb",
    "nominative": "is nothing but a subject",
    "thing": "is a noun, though it may be a verb: it can be a subject",
    "thing-ending": "ends such a noun",
    "never-thing": "may be one or several, or stands alone without a verb of its own",
    "never-plural": "looks like a plural, or is one thing",
    "never-plural-ending": "ends a word that is no plural",
    "measure": "is a plural that is counted as one: “two weeks is long”",
    "relative-pronoun": "stands between a noun and its verb",
    "link": "links a noun to one that does not agree with the verb",
    "way": "does so before an article",
    "verb": "is a verb, with the subjects it has",
    "plain": "is a verb whose plain form and third person are no nouns",
    "pronoun-verb": "is a verb behind a pronoun",
    "pronoun-plain": "is one whose forms may be nouns elsewhere",
    "telling": "is a verb that may be a noun, but not with what is told behind it: “shows that”",
    "told": "opens what is told",
    "third-person": "makes the third person of plain forms",
    "adverb": "may stand between subject and verb",
    "opener": "opens a clause",
    "opener-of-plural": "opens a clause, or joins something to one subject",
    "starter": "may begin a sentence before its subject",
    "introduction": "begins what stands before a subject, up to a comma",
    "object-link": "stands before a subject that is one of two, or no subject",
    "before-plain": "stands before a subject whose verb is plain: “did he have”",
    "indicative": "is the form of a verb that no wish or question needs",
    "mood": "wishes, supposes or demands: “if it were”",
    "never-wished": "is no form of a wish",
    "dialect": "is said so in speech that is quoted",
}


@cache
def agreement(language: str) -> Mapping[str, Mapping[str, Classes]] | None:
    """Role → word → its classes, by `languages/agreement.<language>.tsv`; None without a table.

    `pt-BR` reads the table `pt`. A word of several lines has the classes of all. Of the role
    `ending` the classes are those of a word and of another form of it ("s>p"), and the words are
    endings of both ("y:ies :s"), of which the first that fits makes the form: nouns and verbs have
    these forms, too. Words of the role `never` are no nouns.
    """
    table = f"agreement.{language.partition('-')[0]}"
    if not has_table(table):
        return None
    rows = lines(table)[1:]
    found: dict[str, dict[str, Classes]] = {}
    for role, classes, words in rows:
        known = found.setdefault(role, {})
        for word in words.split():
            known[word] = known.get(word, frozenset()) | frozenset(classes.split())
    for role, change, endings in rows:
        if role == "ending":
            one, _, other = change.partition(">")
            for form in set(_other_forms(found["noun"], one, endings)):
                found["noun"][form] = found["noun"].get(form, frozenset()) | {other}
    for word in found.get("never", ()):
        found["noun"].pop(word, None)
    return found


def _other_forms(words: Mapping[str, Classes], of: str, endings: str) -> Iterator[str]:
    for word, classes in words.items():
        if of in classes:
            yield other_form(word, endings.split())


def other_form(word: str, endings: Iterable[str]) -> str:
    """The form that the first of some endings makes of a word that has it: "y:ies"."""
    for ending in endings:
        old, _, new = ending.partition(":")
        if word.endswith(old):
            return word[: len(word) - len(old)] + new
    return word
