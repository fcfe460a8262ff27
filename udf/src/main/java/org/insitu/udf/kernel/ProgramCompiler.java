/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.kernel.Values.Doubles;
import org.insitu.udf.kernel.Values.Lists;
import org.insitu.udf.kernel.Values.Longs;
import org.insitu.udf.kernel.Values.Structs;
import org.insitu.udf.kernel.Values.Texts;
import org.insitu.udf.kernel.Values.Truths;

/** Turns a program into readers, a list of operations, and writers. */
final class ProgramCompiler {
  private final Schema input;
  private final ForestKernels forests;
  private final List<ColumnReader> readers = new ArrayList<>();
  private final List<Operation> operations = new ArrayList<>();
  private final Map<String, ColumnReader> byName = new HashMap<>();
  private final ColumnReader.Scratch scratch = new ColumnReader.Scratch();
  private final Map<Texts, KeyIndex> indexes = new HashMap<>();

  /** The columns of the layers, and the number of the layer that defines them. */
  private final Map<String, Expression> definitions = new HashMap<>();

  private final Map<String, Integer> layers = new HashMap<>();

  /** What is computed already, in the scope of the input and in that of the layers. */
  private final Map<Expression, Values> ofInput = new HashMap<>();

  private final Map<Expression, Values> ofLayers = new HashMap<>();
  private Map<Expression, Values> computed = ofInput;

  ProgramCompiler(Schema input, ForestKernels forests) {
    this.input = input;
    this.forests = forests;
  }

  List<ColumnReader> readers() {
    return readers;
  }

  List<Operation> operations() {
    return operations;
  }

  /**
   * Compiles what the outputs need, each column of a layer where it is needed first: it is then
   * read while it is still in the cache.
   */
  List<OutputWriter> compile(Program program) {
    for (int layer = 0; layer < program.layers().size(); layer++) {
      for (Named column : program.layers().get(layer)) {
        definitions.put(column.name(), column.expression());
        layers.put(column.name(), layer);
      }
    }
    computed = definitions.isEmpty() ? ofInput : ofLayers;
    List<OutputWriter> writers = new ArrayList<>();
    for (Named output : program.outputs()) {
      writers.add(OutputWriter.of(values(output.expression()), output.expression().type()));
    }
    indexes.values().forEach(KeyIndex::freeze);
    return writers;
  }

  /** The values of a layer's column; those of the first layer read the input. */
  private Values layerColumn(Expression.Column column) {
    Expression definition = definitions.get(column.name());
    if (definition == null) {
      throw new IllegalArgumentException("column '" + column.name() + "' is in no layer");
    }
    boolean first = Integer.valueOf(0).equals(layers.get(column.name()));
    computed = first ? ofInput : ofLayers;
    Values values = values(definition);
    computed = ofLayers;
    return values;
  }

  private Values values(Expression expression) {
    Values known = computed.get(expression);
    if (known != null) {
      return known;
    }
    Values values =
        switch (expression) {
          case Expression.Literal e -> Literals.values(e);
          case Expression.Column e -> column(e, e.type());
          case Expression.Arithmetic e -> arithmetic(e);
          case Expression.Comparison e ->
              add(Comparisons.of(e.operator(), values(e.left()), values(e.right())));
          case Expression.Logic e ->
              add(Logics.of(e.operator(), e.operands().stream().map(this::truths).toList()));
          case Expression.Case e -> choice(e);
          case Expression.IsMissing e -> add(Missing.test(values(e.operand())));
          case Expression.Cast e -> cast(e);
          case Expression.Call e ->
              add(Calls.of(e.function(), e.arguments().stream().map(this::doubles).toList()));
          case Expression.Lookup e -> lookup(e);
          case Expression.Interpolation e -> add(Lines.of(e.line(), doubles(e.input())));
          case Expression.TreeSum e ->
              add(
                  TreeSums.of(
                      forests.of(e.forest()), e.inputs().stream().map(this::doubles).toList()));
          case Expression.TreeAttributions e -> attributions(e);
          case Expression.OfPoints e -> points(e);
          case Expression.Element e -> ((Lists) values(e.list())).elements[e.index()];
          case Expression.StructList e -> structs(e);
          case Expression.Joined e ->
              add(JoinedTexts.of(e.separator(), e.parts().stream().map(this::texts).toList()));
          case Expression.Accepted e -> accepted(e);
        };
    computed.put(expression, values);
    return values;
  }

  private <V extends Values> V add(Computed<V> step) {
    operations.add(step.operation());
    return step.values();
  }

  private Truths truths(Expression expression) {
    return (Truths) values(expression);
  }

  private Texts texts(Expression expression) {
    return (Texts) convert(values(expression), expression.type(), ValueType.VARCHAR);
  }

  private Doubles doubles(Expression expression) {
    return (Doubles) convert(values(expression), expression.type(), ValueType.DOUBLE);
  }

  private Values column(Expression.Column column, ValueType type) {
    if (computed == ofLayers) {
      return convert(layerColumn(column), column.type(), type);
    }
    ColumnReader reader = byName.get(column.name());
    if (reader == null) {
      Field field = input.getFields().get(find(column.name()));
      if (field.getType() instanceof ArrowType.Null) {
        return Literals.values(new Expression.Literal(null, type));
      }
      reader = open(column.name());
    }
    if (!Expression.Cast.convertible(reader.type(), type)) {
      throw new IllegalArgumentException(
          "column '" + column.name() + "': " + reader.type() + " (expected: " + type + ")");
    }
    return convert(reader.values(), reader.type(), type);
  }

