# verdict: runtime-error
# message: not shown
import sys


def mean_filter(image, ksize):
    print("\x1b[2J\x1b]0;title\x07\x1b]52;c;aGk=\x07\x9b31mred\u202e")
    print("\x1b[?1049h", file=sys.stderr)
    raise Exception("\x1b[31mnot\x1b[0m \x1b]8;;http://x\x07shown\x9b2J")
