package io.github.feedback4j.examples.servicedesk;

import io.github.feedback4j.response.AcceptedResponse;
import io.github.feedback4j.response.ResponseStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;

/** A service desk whose process ends at once, like a killed one, when it has kept some answers. */
final class DyingDesk {

  static final int EXIT_CODE = 99;
  static final int LAST_WORDS = 100;

  private DyingDesk() {}

  public static void main(String[] args) {
    new SpringApplication(ServiceDeskApplication.class, FixedTime.class, Dying.class).run(args);
  }

  /** Puts the end of the process behind an answer that was kept. */
  static class Dying {

    @Bean
    static BeanPostProcessor dyingStore() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof ResponseStore store ? dying(store) : bean;
        }
      };
    }

    private static ResponseStore dying(ResponseStore store) {
      int[] kept = new int[1];
      return (ResponseStore) Proxy.newProxyInstance(
          ResponseStore.class.getClassLoader(),
          new Class<?>[] {ResponseStore.class},
          (proxy, method, values) -> {
            try {
              Object result = method.invoke(store, values);
              // A method without parameters has no values at all.
              if (values != null
                  && values[0] instanceof AcceptedResponse
                  && ++kept[0] == LAST_WORDS) {
                // No shutdown hook runs, and the database is not closed.
                Runtime.getRuntime().halt(EXIT_CODE);
              }
              return result;
            } catch (InvocationTargetException e) {
              throw e.getCause();
            }
          });
    }
  }
}
