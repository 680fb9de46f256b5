# diagnosis: kernel-flipped
# from: reference.py
# -         np.tensordot(kernels, channels, axes=((1, 2, 3), (1, 4, 5)))
# +         np.tensordot(kernels[:, :, ::-1, ::-1], channels, axes=((1, 2, 3), (1, 4, 5)))
