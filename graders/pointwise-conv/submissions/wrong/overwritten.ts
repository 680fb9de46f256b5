// diagnosis: channels-overwritten
// from: accepted/channel-by-channel.ts
// -         for (let p = 0; p < size; p++) sums[p] += w * plane[p]
// +         for (let p = 0; p < size; p++) sums[p] = w * plane[p]
