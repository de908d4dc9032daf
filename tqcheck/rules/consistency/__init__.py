"""Rules: does the translation call one thing by one name?"""
