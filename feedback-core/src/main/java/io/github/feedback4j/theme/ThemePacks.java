package io.github.feedback4j.theme;

/**
 * Theme packs that come with the library, in English and French alike.
 *
 * @since 0.1
 */
public final class ThemePacks {

  private static final ThemePack IT_SERVICE = ThemePack.of(
      "it-service",
      1,
      speed(),
      expertise(),
      friendliness(),
      communication(),
      resolution(),
      followUp(),
      access(),
      hardware(),
      software(),
      network());

  private ThemePacks() {}

  /**
   * Returns the pack for comments on an internal IT service: ten themes of the service (speed,
   * expertise, friendliness, communication, resolution, follow-up) and of what it looks after
   * (access, hardware, software, network).
   */
  public static ThemePack itService() {
    return IT_SERVICE;
  }

  private static Theme speed() {
    return Theme.of("speed")
        .title("en", "Speed")
        .title("fr", "Rapidité")
        .phrases("en", list("response time, waiting time, turnaround"))
        .positive("en", list("fast, quick, quickly, prompt response, promptly, right away"))
        .negative("en", list("slow, slowly, too long, took ages, took forever, still waiting"))
        .phrases("fr", list("délai, temps d'attente"))
        .positive(
            "fr",
            list("rapide, rapides, rapidement, rapidité, vite, réactif, réactivité, tout de suite"))
        .negative("fr", list("lent, lente, lenteur, trop long, trop longtemps"));
  }

  private static Theme expertise() {
    return Theme.of("expertise")
        .title("en", "Expertise")
        .title("fr", "Compétence")
        .phrases("en", list("expertise, skills"))
        .positive(
            "en",
            list("knowledgeable, competent, professional, skilled, knew exactly, well trained, "
                + "very capable"))
        .negative(
            "en",
            list("incompetent, clueless, no idea, didn't understand, did not understand, "
                + "unprofessional"))
        .phrases("fr", list("compétences, expertise"))
        .positive(
            "fr",
            list("compétent, compétente, compétents, professionnel, professionnelle, "
                + "professionnalisme, maîtrise"))
        .negative(
            "fr",
            list("incompétent, incompétence, ne sait pas, aucune idée, rien compris, mal formé"));
  }

  private static Theme friendliness() {
    // Not "kind" and "accueil" alone: they are in "kind of" and "station d'accueil".
    return Theme.of("friendliness")
        .title("en", "Friendliness")
        .title("fr", "Amabilité")
        .phrases("en", "attitude")
        .positive(
            "en",
            list("friendly, very kind, was kind, and kind, nice, polite, courteous, helpful, "
                + "pleasant, patient"))
        .negative("en", list("rude, unfriendly, arrogant, condescending"))
        .phrases("fr", "amabilité")
        .positive(
            "fr",
            list("sympathique, sympa, aimable, gentil, gentille, gentillesse, agréable, courtois, "
                + "à l'écoute, patient"))
        .negative("fr", list("désagréable, impoli, arrogant, méprisant"));
  }

  private static Theme communication() {
    return Theme.of("communication")
        .title("en", "Communication")
        .title("fr", "Communication")
        .phrases("en", "communication")
        .positive(
            "en",
            list("kept me informed, kept me updated, kept us informed, well explained, "
                + "explained clearly, clear explanation, clear explanations"))
        .negative(
            "en",
            list("no communication, poor communication, lack of communication, no explanation, "
                + "unclear, confusing, in the dark"))
        .phrases("fr", list("communication, explications"))
        .positive(
            "fr",
            list("bien expliqué, bien informé, tenu informé, tenue informée, explications claires"))
        .negative(
            "fr",
            list("aucune communication, manque de communication, pas d'explication, "
                + "aucune explication, aucune information, mal expliqué, pas informé, pas clair"));
  }

