# diagnosis: sigma-multiplied
# from: reference.py
# -         current[left] *= np.exp(-(iou**2) / sigma)
# +         current[left] *= np.exp(-(iou**2) * sigma)
