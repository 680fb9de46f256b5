def precision_envelope(precision):
    envelope = precision.tolist()
    for at in range(len(envelope) - 2, -1, -1):
        if envelope[at + 1] > envelope[at]:
            envelope[at] = envelope[at + 1]
    return envelope