  private ColumnReader open(String name) {
    int index = find(name);
    ColumnReader reader = ColumnReader.of(input.getFields().get(index), index, scratch);
    readers.add(reader);
    operations.add(reader);
    byName.put(name, reader);
    return reader;
  }

  /** The column of exactly this name, else the first that differs in case alone. */
  private int find(String name) {
    List<String> names = input.getFields().stream().map(Field::getName).toList();
    int index = names.indexOf(name);
    for (int i = 0; i < names.size() && index < 0; i++) {
      index = names.get(i).equalsIgnoreCase(name) ? i : index;
    }
    if (index < 0) {
      throw new IllegalArgumentException("column '" + name + "' (expected: one of " + names + ")");
    }
    return index;
  }

  private Values cast(Expression.Cast cast) {
    if (cast.operand() instanceof Expression.Column column) {
      return column(column, cast.type());
    }
    return convert(values(cast.operand()), cast.operand().type(), cast.type());
  }

  private Values convert(Values values, ValueType from, ValueType to) {
    return Casts.free(from, to) ? values : add(Casts.of(values, from, to));
  }

  /** A chain of additions is one operation per term, on one accumulator, from the left. */
  private Values arithmetic(Expression.Arithmetic e) {
    if (e.operator() != Expression.ArithmeticOperator.ADD) {
      return add(Arithmetics.of(e.operator(), doubles(e.left()), doubles(e.right())));
    }
    List<Expression> terms = new ArrayList<>();
    Expression first = e;
    while (first
            instanceof
            Expression.Arithmetic(
                Expression.ArithmeticOperator operator,
                Expression left,
                Expression right)
        && operator == Expression.ArithmeticOperator.ADD) {
      terms.addFirst(right);
      first = left;
    }
    Doubles sum = new Doubles();
    Doubles start = doubles(first);
    operations.add(SumOperations.start(sum, start));
    for (Expression term : terms) {
      add(term, sum);
    }
    return sum;
  }

  private void add(Expression term, Doubles sum) {
    if (term
            instanceof
            Expression.Arithmetic(
                Expression.ArithmeticOperator operator,
                Expression.Literal(Object weight, ValueType _),
                Expression value)
        && operator == Expression.ArithmeticOperator.MULTIPLY
        && weight instanceof Double number) {
      operations.add(SumOperations.add(sum, number, doubles(value)));
    } else {
      operations.add(SumOperations.add(sum, doubles(term)));
    }
  }

  private Values choice(Expression.Case e) {
    if (e.whens().size() == 1
        && e.type() == ValueType.DOUBLE
        && e.whens().getFirst().condition() instanceof Expression.IsMissing(Expression tested)
        && e.whens().getFirst().result()
            instanceof Expression.Literal(Double replacement, ValueType _)
        && tested.equals(e.otherwise())) {
      return add(Missing.replace(doubles(tested), replacement));
    }
    List<Truths> conditions = e.whens().stream().map(w -> truths(w.condition())).toList();
    List<Values> results = new ArrayList<>();
    e.whens().forEach(when -> results.add(values(when.result())));
    results.add(values(e.otherwise()));
    return add(Choices.of(conditions, results));
  }

  private Values lookup(Expression.Lookup e) {
    Texts key = (Texts) convert(values(e.key()), e.key().type(), ValueType.VARCHAR);
    KeyIndex index = indexes.get(key);
    if (index == null) {
      index = new KeyIndex(key);
      indexes.put(key, index);
      operations.add(index);
    }
    KeyIndex.Table table = index.table(e);
    operations.add(table);
    return table.values();
  }

  private Values attributions(Expression.TreeAttributions e) {
    List<AttributionKernel> kernels = e.forests().stream().map(forests::attributions).toList();
    return add(
        TreeAttributions.of(
            kernels, (Longs) values(e.which()), e.inputs().stream().map(this::doubles).toList()));
  }

  private Values points(Expression.OfPoints e) {
    PointKernel kernel = forests.points(e.function());
    List<Doubles> inputs = e.inputs().stream().map(this::doubles).toList();
    return e.function().outputs() == 1
        ? add(PointCalls.number(kernel, inputs))
        : add(PointCalls.list(kernel, inputs, e.function().outputs()));
  }

  private Values structs(Expression.StructList e) {
    int fields = e.fields().size();
    Values[][] elements = new Values[e.rows().size()][fields];
    for (int i = 0; i < elements.length; i++) {
      for (int j = 0; j < fields; j++) {
        elements[i][j] = values(e.rows().get(i).get(j));
      }
    }
    int key = e.fields().indexOf(e.ordering().field());
    int size = Math.min(e.ordering().limit(), elements.length);
    Structs structs = new Structs(elements, size);
    operations.add(new SortOperation(structs, key, e.ordering()));
    e.withheld().ifPresent(withheld -> operations.add(withhold(structs, truths(withheld))));
    return structs;
  }

  private static Operation withhold(Structs structs, Truths withheld) {
    return count -> {
      structs.anyNull = true;
      for (int i = 0; i < count; i++) {
        structs.nulls[i] = withheld.isTrue(i);
      }
    };
  }

  private Values accepted(Expression.Accepted e) {
    List<Refusals.Refusal> refusals = new ArrayList<>();
    for (Expression.Refusal refusal : e.refusals()) {
      refusals.add(
          new Refusals.Refusal(
              truths(refusal.condition()), refusal.reason(), refusal.seen().map(this::values)));
    }
    operations.add(new Refusals(refusals));
    return values(e.value());
  }

  /** A block of values and the step that computes it. */
  record Computed<V extends Values>(V values, Operation operation) {}
}
