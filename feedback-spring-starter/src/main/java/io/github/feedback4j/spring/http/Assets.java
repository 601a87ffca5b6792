package io.github.feedback4j.spring.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;

/** Scripts and styles in our jar, outside of the public static locations. */
public final class Assets {

  /** Our scripts have it in no text and no pattern; a line of its own goes with it. */
  private static final Pattern JSDOC =
      Pattern.compile("(?ms)^ *+(?>/\\*\\*.*?\\*/)\\n|/\\*\\*.*?\\*/ ?");

  private final Map<String, Asset> byName = new HashMap<>();

  /** A file and the tag by which browsers know its content. */
  private static final class Asset {
    private final MediaType type;
    private final byte[] content;
    private final String tag;

    Asset(MediaType type, byte[] content) {
      this.type = type;
      this.content = content;
      this.tag = '"' + hash(content) + '"';
    }
  }

  private Assets() {}

  /** Reads files in the folder {@code assets} beside a class. */
  public static Assets of(Class<?> beside, String... names) {
    Assets assets = new Assets();
    for (String name : names) {
      assets.byName.put(name, new Asset(type(name), load(beside, name)));
    }
    return assets;
  }

  /**
   * Returns the content of a file in that folder as it is served: a script without the types that it
   * states in comments, which are a sixth of it and of no use to a browser.
   */
  public static byte[] load(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream("assets/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar of feedback4j lacks its asset " + name);
      }
      byte[] content = in.readAllBytes();
      return name.endsWith(".js") ? withoutTypes(content) : content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the file that the last part of the path names, or 304 if the browser has it. */
  public ResponseEntity<byte[]> answer(WebRequest request) {
    String path = ((ServletWebRequest) request).getRequest().getRequestURI();
    Asset asset = byName.get(path.substring(path.lastIndexOf('/') + 1));
    if (asset == null) {
      return ResponseEntity.notFound().build();
    }
    if (request.checkNotModified(asset.tag)) {
      return ResponseEntity.status(304).eTag(asset.tag).build();
    }
    return ResponseEntity.ok()
        .contentType(asset.type)
        .eTag(asset.tag)
        // Asked for anew each time and answered with 304: a new version is in use at once.
        .cacheControl(CacheControl.noCache())
        .header("X-Content-Type-Options", "nosniff")
        .body(asset.content);
  }

  private static byte[] withoutTypes(byte[] script) {
    String text = new String(script, StandardCharsets.UTF_8);
    return JSDOC.matcher(text).replaceAll("").getBytes(StandardCharsets.UTF_8);
  }

  private static MediaType type(String name) {
    return MediaType.parseMediaType(
        name.endsWith(".css") ? "text/css;charset=utf-8" : "text/javascript;charset=utf-8");
  }

  private static String hash(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
