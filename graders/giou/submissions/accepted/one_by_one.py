def giou(a, b):
    return [of_pair(p, q) for p, q in zip(a.tolist(), b.tolist())]


def of_pair(p, q):
    def area(x1, y1, x2, y2):
        return max(0.0, x2 - x1) * max(0.0, y2 - y1)

    inter = area(max(p[0], q[0]), max(p[1], q[1]), min(p[2], q[2]), min(p[3], q[3]))
    hull = area(min(p[0], q[0]), min(p[1], q[1]), max(p[2], q[2]), max(p[3], q[3]))
    union = area(*p) + area(*q) - inter
    value = inter / union if union else 0.0
    return value - (hull - union) / hull if hull else value
