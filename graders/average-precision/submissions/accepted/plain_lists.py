# No numpy: the ranks of the hits are all that counts.
def average_precision(tp, scores, positives, method):
    ranking = sorted(range(len(scores)), key=lambda i: -scores[i])
    ranks = [rank for rank, i in enumerate(ranking, start=1) if tp[i]]
    envelope, best = [], 0.0
    for found in range(len(ranks), 0, -1):
        best = max(best, found / ranks[found - 1])
        envelope.insert(0, best)
    if method == "area":
        return sum(envelope) / positives if positives else 0.0
    steps = {"voc07": 10, "coco101": 100}[method]
    total = 0.0
    for level in range(steps + 1):
        needed = -(-level * positives // steps)  # how many hits this recall takes, rounded up
        place = max(needed, 1) - 1
        if place < len(envelope):
            total += envelope[place]
    return total / (steps + 1)
