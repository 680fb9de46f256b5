import numpy as np


def soft_nms(boxes, scores, sigma, score_threshold):
    """Soft-NMS with the Gaussian penalty: in each round the best box is chosen, and the others lose by how much they overlap
    it."""
    boxes, current = boxes.astype(np.float64), scores.astype(np.float64)
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    left = np.arange(len(scores))
    index, score = [], []
    while True:
        left = left[current[left] >= score_threshold]
        if not left.size:
            break
        best = left[np.argmax(current[left])]
        index.append(best)
        score.append(current[best])
        left = left[left != best]
        size = np.minimum(boxes[best, 2:], boxes[left, 2:]) - np.maximum(boxes[best, :2], boxes[left, :2])
        shared = np.maximum(size, 0).prod(axis=1)
        iou = np.divide(shared, area[best] + area[left] - shared, out=np.zeros_like(shared), where=shared > 0)
        current[left] *= np.exp(-(iou**2) / sigma)
    return {"index": np.array(index, dtype=np.int32), "score": np.array(score, dtype=np.float32)}
