// verdict: invalid-output
// from: reference.cpp
// - MomentumResult momentum(const NdArray<float>& params, const NdArray<float>& grads, double lr, double mu,
// -                         bool nesterov) {
// + const MomentumResult& momentum(const NdArray<float>& params, const NdArray<float>& grads, double lr, double mu,
// +                                bool nesterov) {
// -   MomentumResult state{params, NdArray<float>::zeros(params.shape)};
// +   static MomentumResult state;
// +   state = {params, NdArray<float>::zeros(params.shape)};
