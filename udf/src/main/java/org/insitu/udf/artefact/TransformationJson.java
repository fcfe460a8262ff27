/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.artefact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.transform.Constant;
import org.insitu.udf.transform.Parameter;
import org.insitu.udf.transform.Template;
import org.insitu.udf.transform.Transformation;

/** Transformations as JSON and back. */
final class TransformationJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private TransformationJson() {}

  static ObjectNode write(Transformation transformation) {
    ObjectNode node = JSON.objectNode();
    node.set("inputs", list(transformation.inputs(), TransformationJson::input));
    node.set(
        "outputs",
        list(
            transformation.outputs(),
            output -> {
              ObjectNode made = JSON.objectNode().put("name", output.name());
              made.set("parts", template(output.template()));
              return made;
            }));
    node.set("features", list(transformation.features(), TransformationJson::piece));
    return node;
  }

  private static ObjectNode input(Transformation.Input input) {
    ObjectNode node = JSON.objectNode().put("name", input.name());
    input.type().ifPresent(type -> node.put("type", type.name().toLowerCase(Locale.ROOT)));
    return node;
  }

  private static ObjectNode piece(Transformation.Piece piece) {
    ObjectNode node = JSON.objectNode().put("name", piece.name()).put("output", piece.output());
    return switch (piece.part()) {
      case Transformation.Whole w -> node.put("part", "whole");
      case Transformation.Field f -> node.put("part", "field").put("field", f.name());
      case Transformation.Element e -> node.put("part", "element").put("place", e.place());
      case Transformation.Sparse s -> node.put("part", "sparse").put("index", s.index());
      case Transformation.Holds h -> node.put("part", "holds").put("text", h.text());
      case Transformation.Level l -> {
        node.put("part", "level");
        l.text().ifPresent(text -> node.put("text", text));
        yield node;
      }
      case Transformation.TimePart t -> node.put("part", "time").put("unit", t.unit());
    };
  }

  private static ArrayNode template(Template template) {
    return list(
        template.parts(),
        part ->
            switch (part) {
              case Template.Text text -> JSON.objectNode().put("sql", text.sql());
              case Template.Call call -> call(call);
            });
  }

  private static ObjectNode call(Template.Call call) {
    ObjectNode node = JSON.objectNode().put("call", call.function());
    node.set(
        "arguments",
        list(
            call.arguments(),
            given -> {
              ObjectNode argument = JSON.objectNode().put("name", given.name());
              argument.set("parts", template(given.template()));
              return argument;
            }));
    node.set("constants", list(call.constants(), TransformationJson::constant));
    node.set("parameters", list(call.parameters(), TransformationJson::parameter));
    return node;
  }

  private static JsonNode constant(Constant constant) {
    return switch (constant) {
      case Constant.Num n -> number(n.value());
      case Constant.Text t -> JSON.objectNode().put("text", t.value());
      case Constant.Truth t -> JSON.booleanNode(t.value());
      case Constant.Array a -> list(a.values(), TransformationJson::constant);
    };
  }

  private static ObjectNode parameter(Parameter parameter) {
    ObjectNode node = JSON.objectNode();
    switch (parameter) {
      case Parameter.Num n -> node.set("number", number(n.value()));
      case Parameter.Numbers n -> node.set("numbers", list(n.values(), TransformationJson::number));
      case Parameter.Text t -> node.put("text", t.value());
      case Parameter.Texts t -> node.set("texts", list(t.values(), JSON::textNode));
      case Parameter.Missing m -> node.put("missing", true);
    }
    return node;
  }

  /** JSON has no NaN and no infinity: they are texts. */
  private static JsonNode number(double value) {
    return Double.isFinite(value) ? JSON.numberNode(value) : JSON.textNode(String.valueOf(value));
  }

  private static <T> ArrayNode list(Collection<T> items, Function<T, ? extends JsonNode> write) {
    ArrayNode list = JSON.arrayNode();
    items.forEach(item -> list.add(write.apply(item)));
    return list;
  }

  static Transformation read(JsonNode node) {
    return new Transformation(
        JsonFields.list(node, "inputs").stream().map(TransformationJson::readInput).toList(),
        JsonFields.list(node, "outputs").stream()
            .map(o -> new Transformation.Output(JsonFields.text(o, "name"), readTemplate(o)))
            .toList(),
        JsonFields.list(node, "features").stream().map(TransformationJson::readPiece).toList());
  }

  private static Transformation.Input readInput(JsonNode node) {
    return new Transformation.Input(
        JsonFields.text(node, "name"),
        node.has("type")
            ? Optional.of(JsonFields.constant(node, "type", ValueType.class))
            : Optional.empty());
  }

  private static Transformation.Piece readPiece(JsonNode node) {
    String part = JsonFields.text(node, "part");
    return new Transformation.Piece(
        JsonFields.text(node, "name"),
        JsonFields.integer(node, "output"),
        switch (part) {
          case "whole" -> new Transformation.Whole();
          case "field" -> new Transformation.Field(JsonFields.text(node, "field"));
          case "element" -> new Transformation.Element(JsonFields.integer(node, "place"));
          case "sparse" -> new Transformation.Sparse(JsonFields.integer(node, "index"));
          case "holds" -> new Transformation.Holds(JsonFields.text(node, "text"));
          case "level" ->
              new Transformation.Level(
                  node.has("text") ? Optional.of(JsonFields.text(node, "text")) : Optional.empty());
          case "time" -> new Transformation.TimePart(JsonFields.text(node, "unit"));
          default -> throw new ArtefactException("manifest: unknown part '" + part + "'");
        });
  }

  private static Template readTemplate(JsonNode node) {
    return new Template(
        JsonFields.list(node, "parts").stream()
            .<Template.Part>map(
                part ->
                    part.has("sql")
                        ? new Template.Text(JsonFields.text(part, "sql"))
                        : readCall(part))
            .toList());
  }

  private static Template.Call readCall(JsonNode node) {
    return new Template.Call(
        JsonFields.text(node, "call"),
        JsonFields.list(node, "arguments").stream()
            .map(a -> new Template.Given(JsonFields.text(a, "name"), readTemplate(a)))
            .toList(),
        JsonFields.list(node, "constants").stream().map(TransformationJson::readConstant).toList(),
        JsonFields.list(node, "parameters").stream()
            .map(TransformationJson::readParameter)
            .toList());
  }

  private static Constant readConstant(JsonNode node) {
    if (node.isBoolean()) {
      return new Constant.Truth(node.booleanValue());
    }
    if (node.isArray()) {
      List<Constant> values = new java.util.ArrayList<>();
      node.forEach(value -> values.add(readConstant(value)));
      return new Constant.Array(values);
    }
    return node.isObject()
        ? new Constant.Text(JsonFields.text(node, "text"))
        : new Constant.Num(JsonFields.number(node));
  }

  private static Parameter readParameter(JsonNode node) {
    if (node.has("number")) {
      return new Parameter.Num(JsonFields.number(node, "number"));
    }
    if (node.has("numbers")) {
      return new Parameter.Numbers(
          JsonFields.list(node, "numbers").stream().map(JsonFields::number).toList());
    }
    if (node.has("text")) {
      return new Parameter.Text(JsonFields.text(node, "text"));
    }
    if (node.has("texts")) {
      return new Parameter.Texts(
          JsonFields.list(node, "texts").stream().map(JsonNode::textValue).toList());
    }
    return new Parameter.Missing();
  }
}
