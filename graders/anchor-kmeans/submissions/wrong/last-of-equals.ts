// diagnosis: ties-to-the-last
// from: accepted/sums.ts
// -         if (iou > bestIou) {
// +         if (iou >= bestIou) {
