// diagnosis: relu-behind
// from: accepted/inner_products.cpp
// -         out.data[(static_cast<std::size_t>(n) * outputs + o) * pixels + p] = even + odd;
// +         out.data[(static_cast<std::size_t>(n) * outputs + o) * pixels + p] = std::max(0.0, even + odd);
