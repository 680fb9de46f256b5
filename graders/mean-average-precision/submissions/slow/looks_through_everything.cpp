// from: accepted/threshold_by_threshold.cpp
// Right, but looks through all objects again for every detection and threshold, and computes their IoUs.
// -           for (int g = 0; g < int(taken.size()); g++) {
// -             const double overlap = cell.overlaps[d][g];
// -             if (!taken[g] && overlap >= threshold && (best < 0 || overlap >= cell.overlaps[d][best])) best = g;
// +           std::vector<double> with_all;
// +           for (int g = 0; g < int(gt_labels.data.size()); g++)
// +             with_all.push_back(iou(&boxes.data[4 * cell.detections[d].index], &gt_boxes.data[4 * g]));
// +           for (int g = 0, n = -1; n + 1 < int(taken.size()); g++) {
// +             if (gt_labels.data[g] != label || gt_images.data[g] != image) continue;
// +             if (!taken[++n] && with_all[g] >= threshold && (best < 0 || with_all[g] >= cell.overlaps[d][best])) best = n;
