package io.github.feedback4j.guest;

import io.github.feedback4j.prompt.Touchpoint;
import io.github.feedback4j.spring.web.TouchpointSource;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.Surveys;
import java.util.Optional;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** An application like a user's: its own security chain, its own people, tickets, and our starter. */
@SpringBootApplication
public class GuestApplication {

  /** Creates the application; Spring does this. */
  public GuestApplication() {}

  @Bean
  Survey ticketCsat() {
    return Surveys.csat("ticket-csat").on("ticket.closed");
  }

  /** Tickets belong to anna, unless their subject says that they are ben's. */
  @Bean
  TouchpointSource tickets() {
    return (event, subject, user) -> {
      String owner = subject.endsWith("-of-ben") ? "ben" : "anna";
      return owner.equals(user.getName())
          ? Optional.of(
              Touchpoint.of(event, owner)
                  .subject(subject)
                  .accountable(a -> a.team("Network").slaMet(true)))
          : Optional.empty();
    };
  }

  /** Other applications show a token, which only the collector knows. */
  @Bean
  @Order(1)
  SecurityFilterChain senders(HttpSecurity http) throws Exception {
    return http.securityMatcher("/feedback4j/v1/events")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(csrf -> csrf.disable())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain security(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/feedback4j/**", "/error")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .httpBasic(Customizer.withDefaults())
        .build();
  }

  @Bean
  InMemoryUserDetailsManager users() {
    return new InMemoryUserDetailsManager(
        User.withUsername("anna").password("{noop}secret").roles("USER").build(),
        User.withUsername("ben").password("{noop}secret").roles("USER").build(),
        User.withUsername("vera").password("{noop}secret").authorities("FEEDBACK_VIEW").build(),
        User.withUsername("mona")
            .password("{noop}secret")
            .authorities("FEEDBACK_VIEW", "FEEDBACK_VERBATIM")
            .build(),
        User.withUsername("tess").password("{noop}secret").authorities("FEEDBACK_MANAGE").build());
  }
}
