// diagnosis: ties-kept
// from: reference.cpp
// -   if (across < kTan22_5 * along) return here > at[-1].size && here >= at[1].size;
// -   if (along < kTan22_5 * across) return here > at[-stride].size && here >= at[stride].size;
// +   if (across < kTan22_5 * along) return here >= at[-1].size && here >= at[1].size;
// +   if (along < kTan22_5 * across) return here >= at[-stride].size && here >= at[stride].size;
// -   return here > at[-step].size && here > at[step].size;
// +   return here >= at[-step].size && here >= at[step].size;
