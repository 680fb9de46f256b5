# from: accepted/plain_python.py
# Right, but looks through all objects again for every detection and threshold.
# -             overlaps = sorted(((iou(box, rival), g) for g, rival in enumerate(rivals)), reverse=True)
# +             everything = list(zip(gt_boxes.tolist(), gt_labels.tolist(), gt_images.tolist()))
# -                 for overlap, g in overlaps:
# +                 rivals = [rival for rival, of, at in everything if of == label and at == image]
# +                 for overlap, g in sorted(((iou(box, rival), g) for g, rival in enumerate(rivals)), reverse=True):
