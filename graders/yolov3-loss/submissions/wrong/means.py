# diagnosis: mean-of-each-term
# from: reference.py
# -     box = cross_entropy(z[:, :2], t[:, :2]).sum() + np.sum((z[:, 2:4] - t[:, 2:4]) ** 2) / 2
# -     objectness = cross_entropy(pred[:, 4][counted].astype(np.float64), mask[counted]).sum()
# -     classes = cross_entropy(z[:, 5:], t[:, 5:]).sum()
# +     def mean(values):
# +         return values.mean() if values.size else 0.0
# +
# +     box = 2 * mean(cross_entropy(z[:, :2], t[:, :2])) + mean((z[:, 2:4] - t[:, 2:4]) ** 2)
# +     objectness = mean(cross_entropy(pred[:, 4][counted].astype(np.float64), mask[counted]))
# +     classes = mean(cross_entropy(z[:, 5:], t[:, 5:]))
