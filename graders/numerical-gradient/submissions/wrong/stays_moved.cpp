// diagnosis: not-put-back
// from: reference.cpp
// -     at[i] = x.data[i];
