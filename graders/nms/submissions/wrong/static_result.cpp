// verdict: invalid-output
// from: reference.cpp
// - NdArray<std::int32_t> nms(const NdArray<float>& boxes, const NdArray<float>& scores, double threshold) {
// + const NdArray<std::int32_t>& nms(const NdArray<float>& boxes, const NdArray<float>& scores, double threshold) {
// -   return {{static_cast<int>(kept.size())}, kept};
// +   static NdArray<std::int32_t> result;
// +   return result = {{static_cast<int>(kept.size())}, kept};
