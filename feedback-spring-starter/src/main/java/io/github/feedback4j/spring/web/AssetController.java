package io.github.feedback4j.spring.web;

import io.github.feedback4j.spring.http.Assets;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.WebRequest;

/** Serves the modules of the widget and of the preferences. */
@Controller
@RequestMapping("${feedback4j.web.base-path:/feedback4j}/assets")
class AssetController {

  private final Assets assets = Assets.of(
      AssetController.class,
      "widget.js",
      "outbox.js",
      "widget-words.js",
      "questions.js",
      "flow.js",
      "preferences.js",
      "preferences.en.js",
      "preferences.fr.js");

  @GetMapping({
    "/widget.js",
    "/outbox.js",
    "/widget-words.js",
    "/questions.js",
    "/flow.js",
    "/preferences.js",
    "/preferences.en.js",
    "/preferences.fr.js"
  })
  ResponseEntity<byte[]> asset(WebRequest request) {
    return assets.answer(request);
  }
}
