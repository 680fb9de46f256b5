# diagnosis: images-ignored
# from: reference.py
# -     boxes, gt_boxes = boxes.astype(np.float64), gt_boxes.astype(np.float64)
# +     boxes, gt_boxes = boxes.astype(np.float64), gt_boxes.astype(np.float64)
# +     images, gt_images = np.zeros_like(images), np.zeros_like(gt_images)
