"""The beginning of a text, for a message that quotes it."""


def excerpt(text: str, longest: int = 60) -> str:
    """A text of at most so many characters: what is cut off shows as "…", after a whole word
    where there is one nearby. The message sets its own quotation marks, so outer ones go.
    """
    line = " ".join(text.split()).strip('“”„«»「」"')
    if len(line) <= longest:
        return line
    cut = line[:longest]
    head, _, tail = cut.rpartition(" ")
    return f"{(head if len(tail) < longest // 3 else cut).rstrip(' ,;:')}…"
