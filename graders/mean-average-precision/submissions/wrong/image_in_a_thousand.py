# diagnosis: none
# from: reference.py
# -         groups[label][image].append(index)
# +         groups[label][image % 1000].append(index)
