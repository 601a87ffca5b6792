package io.github.feedback4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TicketGeneratorTest {

  private static final List<Experience> EXPERIENCES =
      TicketGenerator.generate(TicketGenerator.SEED);

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherOneDoesNot() {
    String file = TicketCsv.write(EXPERIENCES);

    assertThat(TicketCsv.write(TicketGenerator.generate(TicketGenerator.SEED))).isEqualTo(file);
    assertThat(TicketCsv.write(TicketGenerator.generate(7))).isNotEqualTo(file);
  }

  @Test
  void whatIsWrittenIsReadBackEqual() throws TicketFileException {
    assertThat(TicketCsv.parse("tickets.csv", TicketCsv.write(EXPERIENCES))).isEqualTo(EXPERIENCES);
  }

  @Test
  void thereAreEnoughTicketsPeopleTeamsAndLanguages() {
    assertThat(EXPERIENCES).hasSizeBetween(3_100, 3_400);
    assertThat(EXPERIENCES.stream().map(each -> each.ticket().team()).distinct())
        .hasSize(20);
    assertThat(EXPERIENCES.stream().map(each -> each.ticket().channel()).distinct())
        .hasSize(4);
    assertThat(EXPERIENCES.stream().map(each -> each.ticket().service()).distinct())
        .hasSize(8);
    Collection<List<Experience>> people = EXPERIENCES.stream()
        .collect(Collectors.groupingBy(each -> each.ticket().requester()))
        .values();
    assertThat(people).hasSizeBetween(880, 900);
    assertThat(people.stream().filter(tickets -> tickets.size() >= 15)).hasSizeBetween(5, 40);
    assertThat(people.stream().filter(tickets -> tickets.size() <= 2)).hasSizeGreaterThan(300);
    double french = people.stream()
        .filter(each -> each.get(0).ticket().language().equals("fr"))
        .count();
    assertThat(french / people.size()).isCloseTo(0.4, within(0.1));
  }

  @Test
  void ticketsKeepBusinessHoursAndCloseAfterTheyOpen() {
    for (Experience each : EXPERIENCES) {
      LocalDateTime closed = LocalDateTime.ofInstant(each.ticket().closedAt(), ZoneOffset.UTC);
      assertThat(closed.getDayOfWeek()).isBetween(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
      assertThat(closed.getHour()).isBetween(8, 17);
      assertThat(closed.toLocalDate())
          .isBetween(TicketGenerator.FIRST_DAY, TicketGenerator.LAST_DAY);
      assertThat(each.ticket().openedAt()).isBefore(each.ticket().closedAt());
    }
  }

  @Test
  void noTicketIsClosedTwiceAsTheSameResolution() {
    assertThat(EXPERIENCES)
        .map(each -> each.ticket().id() + " " + each.ticket().resolution())
        .doesNotHaveDuplicates();
    assertThat(EXPERIENCES).anyMatch(each -> each.ticket().resolution() == 2);
  }

  // The clamp at 5 eats a part of each effect, so the bounds are wider than the planted sizes.
  @Test
  void thePlantedEffectsAreInTheSatisfaction() {
    Predicate<Ticket> laptops = ticket -> ticket.service().equals("Laptops");
    Predicate<Ticket> vpn = ticket -> ticket.service().equals("VPN");
    Predicate<Ticket> usual = laptops.or(vpn).negate();
    Predicate<Ticket> late = ticket -> !ticket.slaMet();
    Predicate<Ticket> newLaptops =
        ticket -> !LocalDateTime.ofInstant(ticket.closedAt(), ZoneOffset.UTC)
            .toLocalDate()
            .isBefore(TicketGenerator.NEW_LAPTOPS);

    assertThat(mean(vpn) - mean(usual)).isBetween(-1.9, -1.2);
    assertThat(mean(laptops.and(newLaptops)) - mean(laptops.and(newLaptops.negate())))
        .isBetween(1.4, 2.1);
    Predicate<Ticket> phone = ticket -> ticket.channel().equals("phone");
    assertThat(mean(phone) - mean(phone.negate())).isBetween(-1.0, -0.5);
    assertThat(share(vpn, Ticket::slaMet)).isBetween(0.88, 0.94);
    assertThat(share(vpn.negate(), Ticket::slaMet)).isBetween(0.77, 0.85);
    assertThat(mean(usual.and(Ticket::slaMet)) - mean(usual.and(late))).isBetween(0.7, 1.2);
    assertThat(mean(vpn.and(Ticket::slaMet)) - mean(vpn.and(late))).isBetween(-0.3, 0.3);
  }

  @Test
  void theTeamsAreEqual() {
    Map<String, Double> means = EXPERIENCES.stream()
        .collect(Collectors.groupingBy(
            each -> each.ticket().team(),
            Collectors.averagingDouble(
                // Without what the other effects happen to give this team.
                each -> each.satisfaction() - TicketGenerator.effect(each.ticket()))));

    double all = means.values().stream().mapToDouble(each -> each).average().orElseThrow();
    assertThat(means.values())
        .hasSize(20)
        .allSatisfy(each -> assertThat(each).isCloseTo(all, within(0.25)));
  }

  private static double mean(Predicate<Ticket> condition) {
    return EXPERIENCES.stream()
        .filter(each -> condition.test(each.ticket()))
        .mapToDouble(Experience::satisfaction)
        .average()
        .orElseThrow();
  }

  private static double share(Predicate<Ticket> condition, Predicate<Ticket> of) {
    return EXPERIENCES.stream()
        .map(Experience::ticket)
        .filter(condition)
        .mapToDouble(each -> of.test(each) ? 1 : 0)
        .average()
        .orElseThrow();
  }
}
