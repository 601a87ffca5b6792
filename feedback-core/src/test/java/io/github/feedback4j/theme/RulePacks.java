package io.github.feedback4j.theme;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Packs for tests, written one item a line. */
final class RulePacks {

  /** Every capability of the rules, in English and French. */
  static final String CAPABILITIES = """
      network en   vpn
      network en   wifi | network | connection
      network en - kept dropping | keeps dropping
      network en - disconnect*
      network en - connection NEAR/4 (drop* | lost)
      network en - lost THEN/2 connection
      network en - =drops
      network en + rock solid
      network en ! professional network
      network fr   vpn | wifi | réseau | connexion
      network fr - déconnexion | coupures
      network fr - coup* NEAR/4 (vpn | réseau | connexion)
      network fr ! réseau professionnel
      speed en   response time
      speed en + fast | quick | quickly | prompt | right away
      speed en - slow | too long | took ages | (far | hardly) from fast
      speed fr   délai | temps d'attente
      speed fr + rapide | vite | réactif | réactivité
      speed fr - lent | lenteur | trop long
      access en   password | account | log-in | =MFA
      access en - locked out
      access fr   mot de passe | accès | compte | identifiant
      access fr - compte THEN/3 bloqué
      hardware en   laptop | screen | keyboard | docking station | battery
      hardware fr   ordinateur | écran | clavier | station d'accueil | batterie
      friendliness en + friendly | kind | polite | helpful
      friendliness en - rude | arrogant
      friendliness en ! kind of
      friendliness fr + sympa | gentil | gentille | aimable | à l'écoute | souriant
      friendliness fr - désagréable | impoli
      resolution en + solved | resolved | fixed | works again
      resolution en - still broken | not working
      resolution fr + résolu | réparé | réglé
      resolution fr - toujours en panne
      printing en   print* | toner
      printing fr   imprim* | impression | cartouche | toner
      follow-up en   follow-up
      follow-up en - negated (reply | response | answer | update)
      follow-up en - never called back
      follow-up fr   suivi | relance
      follow-up fr - negated (réponse | retour | nouvelles)
      email en   e-mail | outlook | mailbox
      email fr   e-mail | messagerie | courriel | boîte mail | outlook
      codes en   kb5005565 | windows 11 | m365 | =IT | =ERR_TIMED_OUT
      codes en - 0x8007* | error 503
      codes fr   kb5005565 | windows 11 | =DSI | 0x8007*
      codes fr - erreur 503
      mood en + 👍
      mood en - 👎
      mood fr + 👍
      mood fr - 👎
      staff en - negated (staff | technician)
      audio en   audio & not music
      audio fr   son & not musique
      rooms en   clause: room & (projector | screen)
      rooms en   comment: teams & audio
      rooms fr   clause: salle & (projecteur | écran)
      rooms fr   comment: teams & son
      """;

  private RulePacks() {}

  static List<Item> items(String lines) {
    List<Item> items = new ArrayList<>();
    for (String each : lines.strip().split("\n", -1)) {
      String[] fields = each.strip().split(" ", 3);
      String text = fields[2].substring(2).strip();
      char sign = fields[2].charAt(0);
      Polarity polarity =
          sign == '+' ? Polarity.POSITIVE : sign == '-' ? Polarity.NEGATIVE : Polarity.NEUTRAL;
      items.add(new Item(fields[0], fields[1], polarity, sign == '!', text, Rule.parse(text)));
    }
    return items;
  }

  static RuleTagger tagger(String lines) {
    return tagger(items(lines));
  }

  static RuleTagger tagger(List<Item> items) {
    Set<String> ids = new LinkedHashSet<>();
    items.forEach(each -> ids.add(each.theme()));
    return RuleTagger.of("test:1:00000000", ids.stream().map(Theme::of).toList(), items);
  }
}
