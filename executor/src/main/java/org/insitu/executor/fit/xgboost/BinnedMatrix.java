/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import ml.dmlc.xgboost4j.java.util.BigDenseMatrix;
import org.jspecify.annotations.Nullable;

/**
 * XGBoost's QuantileDMatrix by the functions of its C interface: it keeps one bin's number per
 * value, and no copy of the values. XGBoost4J has it for GPUs only (3.0.4), so its library is
 * called through {@code java.lang.foreign}.
 *
 * <p><b>Errors:</b> XGBoostError with the library's text. <b>Source:</b> XGBoost 3.0 c_api.h,
 * XGQuantileDMatrixCreateFromCallback and XGProxyDMatrixSetDataDense.
 */
final class BinnedMatrix {
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong HANDLE = ValueLayout.JAVA_LONG;
  private static final long NONE = 0;
  private static final MethodHandle CREATE =
      function(
          "XGQuantileDMatrixCreateFromCallback",
          FunctionDescriptor.of(
              INT,
              HANDLE,
              HANDLE,
              HANDLE,
              ValueLayout.ADDRESS,
              ValueLayout.ADDRESS,
              ValueLayout.ADDRESS,
              ValueLayout.ADDRESS));
  private static final MethodHandle CREATE_PROXY =
      function("XGProxyDMatrixCreate", FunctionDescriptor.of(INT, ValueLayout.ADDRESS));
  private static final MethodHandle SET_DENSE =
      function(
          "XGProxyDMatrixSetDataDense", FunctionDescriptor.of(INT, HANDLE, ValueLayout.ADDRESS));
  private static final MethodHandle FREE =
      function("XGDMatrixFree", FunctionDescriptor.of(INT, HANDLE));
  private static final MethodHandle LAST_ERROR =
      function("XGBGetLastError", FunctionDescriptor.of(ValueLayout.ADDRESS));

  private BinnedMatrix() {}

  /**
   * Values in bins cut at {@link Cuts}.
   *
   * @param values may be freed afterwards
   * @param order of the matrix's rows
   */
  static DMatrix of(BigDenseMatrix values, RowOrder order, int threads) throws XGBoostError {
    try (Arena arena = Arena.ofShared()) {
      MemorySegment cuts = arena.allocateFrom(ValueLayout.JAVA_FLOAT, Cuts.of(values, threads));
      Rows ends = new Rows(cuts, Cuts.BINS);
      long reference = create(arena, NONE, ends, values.ncol, threads);
      try {
        Batches rows = new OrderedRows(arena, values, order, threads);
        return new Owned(create(arena, reference, rows, values.ncol, threads));
      } finally {
        check(call(FREE, reference));
      }
    }
  }

  private static long create(Arena arena, long reference, Batches batches, int width, int threads)
      throws XGBoostError {
    MemorySegment out = arena.allocate(HANDLE);
    check(call(CREATE_PROXY, out));
    long proxy = out.get(HANDLE, 0);
    try {
      String config =
          "{\"missing\":NaN,\"nthread\":%d,\"max_bin\":%d}".formatted(threads, Cuts.BINS);
      Iteration iteration = new Iteration(proxy, batches, width);
      int status =
          call(
              CREATE,
              NONE,
              proxy,
              reference,
              iteration.reset(arena),
              iteration.next(arena),
              arena.allocateFrom(config),
              out);
      if (iteration.failure != null) {
        if (status == 0) {
          check(call(FREE, out.get(HANDLE, 0)));
        }
        throw iteration.failure;
      }
      check(status);
      return out.get(HANDLE, 0);
    } finally {
      check(call(FREE, proxy));
    }
  }

  /** Rows in pieces. */
  private interface Batches {
    /** So many rows from a place on; none at the end. */
    Rows from(int row);
  }

  /** Rows, one after the other. */
  private record Rows(MemorySegment values, int rows) implements Batches {
    @Override
    public Rows from(int row) {
      return row == 0 ? this : new Rows(values, 0);
    }
  }

  /** Rows in their order, so many at a time in memory that the next ones take over. */
  private static final class OrderedRows implements Batches {
    private static final int BATCH_BYTES = 1 << 27;

    private final MemorySegment all;
    private final RowOrder order;
    private final long rowBytes;
    private final MemorySegment batch;
    private final int batchRows;
    private final int threads;

    /** The place of the first row in the batch. */
    private int held = -1;

