# diagnosis: scores-divided-by-model-width
# from: reference.py
# -     scores = q @ k.transpose(0, 2, 1) / np.sqrt(width // heads)
# +     scores = q @ k.transpose(0, 2, 1) / width
