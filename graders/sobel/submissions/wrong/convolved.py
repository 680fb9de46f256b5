# diagnosis: gx-negated+gy-negated
# from: accepted/shifted_kernels.py
# -     gx = correlate(padded, KERNEL)
# -     gy = correlate(padded, KERNEL.T)
# +     gx = correlate(padded, KERNEL[::-1, ::-1])
# +     gy = correlate(padded, KERNEL.T[::-1, ::-1])
