# diagnosis: earlier-calls
# from: reference.py
# - def nms(boxes, scores, threshold):
# + AREAS = {}
# +
# +
# + def nms(boxes, scores, threshold):
# -     area = (x2 - x1) * (y2 - y1)
# +     area = AREAS.setdefault(len(boxes), (x2 - x1) * (y2 - y1))
