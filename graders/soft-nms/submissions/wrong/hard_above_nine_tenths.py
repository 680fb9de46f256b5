# diagnosis: none
# from: reference.py
# -         current[left] *= np.exp(-(iou**2) / sigma)
# +         current[left] *= np.where(iou > 0.9, 0, np.exp(-(iou**2) / sigma))
