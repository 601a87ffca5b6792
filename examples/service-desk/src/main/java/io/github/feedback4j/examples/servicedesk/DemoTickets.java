package io.github.feedback4j.examples.servicedesk;

import io.github.feedback4j.examples.servicedesk.Ticket.Channel;
import io.github.feedback4j.examples.servicedesk.Ticket.Message;
import io.github.feedback4j.examples.servicedesk.Ticket.Priority;
import io.github.feedback4j.examples.servicedesk.Ticket.Service;
import io.github.feedback4j.examples.servicedesk.Ticket.State;
import io.github.feedback4j.examples.servicedesk.Ticket.Team;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The made-up tickets with which each start begins, dated back from that start. */
final class DemoTickets {

  private static final Set<String> FRENCH = Set.of("anna", "hugo");

  private final Instant start;

  private DemoTickets(Instant start) {
    this.start = start;
  }

  static List<Ticket> at(Instant start) {
    DemoTickets demo = new DemoTickets(start);
    return List.of(
        demo.solved(
            "INC-1042",
            "anna",
            "VPN\u00a0: déconnexion toutes les dix minutes",
            27,
            21,
            Service.VPN,
            Team.LYON,
            Priority.HIGH,
            Channel.PHONE,
            "Depuis hier, le VPN se coupe toutes les dix minutes. Impossible de suivre une réunion.",
            "ines",
            "Bonjour Anna, votre profil utilisait l’ancienne passerelle. Je l’ai changé et surveillé pendant une heure\u00a0: plus de coupure. Est-ce bon de votre côté\u00a0?"),
        demo.solved(
            "INC-1047",
            "anna",
            "Accès au dossier partagé «\u00a0Budget 2027\u00a0»",
            98,
            3,
            Service.ACCOUNTS,
            Team.PARIS,
            Priority.MEDIUM,
            Channel.PORTAL,
            "Il me faut un accès en écriture au dossier «\u00a0Budget 2027\u00a0» pour vendredi.",
            "ines",
            "C’est fait, avec nos excuses pour l’attente\u00a0: nous n’avons reçu l’accord du responsable du dossier que ce matin."),
        demo.inProgress(
            "INC-1051",
            "anna",
            "Écran externe non reconnu",
            20,
            Service.LAPTOPS,
            Team.GENEVA,
            Priority.MEDIUM,
            Channel.CHAT,
            "Après la mise à jour, mon deuxième écran reste noir.",
            "tom",
            "Bonjour Anna, pouvez-vous me dire à quelle prise de la station l’écran est branché\u00a0?"),
        demo.fresh(
            "INC-1055",
            "anna",
            "Imprimante du 3e étage\u00a0: pas de recto verso",
            2,
            Service.PRINTING,
            Team.LYON,
            Priority.LOW,
            Channel.PORTAL,
            "L’option recto verso n’est plus proposée."),
        demo.closed(
            "INC-1029",
            "anna",
            "Mot de passe de l’ERP expiré",
            80,
            76,
            72,
            false,
            Service.ERP,
            Team.BRUSSELS,
            Priority.HIGH,
            Channel.PHONE,
            "L’ERP refuse mon mot de passe depuis ce matin.",
            "ines",
            "Mot de passe réinitialisé. L’ERP vous demandera d’en choisir un nouveau."),
        demo.closed(
            "INC-1003",
            "anna",
            "Remplacement de la batterie",
            660,
            610,
            580,
            true,
            Service.LAPTOPS,
            Team.LYON,
            Priority.LOW,
            Channel.PORTAL,
            "Mon portable ne tient plus une heure sans prise.",
            "tom",
            "Batterie remplacée. Gardez-la branchée la première nuit, s’il vous plaît."),
        demo.solved(
            "INC-1044",
            "ben",
            "Laptop does not wake up after sleep",
            51,
            6,
            Service.LAPTOPS,
            Team.TORONTO,
            Priority.MEDIUM,
            Channel.CHAT,
            "Three times this week I had to hold the power button after lunch.",
            "tom",
            "The dock had an old firmware. I updated it remotely and let it sleep twice, and it woke up both times. Good for you too?"),
        demo.solved(
            "INC-1048",
            "ben",
            "Cannot join video calls from room Oslo",
            30,
            26,
            Service.MEETING_ROOMS,
            Team.BRUSSELS,
            Priority.HIGH,
            Channel.PHONE,
            "The panel in Oslo says “no network”. We have customers there at two.",
            "tom",
            "A switch port was down. It is up again, and I joined a test call from the room."),
        demo.inProgress(
            "INC-1053",
            "ben",
            "Shared mailbox is missing after the migration",
            11,
            Service.EMAIL,
            Team.TORONTO,
            Priority.HIGH,
            Channel.PORTAL,
            "orders@ disappeared from my mail program this morning.",
            "ines",
            "Hello Ben, the mailbox was moved last night without its permissions. We are restoring them now."),
        demo.fresh(
            "INC-1056",
            "ben",
            "A second SIM for the on-call phone",
            1,
            Service.MOBILES,
            Team.MONTREAL,
            Priority.LOW,
            Channel.PORTAL,
            "From January we are on call in two countries and need a number in each."),
        demo.closed(
            "INC-1033",
            "ben",
            "Locked out after changing my password",
            101,
            100,
            96,
            false,
            Service.ACCOUNTS,
            Team.GENEVA,
            Priority.HIGH,
            Channel.PHONE,
            "My phone kept sending the old password, and now the account is locked.",
            "ines",
            "Unlocked. Please remove the old password from the mail settings of your phone."),
        demo.closed(
            "INC-1008",
            "ben",
            "Printer on floor 2 prints blank pages",
            540,
            500,
            480,
            true,
            Service.PRINTING,
            Team.TORONTO,
            Priority.MEDIUM,
            Channel.WALK_UP,
            "Every second page is blank.",
            "tom",
            "The drum was worn out and has been replaced."),
        demo.inProgress(
            "INC-1050",
            "carla",
            "Purchase order stuck in approval",
            44,
            Service.ERP,
            Team.MONTREAL,
            Priority.MEDIUM,
            Channel.PORTAL,
            "Order 4500 1187 has waited for its second approval since Friday, and nobody gets the mail.",
            "ines",
            "The deputy rule points to somebody who left. We have asked purchasing for the new name."),
        demo.solved(
            "INC-1046",
            "carla",
            "New phone, VPN code no longer accepted",
            55,
            54,
            Service.VPN,
            Team.PARIS,
            Priority.HIGH,
            Channel.PHONE,
            "I changed my phone, and the codes of the app are refused.",
            "tom",
            "I removed the old device. Scan the code in the portal once, and you are in."),
        demo.solved(
            "INC-1049",
            "hugo",
            "Messagerie\u00a0: les pièces jointes ne s’ouvrent plus",
            46,
            5,
            Service.EMAIL,
            Team.PARIS,
            Priority.HIGH,
            Channel.CHAT,
            "Depuis la mise à jour, les pièces jointes PDF restent blanches.",
            "ines",
            "Le lecteur intégré était bloqué par une ancienne règle. Elle est supprimée, et l’ouverture fonctionne à nouveau."),
        demo.inProgress(
            "INC-1054",
            "hugo",
            "Casque sans fil\u00a0: le micro coupe",
            9,
            Service.MEETING_ROOMS,
            Team.LYON,
            Priority.LOW,
            Channel.WALK_UP,
            "Le micro se coupe au bout de quelques minutes de réunion.",
            "tom",
            "Bonjour Hugo, je vous prépare un casque de remplacement pour demain matin."));
  }