  private static Theme resolution() {
    return Theme.of("resolution")
        .title("en", "Resolution")
        .title("fr", "Résolution")
        .phrases("en", "solution")
        .positive(
            "en",
            list("solved, resolved, fixed, works again, working again, works perfectly, efficient"))
        .negative(
            "en",
            list("not solved, not resolved, not fixed, unresolved, still not working, "
                + "doesn't work, still broken"))
        .phrases("fr", "solution")
        .positive("fr", list("résolu, résolue, réglé, réparé, efficace, fonctionne à nouveau"))
        .negative(
            "fr",
            list("pas résolu, non résolu, pas réglé, pas réparé, ne fonctionne pas, "
                + "ne marche pas, toujours en panne, même problème"));
  }

  private static Theme access() {
    return Theme.of("access")
        .title("en", "Access & passwords")
        .title("fr", "Accès et mots de passe")
        .phrases(
            "en",
            list("access, password, passwords, log-in, my account, permission, permissions, MFA"))
        .positive("en", "access restored")
        .negative(
            "en",
            list("locked out, account locked, access denied, can't log in, cannot log in, "
                + "no access"))
        .phrases(
            "fr",
            list("accès, mot de passe, mots de passe, mon compte, identifiant, identifiants, "
                + "habilitations, droits d'accès"))
        .positive("fr", "accès rétabli")
        .negative(
            "fr",
            list("accès refusé, compte bloqué, compte verrouillé, pas d'accès, plus d'accès, "
                + "impossible de me connecter"));
  }

  private static Theme hardware() {
    return Theme.of("hardware")
        .title("en", "Hardware")
        .title("fr", "Matériel")
        .phrases(
            "en",
            list("hardware, laptop, laptops, computer, monitor, screen, keyboard, mouse, "
                + "docking station, headset, battery"))
        .positive("en", "great laptop")
        .negative("en", list("old laptop, broken screen, overheating"))
        .phrases(
            "fr",
            list("matériel, ordinateur, ordinateurs, PC, écran, écrans, clavier, souris, "
                + "station d'accueil, casque, batterie"))
        .positive("fr", "matériel récent")
        .negative("fr", list("écran cassé, matériel obsolète, surchauffe"));
  }

  private static Theme software() {
    return Theme.of("software")
        .title("en", "Software & applications")
        .title("fr", "Logiciels et applications")
        .phrases(
            "en",
            list("software, application, applications, app, Windows, Excel, installation, "
                + "licence, license"))
        .positive("en", "easy to use")
        .negative("en", list("crashes, crashed, keeps crashing, freezes, buggy"))
        .phrases(
            "fr",
            list("logiciel, logiciels, application, applications, appli, Windows, Excel, "
                + "installation, licence, mise à jour"))
        .positive("fr", "facile à utiliser")
        .negative("fr", list("plante, bug, bugs, bogue"));
  }

  private static Theme network() {
    return Theme.of("network")
        .title("en", "Network & VPN")
        .title("fr", "Réseau et VPN")
        .phrases("en", list("network, VPN, wi-fi, internet, connection, connectivity"))
        .positive("en", list("rock solid, stable connection"))
        .negative(
            "en",
            list("kept dropping, VPN kept dropping, keeps dropping, disconnects, disconnected, "
                + "connection lost, slow connection"))
        .phrases("fr", list("réseau, VPN, wi-fi, internet, connexion"))
        .positive("fr", list("très stable, connexion stable"))
        .negative(
            "fr",
            list("déconnexion, déconnexions, déconnecté, coupure, coupures, connexion lente, "
                + "connexion perdue, VPN coupe"));
  }

  private static Theme followUp() {
    return Theme.of("follow-up")
        .title("en", "Follow-up")
        .title("fr", "Suivi")
        .phrases("en", "follow-up")
        .positive(
            "en", list("good follow-up, followed up, checked back, called back, called me back"))
        .negative(
            "en",
            list("no follow-up, lack of follow-up, never followed up, never called back, "
                + "no reply, no response, no answer, no update, had to chase"))
        .phrases("fr", list("suivi, relance, relances"))
        .positive("fr", list("bon suivi, bien suivi, m'a rappelé"))
        .negative(
            "fr",
            list("aucun suivi, pas de suivi, manque de suivi, pas de réponse, aucune réponse, "
                + "sans réponse, aucun retour, jamais rappelé, dû relancer"));
  }

  private static String[] list(String phrases) {
    return phrases.split(", ");
  }
}
