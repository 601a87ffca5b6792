package io.github.feedback4j.examples.servicedesk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** The application's own security: a sign-in form, CSRF tokens, and a strict content policy. */
@Configuration(proxyBeanMethods = false)
class Security {

  /** Nothing from elsewhere, nothing inline, and no script may turn text into markup. */
  static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
          + "img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
          + "require-trusted-types-for 'script'; trusted-types 'none'";

  @Bean
  SecurityFilterChain chain(HttpSecurity http) {
    // The paths below /feedback4j check the user themselves: a script gets 401, not a sign-in page.
    // The dashboard and the editor of themes are for people, who get one; whether they may see
    // them, they decide.
    return http.authorizeHttpRequests(requests -> requests
            .requestMatchers(TicketController.DASHBOARD, TicketController.THEMES)
            .authenticated()
            .requestMatchers("/desk.css", "/icon.svg", "/feedback4j/**", "/error")
            .permitAll()
            .requestMatchers("/team")
            .hasAnyRole(Person.Role.LEAD.name(), Person.Role.MANAGER.name())
            .anyRequest()
            .authenticated())
        .formLogin(form -> form.loginPage("/login").permitAll())
        .logout(logout -> logout.logoutSuccessUrl("/login?bye").permitAll())
        .headers(headers ->
            headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)))
        .build();
  }

  @Bean
  InMemoryUserDetailsManager users(People people) {
    return new InMemoryUserDetailsManager(people.whoSignIn().stream()
        .map(person -> User.withUsername(person.id())
            // The sign-in page shows this password: nothing here is worth a better one.
            .password("{noop}demo")
            .authorities(person.authorities())
            .build())
        .toList());
  }
}
