// diagnosis: best-overlap-taken
// from: accepted/threshold_by_threshold.cpp
// -             if (!taken[g] && overlap >= threshold && (best < 0 || overlap >= cell.overlaps[d][best])) best = g;
// -           }
// +             if (overlap >= threshold && (best < 0 || overlap >= cell.overlaps[d][best])) best = g;
// +           }
// +           if (best >= 0 && taken[best]) best = -1;
