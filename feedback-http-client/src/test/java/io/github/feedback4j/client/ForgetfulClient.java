package io.github.feedback4j.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A process that appends and ends without closing anything. */
final class ForgetfulClient {

  static final int RESPONSES = 2_000;

  private ForgetfulClient() {}

  /** Takes the address of the collector and the directory of the spool. */
  public static void main(String[] args) {
    CollectorClient client = CollectorClient.builder(URI.create(args[0]), Samples.SOURCE)
        .surveys(List.of(Samples.SURVEY))
        .spool(SpoolOptions.defaults().withDirectory(Path.of(args[1])))
        .build();
    for (int i = 0; i < RESPONSES; i++) {
      client.append(Samples.response(i));
    }
  }
}
