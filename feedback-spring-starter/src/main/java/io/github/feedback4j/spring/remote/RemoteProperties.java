package io.github.feedback4j.spring.remote;

import io.github.feedback4j.client.FsyncPolicy;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What an application can set about sending its answers to a collector. It is checked where the client is
 * made, so that all that is wrong is told at once.
 *
 * @param url where the collector is, such as https://feedback.example.com
 * @param basePath the collector's base path
 * @param source which application the answers are of, a URI such as urn:example:desk
 * @param token what the collector knows this application by, unless a TokenSupplier bean gives it
 * @param httpClient the name of an OkHttpClient bean, for a proxy or certificates; by default one of ours
 * @param healthDown whether the health of the application is down while the collector refuses it, or
 *     something else answers in its place
 * @param spool where answers wait until they are sent
 * @since 0.1
 */
@ConfigurationProperties("feedback4j.remote")
public record RemoteProperties(
    @Nullable URI url,
    @DefaultValue("/feedback4j") String basePath,
    @Nullable URI source,
    @Nullable String token,
    @Nullable String httpClient,
    @DefaultValue("false") boolean healthDown,
    @DefaultValue Spool spool) {

  /** Returns the properties without the token. */
  @Override
  public String toString() {
    return "RemoteProperties[" + url + basePath + ", " + source + ", " + spool + "]";
  }

  /**
   * Where answers wait until they are sent.
   *
   * @param memory whether they wait in memory and end with the process, for containers without a disk
   * @param directory the directory, of this process alone, from the working directory
   * @param maxBytes how much it holds, at least 1 MB; a full one refuses
   * @param maxAge from which age on an answer is not sent any more, up to 3650 days
   * @param fsync when it is forced to the disk
   * @param appendTimeout how long an answer waits for its place there, 1 ms to 1 minute
   */
  public record Spool(
      @DefaultValue("false") boolean memory,
      @DefaultValue(".feedback4j/spool") String directory,
      @DefaultValue("256MB") DataSize maxBytes,
      @DefaultValue("7d") Duration maxAge,
      @DefaultValue("interval") FsyncPolicy fsync,
      @DefaultValue("1s") Duration appendTimeout) {}
}
