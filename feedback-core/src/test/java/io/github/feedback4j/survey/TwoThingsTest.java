package io.github.feedback4j.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of {@code docs/survey-files.md}, and more: what asks about two things, and what does not. */
class TwoThingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | How satisfied are you with the speed and quality of our answer? | speed and quality",
        "en | How satisfied are you with the speed and the quality? | speed and quality",
        "en | Was the agent friendly and competent? | friendly and competent",
        "en | Was your issue solved quickly or completely? | quickly or completely",
        "en | How easy was it to find and use the form? | find and use",
        "en | How satisfied are you with our service, and why? | service and why",
        "en | Rate the portal and our hotline. | portal and hotline",
        "en | I agree to be called back and quoted. | back and quoted",
        "fr | Êtes-vous satisfait(e) de la rapidité et de la qualité de la réponse ? | rapidité et qualité",
        "fr | L’agent était-il aimable et compétent ? | aimable et compétent",
        "fr | Le portail ou l’assistance vous ont-ils aidé ? | portail ou l’assistance",
        "fr | Notez le délai et les informations reçues | délai et informations",
        "fr | Votre problème a-t-il été résolu vite et bien ? | vite et bien"
      })
  void findsTwoThings(String language, String text, String pair) {
    assertThat(TwoThings.in(text, language)).isEqualTo(pair);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | How satisfied are you with our answer?",
        "en | How likely are you to recommend us to a friend or colleague?",
        "en | How likely are you to recommend us to your colleagues or friends?",
        "en | How satisfied or dissatisfied are you with our answer?",
        "en | Was it easy or difficult to reach us?",
        "en | Do you agree or disagree?",
        "en | Did you get what you needed or not?",
        "en | Choose a number between 1 and 5",
        "en | Rate from 1 to 5, between very bad and very good",
        "en | Do you accept the terms and conditions?",
        "en | How satisfied are you with Research and Development?",
        "en | Does it get more and more useful?",
        "en | Was this helpful? And thank you.",
        "en | The orange ornament handed over",
        "en | Was the answer helpful and/or quick?",
        "en | Sand or",
        "fr | Recommanderiez-vous notre service à un(e) ami(e) ou collègue ?",
        "fr | Êtes-vous satisfait(e) ou insatisfait(e) de la réponse ?",
        "fr | Était-ce facile ou difficile ?",
        "fr | Votre demande est-elle résolue, oui ou non ?",
        "fr | Votre demande est-elle résolue ou pas ?",
        "fr | Donnez une note entre 1 et 5",
        "fr | Êtes-vous plus ou moins satisfait(e) ?",
        "fr | L’été étouffant",
        "fr | Êtes-vous satisfait(e) de Recherche et Développement ?",
        "de | Sind Sie mit Tempo und Qualität zufrieden?"
      })
  void leavesAlone(String language, String text) {
    assertThat(TwoThings.in(text, language)).isEmpty();
  }
}
