package io.github.feedback4j.spring.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.feedback4j.spring.dashboard.DashboardProperties.Access;
import io.github.feedback4j.spring.dashboard.DashboardProperties.Release;
import io.github.feedback4j.spring.dashboard.DashboardProperties.Verbatims;
import io.github.feedback4j.spring.dashboard.FeedbackAccess.Capability;
import io.github.feedback4j.spring.http.Problem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class DoorTest {

  private static final SecurityProperties AUTHORITIES =
      new SecurityProperties("SEE", "READ", "CHANGE");

  @AfterEach
  void signOut() {
    SecurityContextHolder.clearContext();
  }

  static List<Arguments> table() {
    return List.of(
        argumentSet("nothing", Access.AUTHORITY, Verbatims.AUTHORITY, Set.of(), false, false),
        argumentSet("view", Access.AUTHORITY, Verbatims.AUTHORITY, Set.of("SEE"), true, false),
        argumentSet(
            "both", Access.AUTHORITY, Verbatims.AUTHORITY, Set.of("SEE", "READ"), true, true),
        argumentSet(
            "read alone", Access.AUTHORITY, Verbatims.AUTHORITY, Set.of("READ"), false, false),
        argumentSet(
            "role, not authority",
            Access.AUTHORITY,
            Verbatims.AUTHORITY,
            Set.of("ROLE_SEE"),
            false,
            false),
        argumentSet("comments open", Access.AUTHORITY, Verbatims.OPEN, Set.of("SEE"), true, true),
        argumentSet(
            "comments open, no view", Access.AUTHORITY, Verbatims.OPEN, Set.of(), false, false),
        argumentSet(
            "comments off", Access.AUTHORITY, Verbatims.OFF, Set.of("SEE", "READ"), true, false),
        argumentSet("scores open", Access.OPEN, Verbatims.AUTHORITY, Set.of(), true, false),
        argumentSet(
            "scores open, reader", Access.OPEN, Verbatims.AUTHORITY, Set.of("READ"), true, true),
        argumentSet("all open", Access.OPEN, Verbatims.OPEN, Set.of(), true, true));
  }

  @ParameterizedTest
  @MethodSource("table")
  void opensToThoseWhoMay(
      Access access, Verbatims verbatims, Set<String> authorities, boolean views, boolean reads) {
    signIn(authorities.toArray(String[]::new));
    Door door = door(access, verbatims);

    assertThat(door.isOpen(Capability.VIEW, request())).isEqualTo(views);
    assertThat(door.isOpen(Capability.VERBATIMS, request())).isEqualTo(reads);
  }

  @Test
  void themesAreForThoseWithTheAuthorityHoweverOpenTheRestIs() {
    Door door = door(Access.OPEN, Verbatims.OPEN);
    assertThat(door.isOpen(Capability.MANAGE, request())).isFalse();

    signIn("SEE", "READ");
    assertThat(door.isOpen(Capability.MANAGE, request())).isFalse();

    signIn("CHANGE");
    assertThat(door.isOpen(Capability.MANAGE, request())).isTrue();
    assertThat(door(Access.AUTHORITY, Verbatims.AUTHORITY).isOpen(Capability.VERBATIMS, request()))
        .isFalse();
  }

  @Test
  void whoeverIsNotSignedInIsTold401AndTheOthersWhatTheyLack() {
    Door door = door(Access.AUTHORITY, Verbatims.AUTHORITY);

    assertThatThrownBy(() -> door.require(Capability.VIEW, request()))
        .isInstanceOfSatisfying(Problem.class, each -> assertThat(each.status()).isEqualTo(401));

    signIn();
    MockHttpServletRequest request = request();
    request.setUserPrincipal(() -> "anna");
    assertThatThrownBy(() -> door.require(Capability.VERBATIMS, request))
        .isInstanceOfSatisfying(Problem.class, each -> assertThat(each.status()).isEqualTo(403))
        .hasMessage(
            "the capability 'verbatims' needs the authority READ (property feedback4j.security.verbatim-authority)");

    signIn("SEE");
    assertThatCode(() -> door.require(Capability.VIEW, request)).doesNotThrowAnyException();
  }

  private static Door door(Access access, Verbatims verbatims) {
    return new Door(
        new DashboardProperties(true, access, verbatims, 5, Release.LIVE, 1, List.of()),
        AUTHORITIES,
        new AuthorityAccess(AUTHORITIES),
        "/feedback4j/dashboard");
  }

  private static MockHttpServletRequest request() {
    return new MockHttpServletRequest();
  }

  private static void signIn(String... authorities) {
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken("anna", "x", authorities));
  }
}
