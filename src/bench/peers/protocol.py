# Copyright 2026 The Insitu Authors
# SPDX-License-Identifier: Apache-2.0
"""How a peer talks with org.insitu.bench.Peer: a request a line, an answer a line that begins with "= "."""
import os
import sys
import time
import traceback

import numpy
import pandas
import sklearn
import threadpoolctl


def rows(folder):
    """The exported table: Parquet where pyarrow is there, else CSV. Texts are Python's, which scikit-learn is quickest with."""
    try:
        import pyarrow  # noqa: F401

        frame = pandas.read_parquet(os.path.join(folder, "rows.parquet"))
    except ImportError:
        frame = pandas.read_csv(os.path.join(folder, "rows.csv"), float_precision="round_trip")
    for name in frame.columns:
        if not pandas.api.types.is_numeric_dtype(frame[name]):
            frame[name] = frame[name].astype(object)
    return frame


def timed(work):
    """Seconds of a call, and its result."""
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


def versions():
    blas = [
        "%s %s (%s)" % (p["internal_api"], p["version"], p.get("architecture"))
        for p in threadpoolctl.threadpool_info()
        if p["user_api"] == "blas"
    ]
    # Without a quick one (Debian's reference BLAS) the peer is not at its best.
    return "scikit-learn %s, pandas %s, numpy %s, BLAS: %s" % (
        sklearn.__version__,
        pandas.__version__,
        numpy.__version__,
        ", ".join(sorted(set(blas))) or "REFERENCE, SLOW",
    )


def serve(answer):
    """Answers requests with (seconds, quality), quality being one number or several, until the input ends."""
    print("= " + versions(), flush=True)
    for line in sys.stdin:
        try:
            seconds, quality = answer(line.strip())
            print("= %r %s" % (seconds, quality), flush=True)
        except Exception as e:
            traceback.print_exc()
            print("= error %s" % str(e).replace("\n", " "), flush=True)
