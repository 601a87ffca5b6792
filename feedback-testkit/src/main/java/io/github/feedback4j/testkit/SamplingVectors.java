package io.github.feedback4j.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The golden vectors of sampling: which unit comes where, for every kind of draw.
 *
 * <p>They never change, because a change would move people in and out of running surveys. The file
 * {@value #RESOURCE} in this package says how a draw is made, so that code in another language can be
 * tested with it; {@code docs/sampling.md} says the same at more length.
 *
 * @param positions draws of sampling, of units with one part and with several
 * @param panels draws of panels
 * @param layers draws of places on layers
 * @since 0.1
 */
public record SamplingVectors(List<Draw> positions, List<Panel> panels, List<Draw> layers) {

  /** The name of the file, in JSON. */
  public static final String RESOURCE = "sampling-vectors.json";

  /** Copies the lists. */
  public SamplingVectors {
    positions = List.copyOf(positions);
    panels = List.copyOf(panels);
    layers = List.copyOf(layers);
  }

  /**
   * What is drawn: a respondent, or a touchpoint as (respondent, subject, resolution).
   *
   * @param parts the parts of the unit, one unless it is composite
   * @param composite whether the parts are hashed with their lengths; a unit of one text is not
   * @param bytes what is hashed, in hexadecimal
   */
  public record Unit(List<String> parts, boolean composite, String bytes) {

    /** Copies the parts. */
    public Unit {
      parts = List.copyOf(parts);
    }
  }

  /**
   * One draw.
   *
   * @param name what is special about it
   * @param salt the salt, or the name of the layer
   * @param unit what is drawn
   * @param bits the 64 bits of the draw
   * @param position its upper 53 bits as a number of at least 0 and less than 1
   */
  public record Draw(String name, String salt, Unit unit, long bits, double position) {}

  /**
   * One draw of a panel.
   *
   * @param draw the draw
   * @param panels how many panels there are
   * @param panel the panel of the unit, from 0
   */
  public record Panel(Draw draw, int panels, int panel) {}

  /** Reads the vectors. */
  public static SamplingVectors load() {
    try (InputStream in = SamplingVectors.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            RESOURCE + " is missing from the testkit; use its whole jar");
      }
      Map<?, ?> file = (Map<?, ?>) JsonTree.read(in.readAllBytes());
      return new SamplingVectors(
          entries(file, "positions").stream().map(SamplingVectors::draw).toList(),
          entries(file, "panels").stream().map(SamplingVectors::panel).toList(),
          entries(file, "layers").stream().map(SamplingVectors::draw).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Map<?, ?>> entries(Map<?, ?> file, String name) {
    List<Map<?, ?>> entries = new ArrayList<>();
    for (Object each : value(file, name, List.class)) {
      entries.add((Map<?, ?>) each);
    }
    return entries;
  }

  private static Draw draw(Map<?, ?> entry) {
    boolean composite = entry.containsKey("parts");
    List<String> parts = new ArrayList<>();
    for (Object each : composite
        ? value(entry, "parts", List.class)
        : List.of(value(entry, "unit", String.class))) {
      parts.add((String) each);
    }
    return new Draw(
        value(entry, "name", String.class),
        value(entry, "salt", String.class),
        new Unit(parts, composite, value(entry, "bytes", String.class)),
        HexFormat.fromHexDigitsToLong(value(entry, "draw", String.class)),
        value(entry, "position", Number.class).doubleValue());
  }

  private static Panel panel(Map<?, ?> entry) {
    return new Panel(
        draw(entry),
        value(entry, "panels", Number.class).intValue(),
        value(entry, "panel", Number.class).intValue());
  }

  private static <T> T value(Map<?, ?> entry, String name, Class<T> type) {
    Object value = entry.get(name);
    if (value == null) {
      throw new IllegalStateException(
          RESOURCE + " has an entry without '" + name + "'; use the testkit's own file");
    }
    return type.cast(value);
  }
}
