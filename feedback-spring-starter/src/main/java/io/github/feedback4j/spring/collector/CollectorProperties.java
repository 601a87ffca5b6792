package io.github.feedback4j.spring.collector;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an application can set about taking the answers of others. It is checked where the collector is
 * made, so that all that is wrong is told at once and no value of a token gets into a message.
 *
 * @param enabled whether answers of other applications are taken
 * @param applications the applications that may send, by a name that log lines use
 * @param unknownSurveys what becomes of an answer to a survey that nobody has described yet
 * @param maxBody how large a body may be as it is sent, 1 KB to 64 MB
 * @param maxInflated how large a body may be once it is inflated, up to 64 MB and not below max-body
 * @param maxEvents how many events a batch may have, 1 to 5000
 * @param maxConcurrent how many batches are stored at once, 1 to 256; another one is told to come back
 * @param rateLimit how many batches an application may send to each node
 * @since 0.1
 */
@ConfigurationProperties("feedback4j.collector")
public record CollectorProperties(
    @DefaultValue("false") boolean enabled,
    @DefaultValue Map<String, Application> applications,
    @DefaultValue("reject") UnknownSurveys unknownSurveys,
    @DefaultValue("1MB") DataSize maxBody,
    @DefaultValue("8MB") DataSize maxInflated,
    @DefaultValue("1000") int maxEvents,
    @DefaultValue("8") int maxConcurrent,
    @DefaultValue RateLimit rateLimit) {

  /** Copies the applications. */
  public CollectorProperties {
    applications = Map.copyOf(applications);
  }

  /**
   * An application that may send.
   *
   * @param source the source that its events name, a URI such as urn:example:desk
   * @param tokenHashes SHA-256 hashes of its tokens, in hexadecimal digits or Base64; two while a token
   *     is replaced, 10 at most
   */
  public record Application(
      @Nullable URI source, @DefaultValue List<String> tokenHashes) {

    /** Copies the hashes. */
    public Application {
      tokenHashes = List.copyOf(tokenHashes);
    }

    /** Returns the source without the hashes: somebody may have put a token in their place. */
    @Override
    public String toString() {
      return "Application[" + source + ", " + tokenHashes.size() + " tokens]";
    }
  }

  /** What becomes of an answer to a survey that nobody has described yet. */
  public enum UnknownSurveys {
    /** It is rejected, and its sender keeps it apart. */
    REJECT,
    /** It is kept, checked once the survey comes, and in no figure until then. */
    ACCEPT
  }

  /**
   * How many batches an application may send to each node.
   *
   * @param batches the greatest number, which may also come all at once; 0 is no limit
   * @param within in which stretch of time, 1 second to 1 day
   */
  public record RateLimit(
      @DefaultValue("1200") int batches, @DefaultValue("1m") Duration within) {}
}
