# diagnosis: only-lowered-ones-dropped+plus-one
# from: reference.py
# -     area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
# +     area = (boxes[:, 2] - boxes[:, 0] + 1) * (boxes[:, 3] - boxes[:, 1] + 1)
# -         left = left[current[left] >= score_threshold]
# +         left = left[(current[left] >= score_threshold) | (current[left] == scores[left])]
# -         size = np.minimum(boxes[best, 2:], boxes[left, 2:]) - np.maximum(boxes[best, :2], boxes[left, :2])
# +         size = np.minimum(boxes[best, 2:], boxes[left, 2:]) - np.maximum(boxes[best, :2], boxes[left, :2]) + 1
