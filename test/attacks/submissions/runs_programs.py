# verdict: accepted
# danger: start programs
import os, subprocess


def mean_filter(image, ksize):
    for run in (lambda: subprocess.run(["/bin/true"]), lambda: os.posix_spawn("/bin/true", ["true"], {}), lambda: os.execv("/bin/true", ["true"])):
        try:
            run()
        except OSError:
            continue
        reached("a program")
    if os.system("true") == 0:
        reached("a shell")
    return right(image, ksize)
