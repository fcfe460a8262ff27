/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.insitu.executor.fit.FitReport;

/** One report of fits that were made one after the other, a class each. */
final class JointReport {
  private JointReport() {}

  /**
   * Joins reports: the loss of an iteration is the mean over the classes, of which those that are
   * done keep theirs; what is not noted of all of them is noted with the class's name.
   *
   * @param classes one name per report
   */
  static FitReport of(List<String> classes, List<FitReport> reports) {
    FitReport first = reports.getFirst();
    return reports.size() == 1
        ? first
        : new FitReport(
            first.method() + ", each class against the rest",
            first.ranIn(),
            first.bytesMoved(),
            iterations(reports.stream().map(FitReport::iterations).toList()),
            notices(classes, reports.stream().map(FitReport::notices).toList()));
  }

  private static List<FitReport.Iteration> iterations(List<List<FitReport.Iteration>> classes) {
    int most = classes.stream().mapToInt(List::size).max().orElse(0);
    List<FitReport.Iteration> joint = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      double loss = 0;
      long millis = 0;
      for (List<FitReport.Iteration> one : classes) {
        loss += one.get(Math.min(i, one.size() - 1)).loss() / classes.size();
        millis += i < one.size() ? one.get(i).durationMillis() : 0;
      }
      joint.add(
          new FitReport.Iteration(
              i + 1, loss, OptionalDouble.empty(), OptionalDouble.empty(), millis));
    }
    return joint;
  }

  private static List<String> notices(List<String> classes, List<List<String>> notices) {
    Set<String> joint = new LinkedHashSet<>();
    for (int k = 0; k < notices.size(); k++) {
      for (String notice : notices.get(k)) {
        boolean common = notices.stream().allMatch(others -> others.contains(notice));
        joint.add(
            common ? notice : "Class '%s' against the rest: %s".formatted(classes.get(k), notice));
      }
    }
    return List.copyOf(joint);
  }
}
