from math import exp


def yolov3_decode(t, anchors, stride):
    def s(z):
        return 1 / (1 + exp(-z))

    rows = []
    for (pw, ph), channels in zip(anchors.tolist(), t.tolist()):
        for y in range(len(channels[0])):
            for x in range(len(channels[0][0])):
                tx, ty, tw, th, *scores = [channel[y][x] for channel in channels]
                rows.append([(x + s(tx)) * stride, (y + s(ty)) * stride, pw * exp(tw), ph * exp(th), *map(s, scores)])
    return rows
