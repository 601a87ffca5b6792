package io.github.feedback4j.examples.collector;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Takes answers at {@code /feedback4j/v1/events}, and has the dashboard for whoever signs in. */
@SpringBootApplication
public class CollectorApplication {

  /** Creates the application; Spring does this. */
  public CollectorApplication() {}

  /** Starts the application. */
  public static void main(String[] args) {
    SpringApplication.run(CollectorApplication.class, args);
  }

  /** Applications that send show a token of their own, which the collector checks: no session, no CSRF token. */
  @Bean
  @Order(1)
  SecurityFilterChain senders(HttpSecurity http) throws Exception {
    return http.securityMatcher("/feedback4j/v1/events")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }

  /** There is nothing else to see here. */
  @Bean
  WebMvcConfigurer start() {
    return new WebMvcConfigurer() {
      @Override
      public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/feedback4j/dashboard").setKeepQueryParams(true);
      }
    };
  }

  /** People sign in; the dashboard checks what they may see. */
  @Bean
  @Order(2)
  SecurityFilterChain people(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(requests -> requests
            .requestMatchers("/actuator/health")
            .permitAll()
            .anyRequest()
            .authenticated())
        .formLogin(form -> form.defaultSuccessUrl("/feedback4j/dashboard"))
        .httpBasic(Customizer.withDefaults())
        .build();
  }
}
