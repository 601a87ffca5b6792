package io.github.feedback4j.empty;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** What we add to the beans of a web application, compared with the same application without us. */
class EmptyGuestTest {

  private static final int MAX_BEANS = 20;

  /** What an application has one of, and chooses itself. */
  private static final Set<String> NOT_OURS_TO_BRING = Set.of(
      "Clock",
      "DataSource",
      "Executor",
      "HttpMessageConverter",
      "InstantSource",
      "JsonMapper",
      "ObjectMapper",
      "SecurityFilterChain",
      "TaskScheduler",
      "UserDetailsService",
      "WebMvcConfigurer",
      "WebMvcRegistrations");

  /** What Boot's web starter has no converter for. */
  private static final Set<String> NOT_OURS_TO_SPEAK =
      Set.of("yaml", "x-yaml", "cbor", "x-jackson-smile");

  /** The modules of Jackson 2 and 3 whose presence makes Spring MVC register a converter. */
  private static final Set<String> JACKSON_FORMATS = Set.of(
      "com.fasterxml.jackson.dataformat.cbor.CBORFactory",
      "com.fasterxml.jackson.dataformat.smile.SmileFactory",
      "com.fasterxml.jackson.dataformat.xml.XmlMapper",
      "com.fasterxml.jackson.dataformat.yaml.YAMLFactory",
      "tools.jackson.dataformat.cbor.CBORMapper",
      "tools.jackson.dataformat.smile.SmileMapper",
      "tools.jackson.dataformat.xml.XmlMapper",
      "tools.jackson.dataformat.yaml.YAMLMapper");

  @TempDir
  private static Path folder;

  private static ConfigurableApplicationContext with;
  private static ConfigurableApplicationContext without;

  @BeforeAll
  static void start() {
    with = start("--feedback4j.jdbc.file=" + folder.resolve("answers"));
    without = start("--spring.autoconfigure.exclude=" + String.join(",", autoConfigurations()));
  }

  private static ConfigurableApplicationContext start(String argument) {
    return SpringApplication.run(EmptyApplication.class, "--server.port=0", argument);
  }

  /** Reads them from the jar, so that one that comes later is left out as well. */
  private static Set<String> autoConfigurations() {
    ClassLoader loader = EmptyGuestTest.class.getClassLoader();
    return StreamSupport.stream(
            ImportCandidates.load(AutoConfiguration.class, loader).spliterator(), false)
        .filter(each -> each.startsWith("io.github.feedback4j."))
        .collect(toCollection(TreeSet::new));
  }

  @AfterAll
  static void stop() {
    with.close();
    without.close();
  }

  @Test
  void theClassPathHasNoSpringSecurityAndNoSpringJdbc() {
    assertThat(ClassUtils.isPresent("org.springframework.security.web.SecurityFilterChain", null))
        .isFalse();
    assertThat(ClassUtils.isPresent("org.springframework.jdbc.core.JdbcOperations", null))
        .isFalse();
  }

  @Test
  void theHostKeepsEveryBeanOfItsOwn() {
    assertThat(beans(with)).containsAllEntriesOf(beans(without));
  }

  @Test
  void atMostTwentyBeansAreOurs() {
    assertThat(ours()).as("beans of ours").isNotEmpty().hasSizeLessThanOrEqualTo(MAX_BEANS);
  }

  @Test
  void everyBeanOfOursIsNamedForUs() {
    // The names of properties beans are made by Boot, of our prefix and the class.
    assertThat(ours()).allMatch(name -> name.startsWith("feedback4j"));
  }

  @Test
  void aTypeThatTheHostChoosesIsNeverOurs() {
    assertThat(ours()).allSatisfy(name -> assertThat(supertypes(with.getType(name)))
        .as(name)
        .doesNotContainAnyElementsOf(NOT_OURS_TO_BRING));
  }

  @Test
  void theJsonMappersAreTheHostsOwn() {
    for (String type :
        new String[] {"com.fasterxml.jackson.databind.ObjectMapper", "tools.jackson.databind.ObjectMapper"}) {
      assertThat(names(with, type)).as(type).isEqualTo(names(without, type));
    }
  }

  @Test
  void theHostsControllersSpeakWhatTheySpeakWithoutUs() {
    assertThat(converters(with)).isNotEmpty().isEqualTo(converters(without));
  }

  /** Our jars are there without our configurations as well, and Spring MVC looks for classes. */
  @Test
  void noJarOfOursTeachesTheHostAnotherFormat() {
    assertThat(converters(with).values())
        .allSatisfy(types -> assertThat(types)
            .extracting(MediaType::getSubtype)
            .doesNotContainAnyElementsOf(NOT_OURS_TO_SPEAK));
    assertThat(JACKSON_FORMATS).allSatisfy(type -> assertThat(ClassUtils.isPresent(type, null))
        .as(type)
        .isFalse());
  }

  @Test
  void thereIsNoDataSource() {
    assertThat(names(with, "javax.sql.DataSource")).isEmpty();
  }

  @Test
  void withoutSpringSecurityThereIsNoDashboard() throws Exception {
    String base = "http://127.0.0.1:"
        + with.getEnvironment().getRequiredProperty("local.server.port")
        + "/feedback4j/";
    HttpClient client = HttpClient.newHttpClient();
    for (String path : List.of(
        "dashboard", "assets/dashboard.js", "api/v1/stats/overview", "api/v1/verbatims")) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
      assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
          .as(path)
          .isEqualTo(404);
    }
    HttpRequest widget = HttpRequest.newBuilder(URI.create(base + "assets/widget.js")).build();
    assertThat(client.send(widget, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
  }

  /** What reads and writes the bodies of controllers, and the types that it takes. */
  private static Map<String, List<MediaType>> converters(ConfigurableApplicationContext context) {
    return context.getBean(RequestMappingHandlerAdapter.class).getMessageConverters().stream()
        .collect(Collectors.toMap(
            each -> each.getClass().getName(),
            HttpMessageConverter::getSupportedMediaTypes,
            (first, second) ->
                Stream.concat(first.stream(), second.stream()).toList(),
            TreeMap::new));
  }

  /** The names of the beans that are there because of us; classes that only configure do not count. */
  private static Set<String> ours() {
    Map<String, String> all = new TreeMap<>(beans(with));
    all.keySet().removeAll(beans(without).keySet());
    all.keySet().removeIf(name -> AnnotatedElementUtils.hasAnnotation(
        Objects.requireNonNull(with.getType(name)), Configuration.class));
    return all.keySet();
  }

  private static Map<String, String> beans(ConfigurableApplicationContext context) {
    return Arrays.stream(context.getBeanDefinitionNames())
        .collect(Collectors.toMap(name -> name, name -> kind(context.getType(name))));
  }

  /** Names a type without the numbers in generated classes. */
  private static String kind(@Nullable Class<?> type) {
    return type == null ? "?" : type.getName().replaceAll("\\$\\$.*", "");
  }

  private static Set<String> names(ConfigurableApplicationContext context, String type) {
    return ClassUtils.isPresent(type, null)
        ? Set.of(context.getBeanNamesForType(ClassUtils.resolveClassName(type, null)))
        : Set.of();
  }

  private static Set<String> supertypes(@Nullable Class<?> type) {
    Set<String> all = new LinkedHashSet<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      all.add(each.getSimpleName());
      ClassUtils.getAllInterfacesForClassAsSet(each)
          .forEach(one -> all.add(one.getSimpleName()));
    }
    return all;
  }
}
