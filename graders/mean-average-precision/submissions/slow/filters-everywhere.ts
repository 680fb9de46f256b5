// from: accepted/class-by-class.ts
// Right, but looks through all objects again for every detection and threshold.
// -       const overlaps = dets.map((d) => gts.map((g) => iou(boxes.data, d, gtBoxes.data, g)))
// -       const flags = THRESHOLDS.map((t) => evaluate(overlaps, gts.length, t))
// +       const rivals = () => [...gtLabels.data.keys()].filter((g) => gtLabels.data[g] === c && gtImages.data[g] === image)
// +       const overlaps = () => dets.map((d) => rivals().map((g) => iou(boxes.data, d, gtBoxes.data, g)))
// +       const flags = THRESHOLDS.map((t) => evaluate(overlaps(), gts.length, t))
