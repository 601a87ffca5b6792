package io.github.feedback4j.theme;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;

/** Made-up comments of a service desk, with the themes that they were made from. */
final class TunedComments {

  static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  /** A pack that knows the half of how people speak of its themes. */
  static final ThemePack PACK = ThemePack.of(
      "desk",
      1,
      Theme.of("network").phrases("en", "vpn", "network").phrases("fr", "vpn", "réseau"),
      Theme.of("printing").phrases("en", "printer").phrases("fr", "imprimante"),
      Theme.of("speed")
          .phrases("en", "waiting", "time")
          .positive("en", "quick")
          .negative("en", "slow")
          .phrases("fr", "attente")
          .positive("fr", "rapide"),
      Theme.of("staff").phrases("en", "agent").phrases("fr", "technicien"));

  private static final String[][] ENGLISH = {
    {
      "network", "the vpn kept dropping", "wifi was gone in the whole building",
      "my connection broke down again", "no signal in the meeting room", "the network is unstable"
    },
    {
      "printing", "the printer jams every day", "the toner is empty",
      "there is toner on my form", "paper tray is stuck", "the copier eats paper"
    },
    {
      "speed",
      "quick answer",
      "it took three weeks",
      "waiting on the phone for ages",
      "solved within minutes",
      "far too slow"
    },
    {
      "staff",
      "the agent was kind",
      "a very patient colleague",
      "rude on the phone",
      "she explained it well",
      "nobody listened to me"
    },
    {
      "",
      "this time all is fine",
      "everything works",
      "thanks a lot",
      "keep going",
      "no complaints from my side"
    }
  };

  private static final String[][] FRENCH = {
    {
      "network", "le vpn coupe sans arrêt", "plus de wifi dans tout le bâtiment",
      "ma connexion tombe encore", "le réseau est instable", "aucun signal en salle"
    },
    {
      "printing", "l'imprimante bourre tous les jours", "le toner est vide",
      "du toner sur le formulaire", "le bac à papier est bloqué", "le copieur mange le papier"
    },
    {
      "speed",
      "réponse rapide",
      "il a fallu trois semaines",
      "une attente interminable",
      "résolu en quelques minutes",
      "beaucoup trop lent"
    },
    {
      "staff",
      "un technicien aimable",
      "une collègue très patiente",
      "désagréable au téléphone",
      "elle a bien expliqué",
      "personne ne m'écoute"
    },
    {
      "",
      "cette fois tout va bien",
      "tout fonctionne",
      "merci beaucoup",
      "continuez ainsi",
      "rien à redire de mon côté"
    }
  };

  private final Random random;

  TunedComments(long seed) {
    random = new Random(seed);
  }

  /** Returns comments of one or two clauses each, an hour apart, every third one in French. */
  List<LabelledComment> comments(int count) {
    List<LabelledComment> comments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean isFrench = random.nextInt(3) == 0;
      String[][] clauses = isFrench ? FRENCH : ENGLISH;
      List<String> parts = new ArrayList<>();
      TreeSet<String> themes = new TreeSet<>();
      int size = 1 + random.nextInt(2);
      for (int k = 0; k < size; k++) {
        String[] theme = clauses[random.nextInt(clauses.length)];
        parts.add(theme[1 + random.nextInt(theme.length - 1)]);
        if (!theme[0].isEmpty()) {
          themes.add(theme[0]);
        }
      }
      comments.add(new LabelledComment(
          "c" + i,
          String.join(isFrench ? ", et " : ", and ", parts),
          isFrench ? Locale.FRENCH : Locale.ENGLISH,
          ThemeLabels.complete(themes),
          START.plus(i, ChronoUnit.HOURS),
          "p" + random.nextInt(Math.max(1, count / 2))));
    }
    return comments;
  }
}
