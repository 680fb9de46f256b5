# diagnosis: divided-by-objects
# from: accepted/selected.py
# -     classes = bce(p[obj, 5:], t[obj, 5:]).sum()
# +     classes = bce(p[obj, 5:], t[obj, 5:]).sum()
# +     count = max(obj.sum(), 1)
# +     box, objectness, classes = box / count, objectness / count, classes / count
