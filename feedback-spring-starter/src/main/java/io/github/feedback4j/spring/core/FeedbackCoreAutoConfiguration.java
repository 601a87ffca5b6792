package io.github.feedback4j.spring.core;

import io.github.feedback4j.Feedback;
import io.github.feedback4j.privacy.Pseudonymizer;
import io.github.feedback4j.privacy.Redactor;
import io.github.feedback4j.prompt.ContactLedger;
import io.github.feedback4j.prompt.SurveyCounters;
import io.github.feedback4j.response.KnownNames;
import io.github.feedback4j.response.ResponseSink;
import io.github.feedback4j.response.ResponseStore;
import io.github.feedback4j.survey.Anonymity;
import io.github.feedback4j.survey.Finding;
import io.github.feedback4j.survey.Linter;
import io.github.feedback4j.survey.Policy;
import io.github.feedback4j.survey.Survey;
import io.github.feedback4j.survey.SurveyRegistry;
import io.github.feedback4j.theme.ThemePack;
import io.github.feedback4j.theme.ThemeTagger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.io.support.ResourcePatternResolver;

/** Makes the {@link Feedback} of an application out of its surveys, stores and properties. */
@AutoConfiguration(
    afterName = {
      "io.github.feedback4j.spring.jdbc.FeedbackJdbcAutoConfiguration",
      "io.github.feedback4j.spring.redis.FeedbackRedisAutoConfiguration",
      "io.github.feedback4j.spring.remote.FeedbackRemoteAutoConfiguration"
    })
@ConditionalOnProperty(prefix = "feedback4j", name = "enabled", matchIfMissing = true)
@EnableConfigurationProperties(FeedbackProperties.class)
class FeedbackCoreAutoConfiguration {

  /** A bean of its own only where somebody else asks for it: whoever sends answers on. */
  @Bean
  @Conditional(SentOn.class)
  ApplicationSurveys feedback4jSurveys(
      FeedbackProperties properties,
      ResourcePatternResolver resources,
      ObjectProvider<Survey> surveyBeans) {
    return read(properties, resources, surveyBeans);
  }

  private static ApplicationSurveys read(
      FeedbackProperties properties,
      ResourcePatternResolver resources,
      ObjectProvider<Survey> surveyBeans) {
    List<Survey> surveys = new ArrayList<>(surveyBeans.orderedStream().toList());
    Policy policy = PolicyFile.read(resources, properties.policy());
    Linter linter = Linter.withPolicy(policy.contact());
    List<Finding> findings = new ArrayList<>();
    surveys.forEach(each -> findings.addAll(linter.lint(each)));
    SurveyFiles files = new SurveyFiles(resources, linter);
    surveys.addAll(files.read(properties.surveyLocations()));
    findings.addAll(files.findings());
    SurveyWarnings.log(findings);
    return new ApplicationSurveys(surveys, policy);
  }

  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  Feedback feedback4jFeedback(
      FeedbackProperties properties,
      ResourcePatternResolver resources,
      ObjectProvider<ApplicationSurveys> known,
      ObjectProvider<Survey> surveyBeans,
      ObjectProvider<ContactLedger> ledger,
      ObjectProvider<SurveyCounters> counters,
      ObjectProvider<ResponseStore> store,
      ObjectProvider<ResponseSink> sink,
      ObjectProvider<SurveyRegistry> registry,
      ObjectProvider<Pseudonymizer> pseudonymizer,
      ObjectProvider<Redactor> redactor,
      ObjectProvider<KnownNames> names,
      ObjectProvider<ThemeTagger> tagger) {
    ApplicationSurveys surveys =
        known.getIfAvailable(() -> read(properties, resources, surveyBeans));
    Feedback.Builder builder =
        Feedback.builder().surveys(surveys.surveys()).policy(surveys.policy());
    ledger.ifAvailable(builder::ledger);
    counters.ifAvailable(builder::counters);
    ResponseStore kept = store.getIfAvailable();
    if (kept != null) {
      builder.store(kept);
    } else {
      sink.ifAvailable(builder::sink);
    }
    registry.ifAvailable(builder::registry);
    builder.redactor(redactor.getIfAvailable(properties.redaction()::toRedactor));
    names.ifAvailable(builder::names);
    ThemeTagger given = tagger.getIfAvailable();
    ThemeTagger wanted = given == null ? ofFile(resources, properties.themes()) : given;
    if (wanted != null) {
      builder.tagger(wanted);
    }
    builder.polarityFromScore(properties.themes().polarityFromScore());
    if (properties.respondent().mode() == FeedbackProperties.Respondent.Mode.ANONYMOUS) {
      builder.anonymity(Anonymity.ANONYMOUS);
    }
    Pseudonymizer named = pseudonymizer.getIfAvailable();
    if (named != null) {
      return builder.pseudonymizer(named).build();
    }
    return respondent(builder, properties.respondent()).build();
  }

  private static @Nullable ThemeTagger ofFile(
      ResourcePatternResolver resources, FeedbackProperties.Themes properties) {
    ThemePack pack = PackFile.read(resources, properties);
    return pack == null ? null : ThemeTagger.phrases(pack);
  }

  @Bean
  StartUpLine feedback4jStartUpLine(
      Feedback feedback, ObjectProvider<ResponseSink> sink, ObjectProvider<StartUpNote> notes) {
    return new StartUpLine(
        feedback, sink.stream().findAny().isPresent(), notes.orderedStream().toList());
  }

  private static Feedback.Builder respondent(
      Feedback.Builder builder, FeedbackProperties.Respondent respondent) {
    if (respondent.mode() == FeedbackProperties.Respondent.Mode.IDENTIFIED) {
      return builder.pseudonymizer(Pseudonymizer.identified());
    }
    String key = respondent.pseudonymKey();
    return key == null ? builder : builder.pseudonymKey(key.getBytes(StandardCharsets.UTF_8));
  }
}
