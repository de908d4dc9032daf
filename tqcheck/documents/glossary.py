"""Glossaries that a user has: CSV and TSV with a column for each language, and TBX-Basic."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tqcheck.languages.profile import canonical
from tqcheck.model.glossary import Concept, Glossary, Term

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Bytes of the largest file that is read.
_LARGEST = 64 * 2**20
_TAG = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}", re.IGNORECASE)
_KEPT = "do-not-translate"
_FORBIDDEN = "forbidden"
_REMARKS = frozenset({"note", "notes", "comment", "comments", "definition", "domain", "context"})
_YES = frozenset({"yes", "y", "true", "1", "x"})
_NO = frozenset({"", "no", "n", "false", "0"})
#: What parts several terms in one cell.
_OR = "|"
#: TBX-Basic's statuses of terms that are not to be used (ISO 30042, administrativeStatus).
_NOT_TO_USE = frozenset({"deprecatedTerm-admn-sts", "supersededTerm-admn-sts"})
_PREFERRED = "preferredTerm-admn-sts"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class UnreadableGlossary(ValueError):
    """A file that is no glossary, or a broken one: what is wrong, where, and what to do."""


def glossary(paths: Sequence[Path]) -> Glossary:
    """The glossary that files make together: `.csv`, `.tsv` or `.tbx`.

    Raises UnreadableGlossary where one cannot be understood, with its path.
    """
    concepts: list[Concept] = []
    for path in paths:
        try:
            concepts += _read(path)
        except OSError as error:
            raise UnreadableGlossary(f"{path} cannot be read: {error.strerror or error}") from error
        except UnreadableGlossary as error:
            raise UnreadableGlossary(f"{path}: {error}") from error
    return Glossary(tuple(concepts))


def glossary_of(table: str) -> Glossary:
    """The glossary of a table in CSV; raises UnreadableGlossary."""
    return Glossary(tuple(_comma_separated(table.encode())))


def _read(path: Path) -> list[Concept]:
    readers: dict[str, Callable[[bytes], Iterator[Concept]]] = {
        ".csv": _comma_separated,
        ".tsv": lambda content: _of_table(_decoded(content), "\t"),
        ".tbx": _of_tbx,
    }
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise UnreadableGlossary("ends in none of .csv, .tsv, .tbx: name one of these")
    with path.open("rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise UnreadableGlossary(f"is larger than {_LARGEST // 2**20} MiB: part it")
    found = list(reader(content))
    if not found:
        raise UnreadableGlossary("holds no term")
    return found


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableGlossary(
            f"is not UTF-8 ({error.reason} at byte {error.start}): save it as UTF-8"
        ) from error


def _comma_separated(content: bytes) -> Iterator[Concept]:
    """CSV with the mark that parts the most cells of its first line: spreadsheets write , or ;."""
    text = _decoded(content)
    first = text.partition("\n")[0]
    return _of_table(text, max(",;\t", key=first.count))


class _Column(NamedTuple):
    """What a column holds: terms of a language, right or forbidden, or what is to be kept."""

    language: str = ""
    forbidden: bool = False
    kept: bool = False


def _of_table(text: str, delimiter: str) -> Iterator[Concept]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: list[_Column] = []
    try:
        for row in rows:
            if not any(cell.strip() for cell in row) or row[0].startswith("#"):
                continue
            if not columns:
                columns = [_column(cell.strip(), number) for number, cell in enumerate(row, 1)]
                _demand_languages(columns)
                continue
            yield _concept(row, columns, rows.line_num)
    except csv.Error as error:
        raise UnreadableGlossary(f"line {rows.line_num}: {error}") from error


def _column(head: str, number: int) -> _Column:
    name = head.casefold()
    language, _, status = name.partition(":")
    if name in _REMARKS:
        return _Column()
    if name == _KEPT:
        return _Column(kept=True)
    if _TAG.fullmatch(language) and status.strip() in ("", _FORBIDDEN):
        return _Column(canonical(language), bool(status))
    raise UnreadableGlossary(
        f"line 1: column {number} is headed {head!r:.40}, but has to be a language (fr, pt-BR),"
        f" LANGUAGE:{_FORBIDDEN}, {_KEPT} or note"
    )


def _demand_languages(columns: Sequence[_Column]) -> None:
    if not any(column.language for column in columns):
        raise UnreadableGlossary("line 1: no column is headed by a language, such as fr or pt-BR")
    heads = [column for column in columns if column != _Column()]
    for column in heads:
        if heads.count(column) > 1:
            raise UnreadableGlossary(f"line 1: two columns are headed {column.language or _KEPT}")


def _concept(row: Sequence[str], columns: Sequence[_Column], line: int) -> Concept:
    if len(row) > len(columns):
        raise UnreadableGlossary(
            f"line {line}: {len(row)} cells under {len(columns)} heads: quote a cell that holds"
            " the mark between cells"
        )
    terms: list[Term] = []
    kept = False
    for cell, column in zip(row, columns, strict=False):
        if column.kept:
            kept = _answer(cell.strip(), line)
        elif column.language:
            forms = (" ".join(form.split()) for form in cell.split(_OR))
            terms += (Term(column.language, form, column.forbidden) for form in forms if form)
    if not terms:
        raise UnreadableGlossary(f"line {line}: no term stands under a language")
    for term in terms:
        _demand_word(term.text, f"line {line}: ")
    return Concept(tuple(terms), kept)


def _answer(cell: str, line: int) -> bool:
    if cell.casefold() not in _YES | _NO:
        raise UnreadableGlossary(f"line {line}: {_KEPT} is {cell!r:.40}, but has to be yes or no")
    return cell.casefold() in _YES


def _demand_word(term: str, where: str) -> None:
    if not any(map(str.isalnum, term)):
        raise UnreadableGlossary(f"{where}{term!r:.40} is no term: it has no letter and no digit")


def _of_tbx(content: bytes) -> Iterator[Concept]:
    """The concepts of TBX-Basic, versions 2 and 3 (ISO 30042:2008 and 2019), in either style.

    Nothing that the file refers to is loaded.
    """
    from lxml import etree

    read = etree.iterparse(
        io.BytesIO(content),
        events=("end",),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        for _, element in read:
            if _name(element) in ("termEntry", "conceptEntry"):
                terms = tuple(_tbx_terms(element))
                if terms:
                    yield Concept(terms)
                element.clear()
    except etree.XMLSyntaxError as error:
        message = str(error.msg).partition("\n")[0]
        raise UnreadableGlossary(f"is broken XML: {message}") from error


def _tbx_terms(entry: "_Element") -> Iterator[Term]:
    """The terms of a concept, the preferred ones of each language first."""
    for section in entry.iter():
        if _name(section) not in ("langSet", "langSec"):
            continue
        tag = section.get(_LANGUAGE) or section.get("lang") or ""
        if not _TAG.fullmatch(tag):
            raise UnreadableGlossary(
                f"line {section.sourceline}: {tag!r:.40} is no language: give xml:lang"
            )
        found: list[tuple[bool, Term]] = []
        for group in section.iter():
            if _name(group) not in ("tig", "ntig", "termSec"):
                continue
            text, status = _tbx_term(group)
            if text:
                _demand_word(text, f"line {group.sourceline}: ")
                term = Term(canonical(tag), text, status in _NOT_TO_USE)
                found.append((status != _PREFERRED, term))
        yield from (term for _, term in sorted(found, key=lambda one: one[0]))


def _tbx_term(group: "_Element") -> tuple[str, str]:
    """The text of a term, and its administrative status."""
    text = status = ""
    for part in group.iter():
        if not isinstance(part.tag, str):
            if str(part.text).startswith("&"):
                raise UnreadableGlossary(f"line {part.sourceline}: {part.text} is not defined here")
            continue
        content = " ".join("".join(map(str, part.itertext())).split())
        if _name(part) == "term":
            text = content
        elif "administrativeStatus" in (_name(part), part.get("type")):
            status = content
    return text, status


def _name(element: "_Element") -> str:
    """The name of an element without its namespace; empty for a comment or an instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
