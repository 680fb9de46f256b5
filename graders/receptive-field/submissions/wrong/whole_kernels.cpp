// diagnosis: one-not-taken-off
// from: reference.cpp
// -     field.size += (kernel - 1) * dilation * field.jump;
// +     field.size += kernel * dilation * field.jump;
