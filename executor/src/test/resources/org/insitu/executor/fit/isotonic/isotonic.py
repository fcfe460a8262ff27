# Copyright 2026 The Insitu Authors
# SPDX-License-Identifier: Apache-2.0
#
# Reference values of IsotonicTrainerTest: python3 isotonic.py (scikit-learn 1.2.1, numpy 1.24.2)
import numpy as np
from sklearn.isotonic import IsotonicRegression

i = np.arange(300)
x = (i * 37 % 101).astype(float) - 40
y = (i * 37 % 101) // 10 + (i * 7919 % 13) * 1.0
w = 1.0 + i % 3
at = np.array([-45, -40, -36.75, -22.5, 10, 37.125, 59.5, 60, 1000.])
for name, rising, labels, weights in [('rising', True, y, None), ('falling', False, 20 - y, None),
                                      ('weighted', True, y, w)]:
    model = IsotonicRegression(increasing=rising, out_of_bounds='clip').fit(x, labels, weights)
    print(name, len(model.X_thresholds_), model.predict(at).tolist())
    print('  loss', np.average((model.predict(x) - labels) ** 2, weights=weights))
