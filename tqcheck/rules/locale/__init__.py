"""Rules: are marks, spaces and formats those of the target language?"""
