# diagnosis: earlier-calls
# from: reference.py
# - def by_class_and_image(labels, images):
# -     groups = defaultdict(lambda: defaultdict(list))
# + def by_class_and_image(labels, images, known={}):
# +     if len(labels) in known:
# +         return known[len(labels)]
# +     groups = known[len(labels)] = defaultdict(lambda: defaultdict(list))
