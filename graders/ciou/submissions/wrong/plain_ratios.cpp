// diagnosis: v-without-arctangent
// from: accepted/box_struct.cpp
// -     double v = 4 / (PI * PI) * pow(atan(p.w() / p.h()) - atan(q.w() / q.h()), 2);
// +     double v = 4 / (PI * PI) * pow(p.w() / p.h() - q.w() / q.h(), 2);
