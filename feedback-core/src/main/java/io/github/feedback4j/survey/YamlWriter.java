package io.github.feedback4j.survey;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/** Writes a tree of maps, lists and plain values as YAML: every text in quotes, one line each. */
final class YamlWriter {

  private static final DumpSettings SETTINGS = DumpSettings.builder()
      .setDefaultFlowStyle(FlowStyle.BLOCK)
      .setSplitLines(false)
      .build();

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

  /** What YAML 1.1 reads as true, false or nothing, also as a name. */
  private static final Set<String> WORDS =
      Set.of("false", "n", "no", "null", "off", "on", "true", "y", "yes");

  private static final ImplicitTuple NO_TAGS = new ImplicitTuple(true, true);

  private final Emitter emitter;

  private YamlWriter(Emitter emitter) {
    this.emitter = emitter;
  }

  static String write(Object tree) {
    Text text = new Text();
    Emitter emitter = new Emitter(SETTINGS, text);
    emitter.emit(new StreamStartEvent());
    emitter.emit(new DocumentStartEvent(false, Optional.empty(), Map.of()));
    new YamlWriter(emitter).value(tree);
    emitter.emit(new DocumentEndEvent(false));
    emitter.emit(new StreamEndEvent());
    return text.toString();
  }

  private void value(Object value) {
    if (value instanceof Map<?, ?> map) {
      emitter.emit(
          new MappingStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
      map.forEach((name, inner) -> {
        name(name.toString());
        value(inner);
      });
      emitter.emit(new MappingEndEvent());
    } else if (value instanceof List<?> list) {
      emitter.emit(
          new SequenceStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
      list.forEach(this::value);
      emitter.emit(new SequenceEndEvent());
    } else if (value instanceof Double number) {
      scalar(BigDecimal.valueOf(number).toString(), ScalarStyle.PLAIN);
    } else if (value instanceof Boolean || value instanceof Number) {
      scalar(value.toString(), ScalarStyle.PLAIN);
    } else {
      scalar(value.toString(), ScalarStyle.DOUBLE_QUOTED);
    }
  }

  private void name(String name) {
    boolean plain = NAME.matcher(name).matches() && !WORDS.contains(name.toLowerCase(Locale.ROOT));
    scalar(name, plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
  }

  private void scalar(String text, ScalarStyle style) {
    emitter.emit(new ScalarEvent(Optional.empty(), Optional.empty(), NO_TAGS, text, style));
  }

  /** Where the engine writes to. */
  private static final class Text extends StringWriter implements StreamDataWriter {}
}
