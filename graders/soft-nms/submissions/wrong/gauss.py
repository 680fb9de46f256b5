# diagnosis: gaussian-density
# from: reference.py
# -         current[left] *= np.exp(-(iou**2) / sigma)
# +         current[left] *= np.exp(-(iou**2) / (2 * sigma**2))
