/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.classification.NaiveBayes;
import org.apache.spark.ml.classification.NaiveBayesModel;
import org.apache.spark.ml.clustering.KMeans;
import org.apache.spark.ml.clustering.KMeansModel;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/**
 * Fits by Spark's MLlib from a cached data frame: SparkFits FOLDER, then the name of a fit a line.
 * A fit's seconds hold the pipeline of encoders too; its quality is found afterwards. It is run as
 * a source file by the JVM that Spark runs on, and speaks the protocol of org.insitu.bench.Peer.
 */
public final class SparkFits {
  private static final Set<String> NO_FEATURES = Set.of("y", "label", "kind", "gap");
  private static final int THREADS = 2;

  private final Dataset<Row> rows;
  private final String[] numbers;
  private final String[] categories;

  private SparkFits(Dataset<Row> rows) {
    this.rows = rows;
    numbers = features(false);
    categories = features(true);
  }

  private String[] features(boolean texts) {
    return Arrays.stream(rows.schema().fields())
        .filter(f -> !NO_FEATURES.contains(f.name()))
        .filter(f -> texts == f.dataType().equals(DataTypes.StringType))
        .map(f -> f.name())
        .toArray(String[]::new);
  }

  public static void main(String[] args) throws Exception {
    SparkSession spark =
        SparkSession.builder()
            .master("local[" + THREADS + "]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", THREADS)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate();
    spark.sparkContext().setLogLevel("ERROR");
    Dataset<Row> rows = spark.read().parquet(args[0] + "/rows.parquet").repartition(2 * THREADS);
    rows = rows.cache();
    rows.count();
    SparkFits fits = new SparkFits(rows);
    System.out.printf(
        "= Spark %s, JDK %s%n", spark.version(), System.getProperty("java.runtime.version"));
    var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String name = requests.readLine(); name != null; name = requests.readLine()) {
      try {
        System.out.println("= " + fits.fit(name));
      } catch (Exception e) {
        e.printStackTrace();
        System.out.println("= error " + String.valueOf(e.getMessage()).replace('\n', ' '));
      }
    }
    spark.stop();
  }

  /** Seconds and quality. */
  private String fit(String name) {
    return switch (name) {
      case "linear" -> linear();
      case "logistic" -> logistic("label");
      case "multinomial" -> logistic("kind");
      case "naive_bayes" -> naiveBayes();
      case "kmeans" -> kmeans();
      case "pca" -> pca();
      default -> throw new IllegalArgumentException("no fit " + name);
    };
  }

  private String linear() {
    List<PipelineStage> stages = vector(false);
    stages.add(new LinearRegression().setLabelCol("y").setFeaturesCol("features"));
    Timed timed = run(stages);
    LinearRegressionModel model = (LinearRegressionModel) last(timed.model());
    return timed.seconds() + " " + model.summary().meanSquaredError();
  }

  private String logistic(String label) {
    List<PipelineStage> stages = vector(false);
    stages.add(new StringIndexer().setInputCol(label).setOutputCol("class"));
    stages.add(
        new LogisticRegression().setFeaturesCol("features").setLabelCol("class").setMaxIter(1000));
    Timed timed = run(stages);
    double[] losses = ((LogisticRegressionModel) last(timed.model())).summary().objectiveHistory();
    return timed.seconds() + " " + losses[losses.length - 1];
  }

  /** Two models as with scikit-learn: normal numbers, and counts of the encoded categories. */
  private String naiveBayes() {
    List<PipelineStage> stages = encoders(false);
    stages.add(new StringIndexer().setInputCol("kind").setOutputCol("class"));
    stages.add(assembler("numbers", numbers));
    stages.add(bayes("numbers").setModelType("gaussian"));
    if (categories.length > 0) {
      stages.add(assembler("counts", outputs("one_hot_")));
      stages.add(bayes("counts").setModelType("multinomial"));
    }
    Timed timed = run(stages);
    double[] prior = ((NaiveBayesModel) last(timed.model())).pi().toArray();
    List<String> columns = new ArrayList<>(List.of("raw_numbers"));
    if (categories.length > 0) {
      columns.add("raw_counts");
    }
    double loss = 0;
    long count = 0;
    var scored =
        timed
            .model()
            .transform(rows)
            .select("class", columns.toArray(new String[0]))
            .toLocalIterator();
    while (scored.hasNext()) {
      loss += logLoss(scored.next(), prior);
      count++;
    }
    return timed.seconds() + " " + loss / count;
  }

  private static NaiveBayes bayes(String features) {
    return new NaiveBayes()
        .setLabelCol("class")
        .setFeaturesCol(features)
        .setRawPredictionCol("raw_" + features)
        .setProbabilityCol("probability_" + features)
        .setPredictionCol("prediction_" + features);
  }

  /** Of a row of the class and the joint log-likelihoods by each model, each with the prior. */
  private static double logLoss(Row row, double[] prior) {
    double[] joint = ((Vector) row.get(1)).toArray().clone();
    for (int model = 2; model < row.size(); model++) {
      double[] more = ((Vector) row.get(model)).toArray();
      for (int c = 0; c < joint.length; c++) {
        joint[c] += more[c] - prior[c];
      }
    }
    double greatest = Arrays.stream(joint).max().orElseThrow();
    double sum = Arrays.stream(joint).map(x -> Math.exp(x - greatest)).sum();
    return greatest + Math.log(sum) - joint[(int) row.getDouble(0)];
  }

  private String kmeans() {
    List<PipelineStage> stages = vector(true);
    stages.add(
        new KMeans()
            .setFeaturesCol("features")
            .setK(8)
            .setInitMode("random")
            .setMaxIter(10)
            .setTol(0)
            .setSeed(1));
    Timed timed = run(stages);
    double cost = ((KMeansModel) last(timed.model())).summary().trainingCost();
    return timed.seconds() + " " + cost / rows.count();
  }

  private String pca() {
    List<PipelineStage> stages = vector(true);
    stages.add(new PCA().setInputCol("features").setOutputCol("components").setK(5));
    Timed timed = run(stages);
    double[] shares = ((PCAModel) last(timed.model())).explainedVariance().toArray();
    return timed.seconds() + " " + Arrays.stream(shares).sum();
  }

  /** All features as one vector; scaled where the estimator does not do that itself. */
  private List<PipelineStage> vector(boolean scaled) {
    List<PipelineStage> stages = encoders(!scaled);
    stages.add(assembler("numbers", numbers));
    if (scaled) {
      stages.add(new StandardScaler().setInputCol("numbers").setOutputCol("scaled"));
    }
    List<String> parts = new ArrayList<>(List.of(scaled ? "scaled" : "numbers"));
    parts.addAll(Arrays.asList(outputs("one_hot_")));
    stages.add(assembler("features", parts.toArray(new String[0])));
    return stages;
  }

  private List<PipelineStage> encoders(boolean dropLast) {
    List<PipelineStage> stages = new ArrayList<>();
    if (categories.length > 0) {
      stages.add(new StringIndexer().setInputCols(categories).setOutputCols(outputs("index_")));
      stages.add(
          new OneHotEncoder()
              .setInputCols(outputs("index_"))
              .setOutputCols(outputs("one_hot_"))
              .setDropLast(dropLast));
    }
    return stages;
  }

  private String[] outputs(String prefix) {
    return Arrays.stream(categories).map(name -> prefix + name).toArray(String[]::new);
  }

  private static VectorAssembler assembler(String output, String... inputs) {
    return new VectorAssembler().setInputCols(inputs).setOutputCol(output);
  }

  private Timed run(List<PipelineStage> stages) {
    Pipeline pipeline = new Pipeline().setStages(stages.toArray(new PipelineStage[0]));
    long start = System.nanoTime();
    PipelineModel model = pipeline.fit(rows);
    return new Timed((System.nanoTime() - start) / 1e9, model);
  }

  private static Object last(PipelineModel model) {
    return model.stages()[model.stages().length - 1];
  }

  private record Timed(double seconds, PipelineModel model) {}
}
