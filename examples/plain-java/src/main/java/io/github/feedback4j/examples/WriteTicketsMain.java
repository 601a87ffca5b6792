package io.github.feedback4j.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the made-up tickets to a file, to change and to give to {@link ReplayMain}. */
public final class WriteTicketsMain {

  private WriteTicketsMain() {}

  /** Writes the file that the argument names, in the place of what is there. */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("usage: WriteTicketsMain tickets.csv");
      System.exit(2);
    }
    List<Experience> experiences = TicketGenerator.generate(TicketGenerator.SEED);
    Files.writeString(Path.of(args[0]), TicketCsv.write(experiences));
    System.out.println("wrote " + experiences.size() + " tickets to " + args[0]);
  }
}
