"""Rules: is the translation well-formed text of its language?"""
