// diagnosis: largest-layer-norm
// from: accepted/layer_by_layer.cpp
// -     norm = std::hypot(norm, own);
// +     norm = std::max(norm, own);
