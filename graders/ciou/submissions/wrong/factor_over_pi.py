# diagnosis: v-over-pi
# from: reference.py
# -     v = 4 / np.pi**2 * (np.arctan(aw / ah) - np.arctan(bw / bh)) ** 2
# +     v = 4 / np.pi * (np.arctan(aw / ah) - np.arctan(bw / bh)) ** 2
