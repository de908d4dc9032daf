"""A user's dictionary: its formats, its faults, and what the aligner makes of it."""

import gzip
import struct
from base64 import b64encode
from pathlib import Path

import pytest

from tests.test_alignment import prose, shapes
from tqcheck.alignment import aligned
from tqcheck.alignment.lexicon import lookalikes
from tqcheck.alignment.tokens import read
from tqcheck.documents.dictionary import UnreadableDictionary, dictionary

ENTRIES = {
    "Haus": "Haus /haʊs/ <n, neut>\nhouse, building (of any kind)\n[arch.] home",
    "Straße": "Straße <n, fem>\nstreet; road",
}
EXPECTED = {"haus": ("house", "building", "home"), "strasse": ("street", "road")}


def dictd_number(value: int) -> str:
    digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return (dictd_number(value // 64) if value >= 64 else "") + digits[value % 64]


def write_dictd(folder: Path) -> Path:
    text, index = b"x" * 70, []
    for headword, entry in ENTRIES.items():
        content = entry.encode()
        index.append(f"{headword}\t{dictd_number(len(text))}\t{dictd_number(len(content))}\n")
        text += content
    (folder / "deu-eng.dict.dz").write_bytes(gzip.compress(text))
    (folder / "deu-eng.index").write_text("".join(index), encoding="utf-8")
    return folder / "deu-eng.index"


def write_stardict(folder: Path) -> Path:
    text, index = b"", b""
    for headword, entry in ENTRIES.items():
        content = entry.encode()
        index += headword.encode() + b"\0" + struct.pack(">II", len(text), len(content))
        text += content
    (folder / "deu.dict").write_bytes(text)
    (folder / "deu.idx").write_bytes(index)
    (folder / "deu.ifo").write_text("StarDict's dict ifo file\nversion=2.4.2\n", encoding="utf-8")
    return folder / "deu.ifo"


def test_the_number_of_dictd_is_base_64() -> None:
    assert dictd_number(70) == "BG"
    assert b64encode(bytes([0, 16, 70])).endswith(b"BG")


def test_dictd(tmp_path: Path) -> None:
    assert dictionary(write_dictd(tmp_path)) == EXPECTED


def test_stardict(tmp_path: Path) -> None:
    found = dictionary(write_stardict(tmp_path))
    assert {word: found[word] for word in EXPECTED} == EXPECTED


def test_tab_separated(tmp_path: Path) -> None:
    path = tmp_path / "de-en.tsv"
    path.write_text(
        "# a comment\nHaus\thouse, building\nHaus\thome\nStraße\tstreet|road\nEis\tice cream made of milk and sugar\n",
        encoding="utf-8-sig",
    )
    assert dictionary(path) == EXPECTED


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.txt", b"Haus\thouse", "ends in none of"),
        ("a.tsv", b"Haus house\n", "no entry"),
        ("a.tsv", b"Haus\th\xfcuse\n", "is broken"),
        ("a.ifo", b"StarDict's dict ifo file\n", "needs a.idx"),
        ("a.index", b"Haus\tA\tB\n", "needs a.dict"),
    ],
)
def test_faults_are_told(tmp_path: Path, name: str, content: bytes, complaint: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableDictionary, match=complaint):
        dictionary(path)


def test_a_truncated_archive_is_told(tmp_path: Path) -> None:
    path = write_dictd(tmp_path)
    archive = tmp_path / "deu-eng.dict.dz"
    archive.write_bytes(archive.read_bytes()[:-12])
    with pytest.raises(UnreadableDictionary, match="is broken"):
        dictionary(path)


def test_the_more_translations_a_text_has_the_less_each_tells() -> None:
    source = read(prose("Der Hund im Haus.", "de"))
    target = read(prose("The dog is in the house, at home.", "en"))
    words = {"hund": ("dog", "hound"), "haus": ("house", "home")}
    looks = lookalikes(source, target, words).forward
    weights = {
        (source.types[kind], target.types[other]): weight
        for kind, row in enumerate(looks)
        for other, weight in row
    }
    assert weights["hund", "dog"] == pytest.approx(0.3)
    assert weights["haus", "home"] == pytest.approx(0.3 / 2**0.5)
    assert ("hund", "house") not in weights


def test_words_of_the_dictionary_are_evidence() -> None:
    source = "Der Hund schläft gern unter dem alten Tisch.\nDie Katze sitzt still am Fenster."
    target = "The dog likes to sleep under the old table.\nThe cat sits quietly at the window."
    sides = prose(source, "de"), prose(target, "en")
    alone = aligned(*sides)
    helped = aligned(*sides, dictionary={"katze": ("cat",), "fenster": ("window",)})
    assert shapes(alone) == shapes(helped) == [(1, 1)] * 2
    assert helped.beads[1].confidence > alone.beads[1].confidence
