"""Markup: tags, placeholders, links, code, headings, lists and tables."""
