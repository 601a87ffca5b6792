package io.github.feedback4j.spring.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.feedback4j.spring.http.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;

class BodyTest {

  private static final byte[] TEXT = "[{\"id\": 1}]".getBytes(StandardCharsets.UTF_8);

  private final MockHttpServletRequest request = new MockHttpServletRequest();

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private static Problem problem(ThrowingCallable call) {
    return catchThrowableOfType(Problem.class, call);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/cloudevents-batch+json",
        "application/cloudevents-batch+json;charset=utf-8",
        "Application/CloudEvents-Batch+JSON; charset=UTF-8"
      })
  void takesABatchOfCloudEventsInUtf8(String type) {
    request.addHeader("Content-Type", type);

    assertThatCode(() -> Body.requireBatch(request)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "application/json",
        "application/cloudevents+json",
        "application/*",
        "application/cloudevents-batch+json;charset=iso-8859-1",
        "nothing"
      })
  void takesNothingElse(String type) {
    if (type != null) {
      request.addHeader("Content-Type", type);
    }

    assertThat(problem(() -> Body.requireBatch(request)).status()).isEqualTo(415);
  }

  @Test
  void inflatesGzipAndNothingElse() {
    request.addHeader("Content-Type", "application/cloudevents-batch+json");
    request.addHeader("Content-Encoding", "br");

    assertThat(problem(() -> Body.requireBatch(request)).code()).isEqualTo("unknown-encoding");
  }

  @Test
  void readsAsMuchAsIsAllowedAndNotOneByteMore() {
    request.setContent(TEXT);

    assertThat(Body.read(request, TEXT.length)).isEqualTo(TEXT);
    assertThat(problem(() -> Body.read(request, TEXT.length - 1)).status()).isEqualTo(413);
  }

  @Test
  void aBodyOfUntoldLengthIsReadNoFurtherThanTheLimit() {
    int[] read = {0};
    InputStream endless = new InputStream() {
      @Override
      public int read() {
        read[0]++;
        return 'x';
      }

      @Override
      public int read(byte[] into, int from, int length) {
        read[0] += length;
        return length;
      }
    };
    MockHttpServletRequest chunked = new MockHttpServletRequest() {
      @Override
      public DelegatingServletInputStream getInputStream() {
        return new DelegatingServletInputStream(endless);
      }
    };

    assertThat(problem(() -> Body.read(chunked, 1000)).code()).isEqualTo("too-large");
    assertThat(read[0]).isEqualTo(1001);
  }

  @Test
  void aBodyThatBreaksOffIsToBeSentAgain() {
    MockHttpServletRequest broken = new MockHttpServletRequest() {
      @Override
      public DelegatingServletInputStream getInputStream() {
        return new DelegatingServletInputStream(InputStream.nullInputStream()) {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            return read();
          }
        };
      }
    };

    Problem problem = problem(() -> Body.read(broken, 1000));

    assertThat(problem.status()).isEqualTo(408);
    assertThat(problem.code()).isEqualTo("incomplete");
  }

  @Test
  void inflatesWhatSaysThatItIsGzip() throws IOException {
    assertThat(Body.inflate(request, TEXT, 100)).isEqualTo(TEXT);

    request.addHeader("Content-Encoding", "GZIP");

    assertThat(Body.inflate(request, gzip(TEXT), TEXT.length)).isEqualTo(TEXT);
  }

  @Test
  void aBombIsInflatedNoFurtherThanTheLimit() throws IOException {
    request.addHeader("Content-Encoding", "gzip");
    byte[] bomb = gzip(new byte[100_000_000]);
    assertThat(bomb.length).isLessThan(1_000_000);

    Problem problem = problem(() -> Body.inflate(request, bomb, 1_000_000));

    assertThat(problem.status()).isEqualTo(413);
    assertThat(problem)
        .hasMessage("the inflated body must have at most 1000000 bytes; send fewer events");
  }

  @Test
  void whatIsNoGzipOrEndsBeforeItsEndIsRefused() throws IOException {
    request.addHeader("Content-Encoding", "gzip");
    byte[] whole = gzip(TEXT);

    assertThat(problem(() -> Body.inflate(request, TEXT, 100)).code()).isEqualTo("not-gzip");
    assertThat(problem(() -> Body.inflate(request, Arrays.copyOf(whole, whole.length - 9), 100))
            .status())
        .isEqualTo(400);
  }
}
