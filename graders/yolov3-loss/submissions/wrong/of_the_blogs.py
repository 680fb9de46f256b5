# diagnosis: lambda-coord+lambda-noobj
# from: accepted/logaddexp.py
# -     box = np.sum(obj[:, None] * bce(pred[:, 0:2], target[:, 0:2]))
# -     box += 0.5 * np.sum(obj[:, None] * np.square(pred[:, 2:4] - target[:, 2:4]))
# -     conf = np.sum((obj + noobj) * bce(pred[:, 4], obj))
# +     box = 5 * np.sum(obj[:, None] * bce(pred[:, 0:2], target[:, 0:2]))
# +     box += 5 * 0.5 * np.sum(obj[:, None] * np.square(pred[:, 2:4] - target[:, 2:4]))
# +     conf = np.sum((obj + 0.5 * noobj) * bce(pred[:, 4], obj))
