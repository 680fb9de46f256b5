# verdict: memory-limit
# memoryMb: 300
# requestMs: 5000
def mean_filter(image, ksize):
    held = []
    while True:
        held.append([object()] * 10**6)
