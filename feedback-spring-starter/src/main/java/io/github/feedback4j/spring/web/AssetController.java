package io.github.feedback4j.spring.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.WebRequest;

/** Serves the widget's modules from outside of the public static locations. */
@Controller
@RequestMapping("${feedback4j.web.base-path:/feedback4j}/assets")
class AssetController {

  private static final MediaType JAVASCRIPT =
      MediaType.parseMediaType("text/javascript;charset=utf-8");

  private final Map<String, Asset> assets = new HashMap<>();

  /** A file and the tag by which browsers know its content. */
  private static final class Asset {
    private final byte[] content;
    private final String tag;

    Asset(byte[] content) {
      this.content = content;
      this.tag = '"' + hash(content) + '"';
    }
  }

  AssetController(List<String> names) {
    for (String name : names) {
      assets.put(name, new Asset(load(name)));
    }
  }

  @GetMapping("/{name:[a-z0-9-]+\\.js}")
  ResponseEntity<byte[]> asset(WebRequest request, @PathVariable String name) {
    Asset asset = assets.get(name);
    if (asset == null) {
      return ResponseEntity.notFound().build();
    }
    if (request.checkNotModified(asset.tag)) {
      return ResponseEntity.status(304).eTag(asset.tag).build();
    }
    return ResponseEntity.ok()
        .contentType(JAVASCRIPT)
        .eTag(asset.tag)
        // Asked for anew each time and answered with 304: a new version is in use at once.
        .cacheControl(CacheControl.noCache())
        .header("X-Content-Type-Options", "nosniff")
        .body(asset.content);
  }

  private static byte[] load(String name) {
    try (InputStream in = AssetController.class.getResourceAsStream("assets/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar of feedback4j lacks its asset " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
