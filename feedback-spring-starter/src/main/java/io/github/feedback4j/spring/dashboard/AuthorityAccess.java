package io.github.feedback4j.spring.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Asks Spring Security for the authorities that the properties name. */
final class AuthorityAccess implements FeedbackAccess {

  private final SecurityProperties authorities;

  AuthorityAccess(SecurityProperties authorities) {
    this.authorities = authorities;
  }

  @Override
  public boolean may(Capability capability, HttpServletRequest request) {
    Authentication user = SecurityContextHolder.getContext().getAuthentication();
    String wanted = authorities.of(capability);
    return user != null
        && user.isAuthenticated()
        && user.getAuthorities().stream().anyMatch(each -> wanted.equals(each.getAuthority()));
  }
}
