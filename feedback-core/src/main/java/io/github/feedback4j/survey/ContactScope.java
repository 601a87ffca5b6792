package io.github.feedback4j.survey;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Whose contacts a contact rule looks at: those of the survey that wants to ask, of a group of surveys,
 * or of all surveys.
 *
 * <p>A group is named by the {@linkplain Survey#groups() surveys that belong to it}. In a platform's
 * policy a rule of a group binds the surveys of that group; among a survey's own rules it binds this
 * survey, whether or not it belongs to the group.
 *
 * @param kind whether it is one survey, a group, or all of them
 * @param group the name of the group, null unless {@code kind} is {@link Kind#GROUP}
 * @since 0.1
 */
public record ContactScope(Kind kind, @Nullable String group) implements Comparable<ContactScope> {

  /** Only contacts of the survey that wants to ask. */
  public static final ContactScope THIS_SURVEY = new ContactScope(Kind.THIS_SURVEY, null);

  /** Contacts of any survey. */
  public static final ContactScope ANY_SURVEY = new ContactScope(Kind.ANY_SURVEY, null);

  private static final Comparator<ContactScope> ORDER = Comparator.comparing(ContactScope::kind)
      .thenComparing(each -> each.group == null ? "" : each.group);

  /** How many surveys a scope takes in. */
  public enum Kind {
    /** The survey that wants to ask. */
    THIS_SURVEY,
    /** The surveys of one group. */
    GROUP,
    /** All surveys. */
    ANY_SURVEY
  }

  /** Checks that a group has a name and nothing else has. */
  public ContactScope {
    if ((kind == Kind.GROUP) != (group != null)) {
      throw new IllegalArgumentException("a scope must name a group if, and only if, it is one");
    }
    if (group != null) {
      Ids.requireName("group", group);
    }
  }

  /** Returns the scope of the surveys that belong to this group. */
  public static ContactScope group(String name) {
    return new ContactScope(Kind.GROUP, name);
  }

  /** Orders by how many surveys a scope takes in, groups by name. */
  @Override
  public int compareTo(ContactScope other) {
    return ORDER.compare(this, other);
  }

  /** Returns the words of survey files: {@code this}, {@code any}, or {@code groups.} and a name. */
  @Override
  public String toString() {
    return switch (kind) {
      case THIS_SURVEY -> "this";
      case GROUP -> "groups." + group;
      case ANY_SURVEY -> "any";
    };
  }
}
