"""Which files are a text and its translation."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.config import Layout
from tqcheck.pairing import BadPattern, Pattern, is_tag, language_of_path
from tqcheck.pairing.files import SourceUnknown, detected, found
from tqcheck.pairing.presets import patterns, presets
from tqcheck.pairing.tags import CODES

#: Preset → files, source language, and the pairs: source, translation, its language.
LAYOUTS: dict[str, tuple[str, str | None, list[tuple[str, str, str]]]] = {
    "file-name": (
        "a.fr.txt a.en.txt b.txt b.de.txt c.en.txt",
        "fr",
        [("a.fr.txt", "a.en.txt", "en"), ("b.txt", "b.de.txt", "de")],
    ),
    "folder": (
        "fr/x/a.txt en/x/a.txt pt/x/a.txt pt_BR/x/a.txt fr/b.txt",
        "fr",
        [
            ("fr/x/a.txt", "en/x/a.txt", "en"),
            ("fr/x/a.txt", "pt/x/a.txt", "pt"),
            ("fr/x/a.txt", "pt_BR/x/a.txt", "pt-BR"),
        ],
    ),
    "hugo-folder": (
        "content/en/a/b.md content/fr/a/b.md content/zh-hant/a/b.md content/zh/a/b.md",
        "en",
        [
            ("content/en/a/b.md", "content/fr/a/b.md", "fr"),
            ("content/en/a/b.md", "content/zh/a/b.md", "zh"),
            ("content/en/a/b.md", "content/zh-hant/a/b.md", "zh-Hant"),
        ],
    ),
    "hugo-name": (
        "content/a.md content/a.fr.md content/p/b.en.md content/p/b.fr.md",
        "en",
        [
            ("content/a.md", "content/a.fr.md", "fr"),
            ("content/p/b.en.md", "content/p/b.fr.md", "fr"),
        ],
    ),
    "front-matter": (
        "a/dam.md?lang:en,ref:dam barrage.md?lang:fr,ref:dam damm.md?language:de,ref:'dam'"
        " alone.md?lang:fr,ref:alone other.md?ref:dam x.md?lang:en,ref:x y.md?lang:en,ref:x"
        " z.md?lang:fr,ref:x k.md?lang:en,translationKey:k l.md?lang:pt_BR,translationKey:k",
        "en",
        [
            ("a/dam.md", "barrage.md", "fr"),
            ("a/dam.md", "damm.md", "de"),
            ("k.md", "l.md", "pt-BR"),
        ],
    ),
    "gettext": (
        "locale/fr/LC_MESSAGES/app.po locale/pt_BR/LC_MESSAGES/app.po po/de.po po/app-ru.po"
        " locale/app.pot",
        None,
        [
            ("locale/fr/LC_MESSAGES/app.po", "locale/fr/LC_MESSAGES/app.po", "fr"),
            ("locale/pt_BR/LC_MESSAGES/app.po", "locale/pt_BR/LC_MESSAGES/app.po", "pt-BR"),
            ("po/app-ru.po", "po/app-ru.po", "ru"),
            ("po/de.po", "po/de.po", "de"),
        ],
    ),
    "messages": (
        "locales/en.json locales/fr.json config/app.en.yml config/app.pt-BR.yml i18n/en.toml"
        " i18n/fr.toml lib/l10n/app_en.arb lib/l10n/app_fr.arb src/m.properties"
        " src/m_fr.properties src/m_pt_BR.properties ios/en.lproj/a.strings"
        " ios/fr.lproj/a.strings",
        "en",
        [
            ("config/app.en.yml", "config/app.pt-BR.yml", "pt-BR"),
            ("i18n/en.toml", "i18n/fr.toml", "fr"),
            ("ios/en.lproj/a.strings", "ios/fr.lproj/a.strings", "fr"),
            ("lib/l10n/app_en.arb", "lib/l10n/app_fr.arb", "fr"),
            ("locales/en.json", "locales/fr.json", "fr"),
            ("src/m.properties", "src/m_fr.properties", "fr"),
            ("src/m.properties", "src/m_pt_BR.properties", "pt-BR"),
        ],
    ),
    "messages-folder": (
        "locales/en/a/b.json locales/fr/a/b.json",
        "en",
        [("locales/en/a/b.json", "locales/fr/a/b.json", "fr")],
    ),
    "subtitles": (
        "talk.en.srt talk.fr.srt other.vtt other.de.vtt",
        "en",
        [("other.vtt", "other.de.vtt", "de"), ("talk.en.srt", "talk.fr.srt", "fr")],
    ),
    "mkdocs-folder": (
        "docs/en/a.md docs/fr/a.md mkdocs.yml",
        "en",
        [("docs/en/a.md", "docs/fr/a.md", "fr")],
    ),
    "mkdocs-name": ("docs/a.md docs/a.fr.md", None, [("docs/a.md", "docs/a.fr.md", "fr")]),
    "mkdocs-sites": (
        "docs/en/docs/t/a.md docs/fr/docs/t/a.md",
        "en",
        [("docs/en/docs/t/a.md", "docs/fr/docs/t/a.md", "fr")],
    ),
    "docusaurus": (
        "docs/a.md blog/b.mdx i18n/fr/docusaurus-plugin-content-docs/current/a.md"
        " i18n/fr/docusaurus-plugin-content-blog/b.mdx",
        None,
        [
            ("blog/b.mdx", "i18n/fr/docusaurus-plugin-content-blog/b.mdx", "fr"),
            ("docs/a.md", "i18n/fr/docusaurus-plugin-content-docs/current/a.md", "fr"),
        ],
    ),
    "vitepress": (
        "docs/a/b.md docs/fr/a/b.md docs/zh/a/b.md",
        None,
        [("docs/a/b.md", "docs/fr/a/b.md", "fr"), ("docs/a/b.md", "docs/zh/a/b.md", "zh")],
    ),
    "starlight": (
        "src/content/docs/a.mdx src/content/docs/fr/a.mdx",
        None,
        [("src/content/docs/a.mdx", "src/content/docs/fr/a.mdx", "fr")],
    ),
    "jekyll": (
        "_posts/a.md _i18n/fr/_posts/a.md",
        None,
        [("_posts/a.md", "_i18n/fr/_posts/a.md", "fr")],
    ),
    "next": (
        "messages/en.json messages/fr.json content/en/a.mdx content/fr/a.mdx",
        "en",
        [
            ("content/en/a.mdx", "content/fr/a.mdx", "fr"),
            ("messages/en.json", "messages/fr.json", "fr"),
        ],
    ),
    "readme": ("README.md README.fr.md", None, [("README.md", "README.fr.md", "fr")]),
}


def make(folder: Path, files: str) -> None:
    """Write files; behind a "?" stand the lines of their front matter, with "," between them."""
    for one in files.split():
        name, _, front = one.partition("?")
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        lines = front.replace(",", "\n").replace(":", ": ")
        (folder / name).write_text(f"---\n{lines}\n---\nx" if front else "x")


def shown(folder: Path, layouts: list[dict[str, Any]], language: str | None = None) -> object:
    listed = patterns([Layout(folder, one) for one in layouts], language, ())
    return [
        (
            str(pair.source.relative_to(folder)),
            str(pair.target.relative_to(folder)),
            pair.target_language,
        )
        for pair in found(listed).pairs
    ]


def test_every_preset_has_a_case() -> None:
    assert set(LAYOUTS) == set(presets())


@pytest.mark.parametrize("name", presets())
def test_presets(tmp_path: Path, name: str) -> None:
    files, language, pairs = LAYOUTS[name]
    make(tmp_path, files)
    assert shown(tmp_path, [{"preset": name}], language) == pairs
    best, seen = detected(tmp_path, language)
    assert len(seen.pairs) >= len(pairs) or name == "gettext", best


def test_what_has_no_partner(tmp_path: Path) -> None:
    make(tmp_path, "fr/a.txt en/a.txt fr/b.txt en/c.txt de/a.txt")
    listed = patterns([Layout(tmp_path, {"preset": "folder"})], "fr", ())
    result = found(listed)
    assert [path.relative_to(tmp_path) for path in result.orphans] == [Path("en/c.txt")]
    assert [(one.source.name, one.language) for one in result.missing] == [
        ("b.txt", "de"),
        ("b.txt", "en"),
    ]
    assert result.missing[0].target == tmp_path / "de/b.txt"
    # A language that nobody named is none of these.
    result = found([one._replace(target_languages=("en",)) for one in listed])
    assert [pair.target_language for pair in result.pairs] == ["en"]


def test_own_patterns(tmp_path: Path) -> None:
    make(tmp_path, "src/a.md src/cn/a.md out_pt_BR/a.x.md out_x_do/a.x.md skip/a.md")
    spelt = {
        "source": "src/{name}.md",
        "target": "src/{lang}/{name}.md",
        "spelling": {"zh-CN": "cn"},
    }
    assert shown(tmp_path, [spelt]) == [("src/a.md", "src/cn/a.md", "zh-CN")]
    other = {"source": "src/*.md", "target": "out_{lang}/*.x.md"}
    assert shown(tmp_path, [other]) == [("src/a.md", "out_pt_BR/a.x.md", "pt-BR")]
    one = {"source": "src/{path}.md", "target": "skip/{path}.md", "to": ["de"], "from": "en"}
    assert shown(tmp_path, [one]) == [("src/a.md", "skip/a.md", "de")]
    (tmp_path / "inner").mkdir()
    apart = {"source": "../src/{name}.md", "target": "../src/{lang}/{name}.md", "to": ["pt-BR"]}
    (tmp_path / "src" / "pt-br").mkdir()
    make(tmp_path, "src/pt-br/a.md")
    listed = patterns([Layout(tmp_path / "inner", apart)], "en", ())
    assert [pair.target.resolve() for pair in found(listed).pairs] == [tmp_path / "src/pt-br/a.md"]


def test_excluded_files_are_no_texts(tmp_path: Path) -> None:
    make(tmp_path, "fr/a.txt en/a.txt fr/drafts/b.txt en/drafts/b.txt node_modules/fr/c.txt")
    listed = patterns([Layout(tmp_path, {"preset": "folder", "exclude": ["*/drafts/*"]})], "fr", ())
    assert [pair.source.name for pair in found(listed).pairs] == ["a.txt"]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"source": "a/{path}", "target": "b/{lang}/{name}"}, "not the same wildcards"),
        ({"source": "a/{path}", "target": "b/{path}"}, "has no {lang}"),
        ({"source": "a/{pth}", "target": "b/{lang}/{path}"}, "{pth} is none of"),
        ({"preset": "hugo"}, "did you mean 'hugo-"),
        ({"weblate": "po/x.json", "template": "po/en.json"}, "one *"),
        ({"crowdin": "crowdin.yml"}, "cannot be read"),
        ({"files": "a/{pth}.md", "linked-by": "ref"}, "{pth} is none of"),
        ({"files": "a/{path}", "linked-by": "ref"}, "has no ending"),
        ({"both": "a/{path}.md"}, "holds a text and a translation"),
    ],
)
def test_bad_patterns(tmp_path: Path, entry: dict[str, Any], told: str) -> None:
    with pytest.raises(BadPattern) as error:
        shown(tmp_path, [entry])
    assert told in str(error.value)


def test_which_is_the_source_has_to_be_told(tmp_path: Path) -> None:
    make(tmp_path, "a.fr.txt a.en.txt")
    with pytest.raises(SourceUnknown, match="en, fr"):
        detected(tmp_path)


def test_linked_pages(tmp_path: Path) -> None:
    make(
        tmp_path,
        "content/en/dam.md?translationKey:dam content/fr/barrage.md?translationKey:dam"
        " content/en/mayor.md content/fr/mayor.md content/en/rain.md",
    )
    listed = patterns([Layout(tmp_path, {"preset": "hugo-folder"})], "en", ["fr"])
    result = found(listed)
    assert [(one.source.name, one.target.name) for one in result.pairs] == [
        ("dam.md", "barrage.md"),
        ("mayor.md", "mayor.md"),
    ]
    assert result.orphans == ()
    assert [one.source.name for one in result.missing] == ["rain.md"]
    own = {"files": "content/{lang}/{path}.md", "linked-by": "translationKey"}
    assert shown(tmp_path, [own], "fr") == [("content/fr/barrage.md", "content/en/dam.md", "en")]
    with pytest.raises(SourceUnknown, match="en, fr"):
        shown(tmp_path, [own])
    # What is no text has no front matter either.
    (tmp_path / "content/fr/bad.md").write_bytes(b"---\n\xff\n---\n\0")
    assert shown(tmp_path, [own], "fr") == [("content/fr/barrage.md", "content/en/dam.md", "en")]


def test_weblate(tmp_path: Path) -> None:
    make(tmp_path, "po/app/en.json po/app/fr.json po/app/pt_BR.json")
    entry = {"weblate": "po/app/*.json", "template": "po/app/en.json"}
    assert shown(tmp_path, [entry]) == [
        ("po/app/en.json", "po/app/fr.json", "fr"),
        ("po/app/en.json", "po/app/pt_BR.json", "pt-BR"),
    ]


def test_crowdin(tmp_path: Path) -> None:
    make(
        tmp_path,
        "docs/a/b.md docs/c.md loc/fr/docs/a/b.md loc/cn/docs/c.md x/app.json x/app_fr.json",
    )
    (tmp_path / "crowdin.yml").write_text(
        "files:\n"
        "  - source: /docs/**/*.md\n"
        "    translation: /loc/%two_letters_code%/docs/**/%original_file_name%\n"
        "    languages_mapping: {two_letters_code: {zh-CN: cn}}\n"
        "  - source: /x/app.json\n"
        "    translation: /%original_path%/%file_name%_%locale%.%file_extension%\n"
    )
    assert shown(tmp_path, [{"crowdin": "crowdin.yml"}], "en") == [
        ("docs/c.md", "loc/cn/docs/c.md", "zh-CN"),
        ("docs/a/b.md", "loc/fr/docs/a/b.md", "fr"),
        ("x/app.json", "x/app_fr.json", "fr"),
    ]
    (tmp_path / "crowdin.yml").write_text("files: [{source: a, translation: '%android_code%'}]")
    with pytest.raises(BadPattern, match="placeholder"):
        shown(tmp_path, [{"crowdin": "crowdin.yml"}])
    (tmp_path / "crowdin.yml").write_text("files: [")
    with pytest.raises(BadPattern, match="is not YAML"):
        shown(tmp_path, [{"crowdin": "crowdin.yml"}])


NAMES = st.text("abcxyz.-_0é", min_size=1, max_size=8).filter(lambda name: name.strip("."))


@given(st.lists(NAMES, min_size=1, max_size=3), st.sampled_from(CODES))
def test_a_translation_is_found_where_its_source_says(names: list[str], language: str) -> None:
    pattern = Pattern(Path(), ("src/{path}.md",), "out/{lang}/{path}.md", "en").checked()
    source = f"src/{'/'.join(names)}.md"
    matched = pattern.source_of(source, "en")
    assert matched is not None
    target = pattern.target_path(matched[1], language)
    assert pattern.target_of(target) == (language, matched[1])


def test_languages_in_paths() -> None:
    for path, language in (
        ("a.fr.txt", "fr"),
        ("a.pt_BR.md", "pt-BR"),
        ("fr/a.txt", "fr"),
        ("a.old.txt", None),
        ("a.txt", None),
    ):
        assert language_of_path(Path(path)) == language
    assert is_tag("zh-Hant")
    assert not is_tag("xx")


def test_the_command_lists_all_three(tmp_path: Path) -> None:
    make(tmp_path, "fr/a.txt en/a.txt fr/b.txt en/c.txt")
    run = subprocess.run(
        [sys.executable, "-m", "tqcheck", "pairs", "--from", "fr"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert run.stdout.splitlines() == [
        "fr → en  fr/a.txt  en/a.txt",
        "no source: en/c.txt",
        "no translation: fr/b.txt into en: en/b.txt",
        "1 pairs · 1 without source · 1 without translation",
    ]
    assert 'preset "folder"' in run.stderr
