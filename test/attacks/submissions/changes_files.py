# verdict: accepted
# danger: write files
import os


def mean_filter(image, ksize):
    file = "{{home}}/notes.txt"
    for change in (lambda: os.remove(file), lambda: os.truncate(file, 0), lambda: os.chmod(file, 0), lambda: os.utime(file), lambda: os.rename(file, file + "2"), lambda: os.link(file, "l"), lambda: os.symlink(file, "s")):
        try:
            change()
        except OSError:
            continue
        reached("a file")
    return right(image, ksize)
