package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.spring.dashboard.FeedbackAccess.Capability;
import io.github.feedback4j.spring.http.Assets;
import io.github.feedback4j.spring.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.util.HtmlUtils;

/** Serves the pages of the dashboard, which ask for their figures themselves, and their scripts and styles. */
@Controller
@RequestMapping("${feedback4j.web.base-path:/feedback4j}")
class DashboardController {

  private static final Logger log = LoggerFactory.getLogger(DashboardController.class);

  /** Nothing from elsewhere, nothing inline, and no script may turn text into markup. */
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
          + "img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
          + "require-trusted-types-for 'script'; trusted-types 'none'";

  private final Door door;
  private final boolean isApplication;
  private final Assets assets = Assets.of(
      DashboardController.class,
      "charts.js",
      "dashboard.css",
      "dashboard.js",
      "insights.js",
      "themes.css",
      "themes.js",
      "themes-parts.js",
      "themes.en.js",
      "themes.fr.js",
      "words.en.js",
      "words.fr.js",
      "words.js");
  private final String dashboard = load("dashboard.html");
  private final String themes = load("themes.html");

  /**
   * Creates a controller.
   *
   * @param isApplication whether people have something else to do here; a collector has only the dashboard
   */
  DashboardController(Door door, boolean isApplication) {
    this.door = door;
    this.isApplication = isApplication;
  }

  @GetMapping("/dashboard")
  @Nullable
  ResponseEntity<byte[]> dashboard(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return page(dashboard, Capability.VIEW, request, response);
  }

  /** The editor of the theme pack. */
  @GetMapping("/themes")
  @Nullable
  ResponseEntity<byte[]> themes(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return page(themes, Capability.MANAGE, request, response);
  }

  private @Nullable ResponseEntity<byte[]> page(
      String page, Capability capability, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      door.require(capability, request);
    } catch (Problem problem) {
      // A person opens this page, so the application answers with its own page for the status.
      log.debug("the page is not shown: {}", problem.getMessage());
      response.sendError(problem.status(), problem.getMessage());
      return null;
    }
    boolean french = View.locale(request).getLanguage().equals("fr");
    String lang = french ? "fr" : "en";
    String filled = page.replace("${lang}", lang)
        .replace("${dir}", "ltr")
        .replace(
            "${dashboard}",
            link(
                "dashboard",
                lang,
                french ? "Tableau de bord" : "Dashboard",
                Capability.VIEW,
                request))
        .replace(
            "${themes}",
            link("themes", lang, french ? "Thèmes" : "Themes", Capability.MANAGE, request))
        .replace("${home}", HtmlUtils.htmlEscape(request.getContextPath()) + "/")
        .replace("${away}", isApplication ? "" : " hidden");
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/html;charset=utf-8"))
        .header("Cache-Control", "no-store")
        .header("Content-Security-Policy", CONTENT_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "same-origin")
        .body(filled.getBytes(StandardCharsets.UTF_8));
  }

  /** Leads to our other page; to those who may not open it, there is none. */
  private String link(
      String page, String lang, String words, Capability capability, HttpServletRequest request) {
    return door.isOpen(capability, request)
        ? "<a href=\"%s?lang=%s\">%s</a>".formatted(page, lang, words)
        : "";
  }

  private static String load(String page) {
    return new String(Assets.load(DashboardController.class, page), StandardCharsets.UTF_8);
  }

  @GetMapping({
    "/assets/charts.js",
    "/assets/dashboard.css",
    "/assets/dashboard.js",
    "/assets/insights.js",
    "/assets/themes.css",
    "/assets/themes.js",
    "/assets/themes-parts.js",
    "/assets/themes.en.js",
    "/assets/themes.fr.js",
    "/assets/words.en.js",
    "/assets/words.fr.js",
    "/assets/words.js"
  })
  ResponseEntity<byte[]> asset(WebRequest request) {
    return assets.answer(request);
  }
}