    OrderedRows(Arena arena, BigDenseMatrix values, RowOrder order, int threads) {
      this.order = order;
      this.threads = threads;
      this.rowBytes = (long) values.ncol * Float.BYTES;
      this.all = TreeMatrix.memory(values);
      this.batchRows = (int) Math.clamp(BATCH_BYTES / rowBytes, 1, order.size());
      this.batch = arena.allocate(batchRows * rowBytes, Float.BYTES);
    }

    @Override
    public Rows from(int row) {
      int count = Math.min(batchRows, order.size() - row);
      if (row != held && count > 0) {
        order.copy(row, count, all, batch, rowBytes, threads);
        held = row;
      }
      return new Rows(batch, count);
    }
  }

  /** The library's iteration over batches, which it begins anew several times. */
  private static final class Iteration {
    private final long proxy;
    private final Batches batches;
    private final int width;
    private int given;

    /** What a batch failed with: thrown through the library it would end the process. */
    private @Nullable RuntimeException failure;

    Iteration(long proxy, Batches batches, int width) {
      this.proxy = proxy;
      this.batches = batches;
      this.width = width;
    }

    MemorySegment next(Arena arena) {
      MethodType type = MethodType.methodType(int.class, MemorySegment.class);
      return upcall("give", type, FunctionDescriptor.of(INT, ValueLayout.ADDRESS), arena);
    }

    MemorySegment reset(Arena arena) {
      MethodType type = MethodType.methodType(void.class, MemorySegment.class);
      return upcall("begin", type, FunctionDescriptor.ofVoid(ValueLayout.ADDRESS), arena);
    }

    private MemorySegment upcall(
        String name, MethodType type, FunctionDescriptor descriptor, Arena arena) {
      try {
        MethodHandle handle = MethodHandles.lookup().bind(this, name, type);
        return Linker.nativeLinker().upcallStub(handle, descriptor, arena);
      } catch (NoSuchMethodException | IllegalAccessException e) {
        throw new LinkageError(name, e);
      }
    }

    /** 1 with a batch set, 0 at the end or when it failed; called by the library. */
    @SuppressWarnings("UnusedMethod")
    private int give(MemorySegment iterator) {
      if (failure != null) {
        return 0;
      }
      try {
        return next();
      } catch (RuntimeException e) {
        failure = e;
      } catch (Throwable e) {
        failure = new IllegalStateException(e);
      }
      return 0;
    }

    private int next() {
      Rows batch = batches.from(given);
      if (batch.rows() == 0) {
        return 0;
      }
      given += batch.rows();
      try (Arena arena = Arena.ofConfined()) {
        String array =
            "{\"data\":[%d,true],\"shape\":[%d,%d],\"typestr\":\"<f4\",\"version\":3}"
                .formatted(batch.values().address(), batch.rows(), width);
        // A refused array leaves the proxy empty, which the library then reports itself.
        return call(SET_DENSE, proxy, arena.allocateFrom(array)) == 0 ? 1 : 0;
      }
    }

    @SuppressWarnings("UnusedMethod")
    private void begin(MemorySegment iterator) {
      given = 0;
    }
  }

  /** Frees the library's matrix as every DMatrix does. */
  private static final class Owned extends DMatrix {
    Owned(long handle) {
      super(handle);
    }
  }

  private static int call(MethodHandle function, Object... arguments) {
    return (int) invoke(function, arguments);
  }

  private static Object invoke(MethodHandle function, Object... arguments) {
    try {
      return function.invokeWithArguments(arguments);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a C function threw", e);
    }
  }

  private static void check(int status) throws XGBoostError {
    if (status != 0) {
      MemorySegment text = (MemorySegment) invoke(LAST_ERROR);
      throw new XGBoostError(text.reinterpret(Long.MAX_VALUE).getString(0));
    }
  }

  private static MethodHandle function(String name, FunctionDescriptor descriptor) {
    try {
      // Loads the library, which is found by the loader of the classes that belong to it.
      Class.forName(DMatrix.class.getPackageName() + ".XGBoostJNI");
    } catch (ClassNotFoundException e) {
      throw new LinkageError("XGBoost4J without its native methods", e);
    }
    MemorySegment symbol = SymbolLookup.loaderLookup().findOrThrow(name);
    return Linker.nativeLinker().downcallHandle(symbol, descriptor);
  }
}
