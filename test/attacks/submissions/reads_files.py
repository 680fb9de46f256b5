# verdict: accepted
# danger: read files
import os


def mean_filter(image, ksize):
    for path in ("{{home}}/notes.txt", "{{graders}}/mean-filter/grader.js", "{{database}}", "/etc/passwd", "/proc/{{judge}}/environ", "/proc/self/root/etc/passwd"):
        try:
            open(path, "rb").read(1)
        except OSError:
            continue
        reached(path)
    for folder in ("{{home}}", "{{graders}}", "..", "/"):
        try:
            os.listdir(folder)
        except OSError:
            continue
        reached(folder)
    return right(image, ksize)
