package io.github.feedback4j.examples.servicedesk;

import java.util.Locale;

/**
 * Somebody who works here.
 *
 * @param id the user name
 * @param name as it is written on pages
 * @param language the language in which this person reads pages, unless they choose another
 * @param role what this person may do
 */
record Person(String id, String name, Locale language, Role role) {

  /** What a person may do here. */
  enum Role {
    /** Sees, closes and reopens own tickets. */
    REQUESTER,
    /** Sees and solves everybody's tickets, and rates none. */
    LEAD,
    /** Writes in tickets of the demo, and never signs in. */
    AGENT
  }

  public boolean leads() {
    return role == Role.LEAD;
  }

  public boolean signsIn() {
    return role != Role.AGENT && !id.equals(People.ABSENT);
  }

  /** Returns the first letters of first and last name. */
  public String initials() {
    return name.substring(0, 1) + name.charAt(name.indexOf(' ') + 1);
  }
}
