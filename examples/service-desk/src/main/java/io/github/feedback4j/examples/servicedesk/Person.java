package io.github.feedback4j.examples.servicedesk;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Somebody who works here.
 *
 * @param id the user name
 * @param name as it is written on pages
 * @param language the language in which this person reads pages, unless they choose another
 * @param role what this person may do
 */
record Person(String id, String name, Locale language, Role role) {

  /** May see scores on the dashboard of feedback4j; the default of its view-authority. */
  static final String VIEW = "FEEDBACK_VIEW";

  /** May also read comments there; the default of its verbatim-authority. */
  static final String VERBATIM = "FEEDBACK_VERBATIM";

  /** May change the theme pack there; the default of its manage-authority. */
  static final String MANAGE = "FEEDBACK_MANAGE";

  /** What a person may do here. */
  enum Role {
    /** Sees, closes and reopens own tickets. */
    REQUESTER,
    /** Like a requester, and on the panel that is asked about the service as a whole. */
    ADVISOR,
    /** Sees and solves everybody's tickets, rates none, and sees how satisfied people are. */
    LEAD,
    /** Sees how satisfied people are, what they say, and everybody's tickets; changes nothing but themes. */
    MANAGER,
    /** Writes in tickets of the demo, and never signs in. */
    AGENT;

    /** Returns what the dashboard of feedback4j asks for before it opens. */
    private List<String> authorities() {
      return switch (this) {
        case LEAD -> List.of(VIEW);
        case MANAGER -> List.of(VIEW, VERBATIM, MANAGE);
        case REQUESTER, ADVISOR, AGENT -> List.of();
      };
    }
  }

  /** Returns what Spring Security is to know: the role, and what comes with it. */
  String[] authorities() {
    return Stream.concat(Stream.of("ROLE_" + role), role.authorities().stream())
        .toArray(String[]::new);
  }

  public boolean leads() {
    return role == Role.LEAD;
  }

  public boolean manages() {
    return role == Role.MANAGER;
  }

  /** Returns whether this person sits on the advisory panel. */
  public boolean advises() {
    return role == Role.ADVISOR;
  }

  /** Returns whether everybody's tickets are this person's business, or only their own. */
  public boolean seesAllTickets() {
    return leads() || manages();
  }

  /** Returns whether the dashboard is open to this person. */
  public boolean seesSatisfaction() {
    return role.authorities().contains(VIEW);
  }

  /** Returns whether the editor of themes is open to this person. */
  public boolean changesThemes() {
    return role.authorities().contains(MANAGE);
  }

  public boolean signsIn() {
    return role != Role.AGENT;
  }

  public String firstName() {
    return name.substring(0, name.indexOf(' '));
  }

  /** Returns the first letters of first and last name. */
  public String initials() {
    return name.substring(0, 1) + name.charAt(name.indexOf(' ') + 1);
  }
}
