// diagnosis: output-rescaled-upwards
// from: reference.cpp
// -       for (double& sum : sums) sum *= shrink;
// +       if (start > 0) for (double& sum : sums) sum *= 1 / shrink;
