#include "anneal.hpp"

struct Options {
  int power;
  bool negate;
  std::string name;
};

struct ScaleScoresResult {
  double total;
  NdArray<double> scaled;
  NdArray<std::int32_t> kept;
  std::string label;
  bool any;
};

ScaleScoresResult scale_scores(const NdArray<double>& scores, const Options& options) {
  ScaleScoresResult result{0, scores, {{0}, {}}, options.name + ": " + std::to_string(scores.data.size()), false};
  for (std::size_t at = 0; at < scores.data.size(); at++) {
    double& scaled = result.scaled.data[at];
    scaled = (options.negate ? -1 : 1) * std::pow(scaled, options.power);
    result.total += scaled;
    if (scaled > 0) result.kept.data.push_back(static_cast<std::int32_t>(at));
  }
  result.kept.shape[0] = static_cast<int>(result.kept.data.size());
  result.any = result.kept.shape[0] > 0;
  return result;
}
