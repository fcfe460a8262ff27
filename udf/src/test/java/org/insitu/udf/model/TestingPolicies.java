/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The testing models with policies. */
public final class TestingPolicies {
  private TestingPolicies() {}

  /** One policy for everything that can be odd; numbers have been seen from 20 to 1400. */
  public static ModelFunction all(ModelFunction model, Policy policy) {
    return with(model, feature -> feature.with(of(feature, policy)));
  }

  /** A policy for one feature, the others as by default. */
  public static ModelFunction only(ModelFunction model, String name, Policies policies) {
    return with(model, feature -> feature.name().equals(name) ? feature.with(policies) : feature);
  }

  private static Policies of(Feature feature, Policy policy) {
    return switch (feature) {
      case Feature.Numeric _ ->
          new Policies(
              policy,
              Policy.DEFAULT,
              policy == Policy.DEFAULT
                  ? Optional.empty()
                  : Optional.of(new Policies.Range(policy, 20, 1400)));
      case Feature.Category _ -> new Policies(policy, policy, Optional.empty());
    };
  }

  /** The same model, its features changed: every kind is a record of its features and others. */
  public static ModelFunction with(ModelFunction model, UnaryOperator<Feature> change) {
    try {
      RecordComponent[] components = model.getClass().getRecordComponents();
      Object[] values = new Object[components.length];
      for (int i = 0; i < components.length; i++) {
        Object value = components[i].getAccessor().invoke(model);
        values[i] =
            switch (components[i].getName()) {
              case "features" ->
                  ((List<?>) value).stream().map(f -> change.apply((Feature) f)).toList();
              case "feature" -> change.apply((Feature) value);
              default -> value;
            };
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return (ModelFunction) model.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
