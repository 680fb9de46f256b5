# diagnosis: scaled-by-heads
# from: reference.py
# -     scores = q @ k.transpose(0, 2, 1) / np.sqrt(width // heads)
# +     scores = q @ k.transpose(0, 2, 1) / np.sqrt(heads)
