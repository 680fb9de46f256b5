# diagnosis: xy-squared-not-halved+wh-not-halved
# from: accepted/logaddexp.py
# -     box = np.sum(obj[:, None] * bce(pred[:, 0:2], target[:, 0:2]))
# -     box += 0.5 * np.sum(obj[:, None] * np.square(pred[:, 2:4] - target[:, 2:4]))
# +     xy = 1 / (1 + np.exp(-pred[:, 0:2]))
# +     box = np.sum(obj[:, None] * np.square(xy - target[:, 0:2]))
# +     box += np.sum(obj[:, None] * np.square(pred[:, 2:4] - target[:, 2:4]))
