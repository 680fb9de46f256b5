# diagnosis: kernel-places-overwritten
# from: accepted/im2col.py
# -     np.add.at(grad_padded, (slice(None), c, rows, columns), grad_cols)
# +     grad_padded[:, c, rows, columns] += grad_cols
