/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.insitu.udf.model.Policies;
import org.insitu.udf.model.Policy;

/** The policies of a feature as a field of its JSON; those that are the default are left out. */
final class PoliciesJson {
  private static final String FIELD = "policies";
  private static final String OF_NULL = "null";
  private static final String OF_UNSEEN = "unseen";
  private static final String OF_RANGE = "range";

  private PoliciesJson() {}

  static void write(Policies policies, ObjectNode feature) {
    if (policies.equals(Policies.DEFAULTS)) {
      return;
    }
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    put(node, OF_NULL, policies.ofNull());
    put(node, OF_UNSEEN, policies.ofUnseen());
    policies
        .range()
        .ifPresent(
            range -> {
              put(node, OF_RANGE, range.policy());
              node.set("low", DoubleNode.valueOf(range.low()));
              node.set("high", DoubleNode.valueOf(range.high()));
            });
    feature.set(FIELD, node);
  }

  private static void put(ObjectNode node, String field, Policy policy) {
    if (policy != Policy.DEFAULT) {
      node.put(field, policy.name().toLowerCase(Locale.ROOT));
    }
  }

  /** Artefacts had none before policies were known. */
  static Policies read(JsonNode feature) {
    if (!feature.has(FIELD)) {
      return Policies.DEFAULTS;
    }
    JsonNode node = JsonFields.object(feature, FIELD);
    Optional<Policies.Range> range =
        node.has(OF_RANGE)
            ? Optional.of(
                new Policies.Range(
                    policy(node, OF_RANGE),
                    JsonFields.number(node, "low"),
                    JsonFields.number(node, "high")))
            : Optional.empty();
    return new Policies(policy(node, OF_NULL), policy(node, OF_UNSEEN), range);
  }

  private static Policy policy(JsonNode node, String field) {
    return node.has(field) ? JsonFields.constant(node, field, Policy.class) : Policy.DEFAULT;
  }
}
