package io.github.feedback4j.theme;

import java.io.StringWriter;
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

/** Writes a tree of maps, lists, texts and numbers as YAML, with quotes only where they help. */
final class YamlWriter {

  private static final DumpSettings SETTINGS = DumpSettings.builder()
      .setDefaultFlowStyle(FlowStyle.BLOCK)
      .setSplitLines(false)
      .build();

  /** Words with single spaces between them, which no YAML takes for anything else. */
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}][\\p{L}\\p{N}'’-]*( [\\p{L}\\p{N}][\\p{L}\\p{N}'’-]*)*");

  /** What can stand in single quotes as it is; the rest needs escapes. */
  private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7E\\p{L}\\p{N}’«»…]+");

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
      emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, flow(map)));
      map.forEach((name, inner) -> {
        text(name.toString());
        value(inner);
      });
      emitter.emit(new MappingEndEvent());
    } else if (value instanceof List<?> list) {
      emitter.emit(
          new SequenceStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
      list.forEach(this::value);
      emitter.emit(new SequenceEndEvent());
    } else if (value instanceof Integer) {
      scalar(value.toString(), ScalarStyle.PLAIN);
    } else {
      text(value.toString());
    }
  }

  private static FlowStyle flow(Map<?, ?> map) {
    return map.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK;
  }

  private void text(String text) {
    if (PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT))) {
      scalar(text, ScalarStyle.PLAIN);
    } else {
      boolean visible = VISIBLE.matcher(text).matches();
      scalar(text, visible ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.DOUBLE_QUOTED);
    }
  }

  private void scalar(String text, ScalarStyle style) {
    emitter.emit(new ScalarEvent(Optional.empty(), Optional.empty(), NO_TAGS, text, style));
  }

  /** Where the engine writes to. */
  private static final class Text extends StringWriter implements StreamDataWriter {}
}
