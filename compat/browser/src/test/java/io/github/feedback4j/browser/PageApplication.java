package io.github.feedback4j.browser;

import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.spring.web.TouchpointSource;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyReader;
import io.github.feedback4j.survey.Surveys;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An application with one page, and the strictest content security policy that we promise. */
@SpringBootApplication
@RestController
public class PageApplication {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
          + "img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
          + "require-trusted-types-for 'script'; trusted-types 'none'";

  /** Creates the application; Spring does this. */
  public PageApplication() {}

  @GetMapping(value = "/ticket", produces = MediaType.TEXT_HTML_VALUE)
  String ticket(
      @RequestParam String id,
      @RequestParam(defaultValue = "ticket.closed") String event,
      @RequestParam(defaultValue = "en") String lang,
      @RequestParam(defaultValue = "inline") String placement) {
    return """
        <!doctype html>
        <html lang="%1$s">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark"><title>%2$s</title>
        <script type="module" src="/feedback4j/assets/widget.js"></script></head>
        <body><main><h1>%2$s</h1><label>Search <input name="search"></label>
        <feedback-prompt touchpoint="%3$s" subject="%2$s" lang="%1$s" placement="%4$s" delay="0"></feedback-prompt>
        </main></body></html>
        """.formatted(lang, id, event, placement);
  }

  /** While true, no answer can be kept: what a browser sees when a server is restarted. */
  static final AtomicBoolean OUTAGE = new AtomicBoolean();

  @Bean
  Filter outage() {
    return (request, response, chain) -> {
      if (OUTAGE.get() && "PUT".equals(((HttpServletRequest) request).getMethod())) {
        ((HttpServletResponse) response).sendError(503);
      } else {
        chain.doFilter(request, response);
      }
    };
  }

  @Bean
  Survey ticketCsat() {
    return Surveys.csat("ticket-csat").on("ticket.closed");
  }

  @Bean
  Survey nps() {
    return Surveys.nps("nps").on("project.finished");
  }

  @Bean
  Survey fromRightToLeft() {
    return SurveyReader.read("visit.yaml", """
        survey: visit
        defaultLocale: ar
        on: [visit.ended]
        questions:
          - id: satisfaction
            type: rating
            required: true
            text: { ar: ما مدى رضاك عن الحل؟ }
            metric: csat
            labels: { 1: { ar: غير راضٍ إطلاقًا }, 2: { ar: غير راضٍ }, 3: { ar: محايد }, 4: { ar: راضٍ }, 5: { ar: راضٍ جدًا } }
          - id: comment
            type: text
            text: { ar: ما السبب الرئيسي؟ }
        """);
  }

  @Bean
  TouchpointSource tickets() {
    return (event, subject, user) ->
        Optional.of(Touchpoint.of(event, user.getName()).subject(subject).attribute("vip", true));
  }

  @Bean
  SecurityFilterChain security(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .httpBasic(Customizer.withDefaults())
        .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY)))
        .build();
  }

  @Bean
  InMemoryUserDetailsManager users() {
    return new InMemoryUserDetailsManager(
        User.withUsername("anna").password("{noop}secret").roles("USER").build(),
        User.withUsername("mona")
            .password("{noop}secret")
            .authorities("FEEDBACK_VIEW", "FEEDBACK_VERBATIM", "FEEDBACK_MANAGE")
            .build());
  }
}
