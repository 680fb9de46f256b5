def precision_recall(tp, scores, positives):
    ranking = sorted(zip(scores.tolist(), tp.tolist()), key=lambda pair: pair[0], reverse=True)
    precision, recall, found = [], [], 0
    for rank, (_, hit) in enumerate(ranking, start=1):
        found += hit
        precision.append(found / rank)
        recall.append(found / positives if positives else 0.0)
    return {"precision": precision, "recall": recall}
