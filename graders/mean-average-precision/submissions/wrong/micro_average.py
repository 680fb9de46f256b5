# diagnosis: classes-pooled
# from: accepted/plain_python.py
# -     ap = np.array([[area(ranked[label], t, total) for t in range(10)] for label, total in positives.items()])
# +     pooled = [pair for label in positives for pair in ranked[label]]
# +     ap = np.array([[area(pooled, t, sum(positives.values())) for t in range(10)]])
