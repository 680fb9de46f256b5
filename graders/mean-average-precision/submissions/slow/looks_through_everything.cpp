// from: accepted/threshold_by_threshold.cpp
// Right, but looks through all objects again for every pair and threshold.
// -           for (int g = 0; g < int(taken.size()); g++) {
// -             const double overlap = cell.overlaps[d][g];
// -             if (!taken[g] && overlap >= threshold && (best < 0 || overlap >= cell.overlaps[d][best])) best = g;
// +           for (int g = 0, n = -1; n + 1 < int(taken.size()); g++) {
// +             if (gt_labels.data[g] != label || gt_images.data[g] != image) continue;
// +             const double overlap = iou(&boxes.data[4 * cell.detections[d].index], &gt_boxes.data[4 * g]);
// +             if (!taken[++n] && overlap >= threshold && (best < 0 || overlap >= cell.overlaps[d][best])) best = n;
