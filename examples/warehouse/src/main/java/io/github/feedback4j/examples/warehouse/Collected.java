package io.github.feedback4j.examples.warehouse;

import io.github.feedback4j.privacy.PersonSketch;
import io.github.feedback4j.privacy.RespondentKey;
import io.github.feedback4j.score.Tally;
import io.github.feedback4j.score.TallyCounter;
import io.github.feedback4j.survey.MetricDefinition;
import io.github.feedback4j.survey.MetricDefinition.Direction;
import io.github.feedback4j.survey.MetricDefinition.ScoreClass;
import io.github.feedback4j.survey.Scale;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.Externalizable;
import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers to one question in one group: a {@link Tally}, and who is behind it. Mutable; used by one thread.
 *
 * <p>Spark has many of these for each group, one on each node that came across it. Answers are counted one by one in a
 * {@link TallyCounter}; what comes from other nodes is added with {@link Tally#plus}, which is exact whatever the order.
 */
public final class Collected implements Externalizable {

  private static final long serialVersionUID = 1L;

  // Written by hand below, because none of them is serializable.
  private transient @Nullable TallyCounter counter;
  private transient @Nullable Tally others;
  private transient PersonSketch persons = PersonSketch.none();

  /** Creates it without answers; public, because it is made where Spark unpacks it. */
  public Collected() {}

  void add(MetricDefinition metric, int rating, double inclusionProbability, String respondent) {
    TallyCounter counts = counter;
    if (counts == null) {
      counts = new TallyCounter(metric);
      counter = counts;
    }
    counts.add(rating, inclusionProbability);
    persons = persons.with(new RespondentKey(respondent));
  }

  void add(Collected other) {
    Tally more = other.sum();
    if (more != null) {
      others = others == null ? more : others.plus(more);
    }
    persons = persons.plus(other.persons);
  }

  /**
   * Returns the answers.
   *
   * @throws IllegalStateException if there is none, and so no metric
   */
  Tally tally() {
    Tally sum = sum();
    if (sum == null) {
      throw new IllegalStateException("there must be an answer before there is a tally");
    }
    return sum;
  }

  private @Nullable Tally sum() {
    if (counter == null) {
      return others;
    }
    Tally own = counter.snapshot();
    return others == null ? own : others.plus(own);
  }

  PersonSketch persons() {
    return persons;
  }

  byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Collected fromBytes(byte[] bytes) {
    Collected collected = new Collected();
    try {
      collected.read(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return collected;
  }

  @Override
  public void writeExternal(ObjectOutput out) throws IOException {
    write(out);
  }

  @Override
  public void readExternal(ObjectInput in) throws IOException {
    read(in);
  }

  private void write(DataOutput out) throws IOException {
    byte[] hashes = persons.toBytes();
    out.writeInt(hashes.length);
    out.write(hashes);
    Tally tally = sum();
    out.writeBoolean(tally != null);
    if (tally != null) {
      write(out, tally.metric());
      out.writeInt(tally.cells().size());
      for (Tally.Cell each : tally.cells()) {
        out.writeInt(each.point());
        out.writeDouble(each.inclusionProbability());
        out.writeLong(each.count());
      }
    }
  }

  private void read(DataInput in) throws IOException {
    byte[] hashes = new byte[in.readInt()];
    in.readFully(hashes);
    persons = PersonSketch.fromBytes(hashes);
    counter = null;
    others = null;
    if (in.readBoolean()) {
      MetricDefinition metric = readMetric(in);
      List<Tally.Cell> cells = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        cells.add(new Tally.Cell(in.readInt(), in.readDouble(), in.readLong()));
      }
      others = Tally.ofCells(metric, cells);
    }
  }

  private static void write(DataOutput out, MetricDefinition metric) throws IOException {
    out.writeUTF(metric.id());
    out.writeInt(metric.version());
    out.writeInt(metric.scale().min());
    out.writeInt(metric.scale().max());
    out.writeUTF(metric.direction().name());
    out.writeInt(metric.factor());
    out.writeInt(metric.offset());
    out.writeInt(metric.classes().size());
    for (ScoreClass each : metric.classes()) {
      out.writeUTF(each.name());
      out.writeInt(each.from());
      out.writeInt(each.to());
      out.writeInt(each.score());
    }
  }

  private static MetricDefinition readMetric(DataInput in) throws IOException {
    String id = in.readUTF();
    int version = in.readInt();
    Scale scale = Scale.of(in.readInt(), in.readInt());
    Direction direction = Direction.valueOf(in.readUTF());
    int factor = in.readInt();
    int offset = in.readInt();
    List<ScoreClass> classes = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      classes.add(new ScoreClass(in.readUTF(), in.readInt(), in.readInt(), in.readInt()));
    }
    return new MetricDefinition(id, version, scale, direction, factor, offset, classes);
  }
}
