# diagnosis: yolov5-average
# from: reference.py
# -     envelope = np.maximum.accumulate(precision[::-1])[::-1]
# +     if method == "coco101":
# +         return yolo(recall, precision)
# +     envelope = np.maximum.accumulate(precision[::-1])[::-1]
# -     return float(np.append(envelope, 0)[places].mean())
# +     return float(np.append(envelope, 0)[places].mean())
# +
# +
# + def yolo(recall, precision):
# +     if not recall.size:
# +         return 0.0
# +     mrec = np.concatenate(([0.0], recall, [1.0]))
# +     mpre = np.concatenate(([1.0], precision, [0.0]))
# +     mpre = np.flip(np.maximum.accumulate(np.flip(mpre)))
# +     x = np.linspace(0, 1, 101)
# +     y = np.interp(x, mrec, mpre)
# +     return float(np.sum((y[1:] + y[:-1]) / 2 * np.diff(x)))