  private Ticket fresh(
      String id,
      String requester,
      String subject,
      int openedHoursAgo,
      Service service,
      Team team,
      Priority priority,
      Channel channel,
      String request) {
    Instant openedAt = hoursAgo(openedHoursAgo);
    return new Ticket(
        id,
        requester,
        subject,
        FRENCH.contains(requester) ? "fr" : "en",
        service,
        team,
        priority,
        channel,
        State.NEW,
        openedAt,
        null,
        null,
        0,
        false,
        false,
        List.of(new Message(requester, openedAt, request)));
  }

  private Ticket inProgress(
      String id,
      String requester,
      String subject,
      int openedHoursAgo,
      Service service,
      Team team,
      Priority priority,
      Channel channel,
      String request,
      String agent,
      String reply) {
    Ticket ticket =
        fresh(id, requester, subject, openedHoursAgo, service, team, priority, channel, request);
    Instant repliedAt = ticket.openedAt().plus(Duration.ofMinutes(35));
    return ticket.taken().with(new Message(agent, repliedAt, reply));
  }

  private Ticket solved(
      String id,
      String requester,
      String subject,
      int openedHoursAgo,
      int solvedHoursAgo,
      Service service,
      Team team,
      Priority priority,
      Channel channel,
      String request,
      String agent,
      String reply) {
    Instant solvedAt = hoursAgo(solvedHoursAgo);
    return fresh(id, requester, subject, openedHoursAgo, service, team, priority, channel, request)
        .with(new Message(agent, solvedAt, reply))
        .solved(solvedAt);
  }

  private Ticket closed(
      String id,
      String requester,
      String subject,
      int openedHoursAgo,
      int solvedHoursAgo,
      int closedHoursAgo,
      boolean mayAsk,
      Service service,
      Team team,
      Priority priority,
      Channel channel,
      String request,
      String agent,
      String reply) {
    return solved(
            id,
            requester,
            subject,
            openedHoursAgo,
            solvedHoursAgo,
            service,
            team,
            priority,
            channel,
            request,
            agent,
            reply)
        .closed(hoursAgo(closedHoursAgo), mayAsk);
  }

  private Instant hoursAgo(int hours) {
    return start.minus(Duration.ofHours(hours));
  }
}
