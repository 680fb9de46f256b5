// diagnosis: in-input-order
// from: reference.cpp
// -   PrecisionRecallResult curve{{scores.shape, {}}, {scores.shape, {}}};
// +   PrecisionRecallResult curve{NdArray<double>::zeros(scores.shape), NdArray<double>::zeros(scores.shape)};
// -     curve.precision.data.push_back(found / static_cast<double>(rank + 1));
// -     curve.recall.data.push_back(positives > 0 ? found / positives : 0);
// +     curve.precision.data[order[rank]] = found / static_cast<double>(rank + 1);
// +     curve.recall.data[order[rank]] = positives > 0 ? found / positives : 0;
