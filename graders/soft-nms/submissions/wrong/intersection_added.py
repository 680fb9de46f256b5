# diagnosis: intersection-added
# from: reference.py
# -         iou = np.divide(shared, area[best] + area[left] - shared, out=np.zeros_like(shared), where=shared > 0)
# +         iou = np.divide(shared, area[best] + area[left] + shared, out=np.zeros_like(shared), where=shared > 0)
