package io.github.feedback4j.spring.dashboard;

import io.github.feedback4j.spring.core.StartUpNote;
import io.github.feedback4j.spring.dashboard.DashboardProperties.Access;
import io.github.feedback4j.spring.dashboard.DashboardProperties.Verbatims;
import io.github.feedback4j.spring.dashboard.FeedbackAccess.Capability;
import io.github.feedback4j.spring.http.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.core.annotation.Order;

/** Opens the dashboard to those who may see it, and tells everybody else what they lack. */
@Order(2)
final class Door implements StartUpNote {

  private final DashboardProperties dashboard;
  private final SecurityProperties authorities;
  private final FeedbackAccess access;
  private final String path;

  Door(
      DashboardProperties dashboard,
      SecurityProperties authorities,
      FeedbackAccess access,
      String path) {
    this.dashboard = dashboard;
    this.authorities = authorities;
    this.access = access;
    this.path = path;
  }

  /** Returns whether whoever sends this request may do this. */
  boolean isOpen(Capability capability, HttpServletRequest request) {
    return switch (capability) {
      case VIEW -> dashboard.access() == Access.OPEN || access.may(Capability.VIEW, request);
      case VERBATIMS ->
        dashboard.verbatims() != Verbatims.OFF
            && isOpen(Capability.VIEW, request)
            && (dashboard.verbatims() == Verbatims.OPEN
                || access.may(Capability.VERBATIMS, request));
      // Whatever is open to look at: nobody changes anything without being named.
      case MANAGE -> access.may(Capability.MANAGE, request);
    };
  }

  /**
   * Lets a request through.
   *
   * @throws Problem with status 401 if nobody is signed in, else 403 with what they lack
   */
  void require(Capability capability, HttpServletRequest request) {
    if (isOpen(capability, request)) {
      return;
    }
    if (request.getUserPrincipal() == null) {
      throw Problem.of(401, "not-signed-in", "sign in to the application first");
    }
    throw Problem.of(
        403,
        "forbidden",
        "the capability '%s' needs the authority %s (property %s)"
            .formatted(
                capability.name().toLowerCase(Locale.ROOT),
                authorities.of(capability),
                SecurityProperties.property(capability)));
  }

  @Override
  public String startUpNote() {
    return dashboard.access() == Access.OPEN
        ? "the dashboard " + path + " is open to everybody whom the application lets through"
        : "the dashboard " + path + " is open to " + authorities.viewAuthority();
  }
}
