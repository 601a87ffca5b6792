package io.github.feedback4j.examples.servicedesk;

import io.github.feedback4j.examples.servicedesk.Person.Role;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The made-up people of the demo; templates can call public methods only. */
@Component
class People {

  private final List<Person> all = List.of(
      new Person("anna", "Anna Moreau", Locale.FRENCH, Role.REQUESTER),
      new Person("ben", "Ben Carter", Locale.ENGLISH, Role.REQUESTER),
      new Person("carla", "Carla Reyes", Locale.ENGLISH, Role.ADVISOR),
      new Person("hugo", "Hugo Lefèvre", Locale.FRENCH, Role.ADVISOR),
      new Person("lea", "Lea Novak", Locale.ENGLISH, Role.LEAD),
      new Person("mona", "Mona Haddad", Locale.FRENCH, Role.MANAGER),
      new Person("tom", "Tom Okafor", Locale.ENGLISH, Role.AGENT),
      new Person("ines", "Inès Lambert", Locale.FRENCH, Role.AGENT));

  public List<Person> whoSignIn() {
    return all.stream().filter(Person::signsIn).toList();
  }

  public Person get(String id) {
    return all.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is nobody called " + id));
  }

  public Person get(Principal user) {
    return get(user.getName());
  }
}
