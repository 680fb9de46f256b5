// diagnosis: threshold-strict
// from: accepted/threshold_by_threshold.cpp
// -             if (!taken[g] && overlap >= threshold && (best < 0 || overlap >= cell.overlaps[d][best])) best = g;
// +             if (!taken[g] && overlap > threshold && (best < 0 || overlap >= cell.overlaps[d][best])) best = g;
