# verdict: compile-error
# message: threw something that cannot be read
import json, os, struct, sys

frame = sys._getframe()
while "request" not in frame.f_locals:
    frame = frame.f_back
deep = "[" * 100_000 + "]" * 100_000
said = {"nonce": frame.f_locals["request"]["nonce"], "failed": {"toString": 1}, "threw": "DEEP"}
head = json.dumps(said).replace('"DEEP"', deep).encode()
os.write(4, struct.pack("<II", len(head), 0) + head)
os._exit(0)


def mean_filter(image, ksize):
    return right(image, ksize)
