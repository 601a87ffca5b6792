package io.github.feedback4j.examples;

import io.github.feedback4j.theme.ItemSuggestion;
import io.github.feedback4j.theme.PackSuggestions;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemePackWriter;
import io.github.feedback4j.theme.ThemeTuner;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds themes in a file of comments, and improves the pack that finds them: {@code tag}, {@code
 * report}, {@code suggest}, {@code discover} and {@code label-next}.
 *
 * <p>{@code --help} lists the options. The exit code is 0, or 2 if the options or a file cannot be
 * understood. On a terminal a bar shows how far long work is.
 */
public final class ThemesMain {

  private static final int MISUNDERSTOOD = 2;

  private ThemesMain() {}

  /** Prints the answer, and writes a file if {@code --write} names one. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    ProgressLine bar = new ProgressLine(System.err, isTerminal(), System::nanoTime);
    int exitCode = run(List.of(args), out, System.err, bar);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  /** Returns whether both input and output are a terminal's. */
  @SuppressWarnings("SystemConsoleNull") // later Java versions have one always, and are asked
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException e) {
      // Up to Java 21 there is no such method, and a console only on a terminal.
      return true;
    }
  }

  static int run(List<String> args, PrintStream out, PrintStream err, ProgressLine bar) {
    if (args.contains("--help")) {
      out.print(ThemesOptions.USAGE);
      return 0;
    }
    try {
      run(ThemesOptions.parse(args), out, bar);
      return 0;
    } catch (ThemesOptions.Refused | CommentFileException | IllegalArgumentException e) {
      err.println(e.getMessage());
    } catch (FileAlreadyExistsException e) {
      err.println(
          e.getMessage() + ": the file is there already; choose another name, or delete it");
    } catch (IOException e) {
      err.println("a file cannot be written: " + e.getMessage() + "; check its folder");
    }
    return MISUNDERSTOOD;
  }

  private static void run(ThemesOptions options, PrintStream out, ProgressLine bar)
      throws ThemesOptions.Refused, CommentFileException, IOException {
    // First everything that can be wrong with the options: the work may take a while.
    options.check();
    Path written = options.file("write");
    if (written != null && Files.exists(written)) {
      throw new FileAlreadyExistsException(written.toString());
    }
    ThemePack pack = options.pack();
    CommentFile comments = CommentFile.read(options.csv(), options.columns());
    ThemeTuner tuner = ThemeTuner.of(pack)
        .withItemsPerTheme(options.itemsPerTheme())
        .withLeastPeople(options.leastPeople())
        .withProgress(bar);
    ThemesText text = new ThemesText(out);
    switch (options.command()) {
      case "tag" -> {
        TagTable tags = TagTable.of(pack, comments, bar);
        bar.close();
        tags.print(out);
        write(written, tags.csv(), out);
      }
      case "report" -> {
        var report = tuner.report(comments.comments());
        bar.close();
        text.report(report);
      }
      case "suggest" -> {
        PackSuggestions suggestions = tuner.suggest(comments.comments());
        bar.close();
        text.suggestions(suggestions);
        List<ItemSuggestion> accepted = options.accepted(suggestions.all());
        text.accepted(accepted.size(), written);
        write(written, ThemePackWriter.yaml(tuner.accept(accepted)), out);
      }
      case "discover" -> {
        var discovery = tuner.discover(comments.comments(), options.since(), options.most());
        bar.close();
        text.discovery(discovery);
      }
      default -> {
        var next = tuner.labelNext(comments.comments(), options.most());
        bar.close();
        text.next(next);
      }
    }
  }

  private static void write(@Nullable Path file, String text, PrintStream out) throws IOException {
    if (file != null) {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      out.println("wrote " + file);
    }
  }
}
