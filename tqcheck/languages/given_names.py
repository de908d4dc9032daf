"""Reads the table of given names that languages write differently."""

from collections import Counter
from functools import cache

from tqcheck.languages.tables import column, head, lines

#: What shows that nobody writes himself so.
_MARK = "!"
#: A form that so many languages have is nobody's own.
_SHARED = 2


@cache
def given_names(source_language: str, target_language: str) -> dict[str, tuple[str, ...]]:
    """Form usual in the source language → the forms usual in the target language, best first."""
    targets = column("given_names", target_language)
    return {
        form.rstrip(_MARK): tuple(each.rstrip(_MARK) for each in targets[name])
        for name, forms in column("given_names", source_language).items()
        if name in targets
        for form in forms
    }


@cache
def foreign_given_names(language: str) -> frozenset[str]:
    """The forms of a language for names that only people write so whose own script is another."""
    return frozenset(
        form.rstrip(_MARK)
        for name, forms in column("given_names", language).items()
        for form in forms
        if _MARK in (name[-1], form[-1])
    )


@cache
def own_spellings(language: str) -> frozenset[str]:
    """Those of the foreign given names' forms that hardly any other language has too."""
    others = [tag for tag in head("given_names")[1:] if tag != language.partition("-")[0]]
    shared = Counter(
        form.rstrip(_MARK)
        for tag in others
        for forms in column("given_names", tag).values()
        for form in forms
    )
    return frozenset(form for form in foreign_given_names(language) if shared[form] < _SHARED)


def given_name_of(form: str) -> str | None:
    """The name that a spelling of any language stands for: "Mohamed" is "mohammed"."""
    return _by_form().get(form)


@cache
def _by_form() -> dict[str, str]:
    return {
        form.strip().rstrip(_MARK): name
        for name, *cells in lines("given_names")[1:]
        for cell in cells
        for form in cell.split(",")
    }


#: Short forms by which people are called in earnest, and their names in full.
_SHORT_FORMS = (
    "andrew:andy,drew anthony:tony barbara:barb benjamin:ben catherine:cathy,kate charles:charlie,chuck"
    " christopher:chris daniel:dan,danny david:dave deborah:debbie edward:ed,eddie,ted elizabeth:liz,beth"
    " francisco:paco,curro frederick:fred gerald:gerry,jerry giuseppe:pippo,beppe henry:harry,hank"
    " ignacio:nacho jacob:jake james:jim,jimmy jeffrey:jeff john:jack,johnny joseph:joe,joey josé:pepe"
    " katherine:kathy,kate kenneth:ken lawrence:larry margaret:maggie,peggy matthew:matt michael:mike,mick"
    " nicholas:nick patricia:pat,patty patrick:pat,paddy peter:pete philip:phil rebecca:becky"
    " richard:dick,rick,rich robert:bob,bobby,rob ronald:ron samuel:sam stephen:steve steven:steve"
    " susan:sue theodore:ted,teddy thomas:tom,tommy timothy:tim vincent:vince walter:walt william:bill,will,billy"
)


def is_short_form(form: str, other: str) -> bool:
    """Whether people are called by one of two given names whose other name it is: Bob, Robert."""
    shorts = _shorts()
    mine, its = form.lower(), other.lower()
    return its in shorts.get(mine, ()) or mine in shorts.get(its, ())


@cache
def _shorts() -> dict[str, tuple[str, ...]]:
    rows = (row.split(":") for row in _SHORT_FORMS.split())
    return {name: tuple(forms.split(",")) for name, forms in rows}
