"""python -m tqcheck"""

from tqcheck.cli import main

if __name__ == "__main__":  # processes that check pairs may import this module again
    main()
