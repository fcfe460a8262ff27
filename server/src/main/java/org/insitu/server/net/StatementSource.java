/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import java.util.ArrayList;
import java.util.List;
import org.insitu.jdbc.wire.Execute;
import org.insitu.jdbc.wire.Parameter;

/** Runs what an EXECUTE says. */
final class StatementSource {
  private StatementSource() {}

  static RowsRequest.Source of(Execute execute) {
    List<Object> values = new ArrayList<>(execute.parameters().size());
    for (Parameter parameter : execute.parameters()) {
      values.add(parameter.value());
    }
    return (session, listener) -> session.execute(execute.sql(), values, listener);
  }
}
