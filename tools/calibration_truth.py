"""Writes test/core/calibration/calibration-truth.json: reviews of a made-up learner, and what scikit-learn and
pandas say of them by the FSRS benchmark's definitions (open-spaced-repetition/srs-benchmark: utils.py,
model_processors.py).

    pip install scikit-learn==1.9.1 pandas==3.1.1
    python tools/calibration_truth.py
"""

import json

import numpy as np
import pandas as pd
from sklearn.metrics import log_loss, roc_auc_score, root_mean_squared_error

REVIEWS = 500
TO = "test/core/calibration/calibration-truth.json"


def draw_reviews():
    random = np.random.default_rng(20261129)
    elapsed = np.ceil(random.lognormal(1.8, 1.3, REVIEWS)).astype(int)
    nth = 2 + random.geometric(0.15, REVIEWS)
    lapses = np.minimum(nth - 2, random.poisson(1.2, REVIEWS))
    true = np.clip(random.beta(8, 1.5, REVIEWS) - 0.02 * lapses, 0.02, 0.99)
    recalled = (random.random(REVIEWS) < true).astype(int)
    # To a ten-thousandth, as the program tells probabilities apart for the AUC; and some that are certain.
    probability = np.round(np.clip(true + random.normal(0, 0.08, REVIEWS), 0, 1), 4)
    return pd.DataFrame(
        {"p": probability, "y": recalled, "elapsed_days": elapsed, "i": nth, "lapse": lapses}
    )


def moving_average(outcomes):
    x, foretold = 1.2, []
    for outcome in outcomes:
        foretold.append(1 / (np.exp(-x) + 1))
        x += 0.3 / (np.exp(x) + 1) if outcome == 1 else -0.3 * np.exp(x) / (np.exp(x) + 1)
    return np.array(foretold)


def step(values, base):
    return np.floor(np.log(np.maximum(values, 1)) / np.log(base))


def rmse_bins(reviews):
    bins = pd.DataFrame(
        {
            "delta_t": (2.48 * 3.62 ** step(reviews["elapsed_days"], 3.62)).round(2),
            "i": (1.99 * 1.89 ** step(reviews["i"], 1.89)).round(0),
            "lapse": (1.65 * 1.73 ** step(reviews["lapse"], 1.73)).round(0).where(reviews["lapse"] > 0, 0),
            "p": reviews["p"],
            "y": reviews["y"],
            "weight": 1,
        }
    )
    groups = bins.groupby(["delta_t", "i", "lapse"]).agg({"p": "mean", "y": "mean", "weight": "sum"})
    return root_mean_squared_error(groups["y"], groups["p"], sample_weight=groups["weight"])


def quality(reviews):
    return {
        "logLoss": float(log_loss(reviews["y"], reviews["p"], labels=[0, 1])),
        "rmseBins": float(rmse_bins(reviews)),
        "auc": float(roc_auc_score(reviews["y"], np.round(reviews["p"], 4))),
    }


reviews = draw_reviews()
averaged = reviews.assign(p=moving_average(reviews["y"]))
with open(TO, "w", encoding="utf-8") as file:
    json.dump(
        {
            "reviews": reviews.to_numpy().tolist(),
            "scheduler": quality(reviews),
            "average": quality(averaged),
        },
        file,
        separators=(",", ":"),
    )
    file.write("\n")
