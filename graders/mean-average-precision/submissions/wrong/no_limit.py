# diagnosis: no-detection-limit
# from: accepted/plain_python.py
# -         for score, box in group[:100]:
# +         for score, box in group:
