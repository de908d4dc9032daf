"""Scraped pages: the main content, at the places of the page."""

from pathlib import Path

import pytest

from tests.cli.test_malformed import check
from tqcheck.documents import UnreadableText, document
from tqcheck.languages import profile

PAGE = """<!doctype html><html lang="{lang}"><head><title>{title} | Paper</title></head><body>
<nav><ul><li><a href="/">{home}</a></li><li><a href="/w">{world}</a></li></ul></nav>
<article><h1>{title}</h1>
<div class="share"><a href="#">{share}</a></div>
<figure><img src="a.jpg"><figcaption>{caption}</figcaption></figure>
<p>{first}</p>
<h2>{head}</h2>
<p>{second}</p>
</article>
<aside><h3>{also}</h3><ul><li><a href="/a">{other}</a></li></ul></aside>
<footer>© Paper 2025. {rights}</footer>
</body></html>
"""
FRENCH = {
    "lang": "fr",
    "title": "Le barrage ouvre après dix ans de travaux",
    "home": "Accueil",
    "world": "Monde",
    "share": "Partager sur les réseaux",
    "caption": "Le barrage lundi.",
    "first": "Le barrage de la vallée, qui mesure 185 mètres de haut, a été ouvert lundi matin avec dix ans"
    " de retard, et il a coûté deux fois plus cher que ce qui avait été prévu au départ.",
    "head": "La suite des travaux",
    "second": "La centrale située derrière doit commencer à produire au printemps prochain, quand les deux"
    " dernières turbines seront à leur place, a indiqué le maire de la vallée &amp; son adjoint.",
    "also": "À lire aussi",
    "other": "Le maire démissionne",
    "rights": "Tous droits réservés.",
}
ENGLISH = {
    "lang": "en",
    "title": "The dam opens after ten years of works",
    "home": "Home",
    "world": "World",
    "share": "Share this",
    "caption": "The dam on Monday.",
    "first": "The dam of the valley, which is 158 metres high, was opened on Monday morning ten years"
    " late, and it cost twice as much as had been planned at the beginning.",
    "head": "What comes next",
    "second": "The power station behind it is to begin its work in the spring of next year, when the last"
    " two turbines are in their place, said the mayor of the valley &amp; his deputy.",
    "also": "Read more",
    "other": "A bridge of 40 metres is closed",
    "rights": "All rights reserved.",
}


def test_the_main_content_keeps_its_places() -> None:
    text = PAGE.format(**ENGLISH)
    result = document(text, profile("en"), "a.html", extract=True)
    assert [block.text for block in result.blocks] == [
        ENGLISH[name].replace("&amp;", "&")
        for name in ("title", "caption", "first", "head", "second")
    ]
    for block in result.blocks:
        place = result.locate(block.span)
        assert place.text == text[place.start : place.end]
        assert place.text.replace("&amp;", "&") == block.text
    kinds = [mark.kind for mark in result.marks]
    assert kinds.count("heading") == 2
    assert "link" not in kinds
    assert "list" not in kinds
    whole = document(text, profile("en"), "a.html")
    assert len(whole.blocks) > 2 * len(result.blocks) - 1


def test_a_page_without_content_is_told() -> None:
    with pytest.raises(UnreadableText, match="no main content"):
        document("<nav><a href=a>Home</a></nav>", profile("en"), "a.html", extract=True)


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tqcheck.documents.extraction.find_spec", lambda _: None)
    with pytest.raises(UnreadableText, match="pip install 'tqcheck\\[extract\\]'"):
        document(PAGE.format(**ENGLISH), profile("en"), "a.html", extract=True)


def test_a_pair_of_scraped_pages(tmp_path: Path) -> None:
    source, target = tmp_path / "a.fr.html", tmp_path / "a.en.html"
    source.write_text(PAGE.format(**FRENCH), encoding="utf-8")
    target.write_text(PAGE.format(**ENGLISH), encoding="utf-8")
    run = check(source, target, "--extract", "--output-format", "concise")
    assert run.returncode == 1, run.stderr
    found = run.stdout.splitlines()
    assert [line.split(": ")[1].split()[-1] for line in found[:-1]] == ["number-changed"]
    assert "number-changed" in check(source, target).stdout
