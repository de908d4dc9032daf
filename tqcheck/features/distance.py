"""How many letters two words differ in."""


def letters_apart(left: str, right: str, most: int) -> int:
    """The optimal string alignment distance: letters lost, added, replaced, or two neighbours
    swapped; `most + 1` where it is larger than `most`.

    Words that are compared here are short and nearly equal, so what is left between their common
    beginning and end is a few letters: less work than it takes to load a library.
    """
    start = 0
    shorter = min(len(left), len(right))
    while start < shorter and left[start] == right[start]:
        start += 1
    end = 0
    while end < shorter - start and left[-1 - end] == right[-1 - end]:
        end += 1
    left, right = left[start : len(left) - end], right[start : len(right) - end]
    if abs(len(left) - len(right)) > most:
        return most + 1
    if not left or not right:
        return max(len(left), len(right))
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, letter in enumerate(left, 1):
        earlier, before, row = before, row, [i]
        for j, other in enumerate(right, 1):
            price = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == right[j - 2] and left[i - 2] == other:
                price = min(price, earlier[j - 2] + 1)
            row.append(price)
        if min(row) > most + 1:
            return most + 1
    return min(row[-1], most + 1)
